/** Criteria as JSON Logic, from the same trees as the columns. It has no word for unknown: null is false or zero. */
import type { ElmComparator, ElmExpression } from '#core/criteria/translate/elm-tree.ts';
import type { PlainAnswer } from './read-answer.ts';
import type { TrialRules } from './trial-rules.ts';

export const jsonLogicName = 'json-logic-js 2.0.5';

type Rule = PlainAnswer | { readonly [operator: string]: readonly Rule[] | string };

const comparators: Readonly<Record<ElmComparator, string>> = {
  Less: '<',
  LessOrEqual: '<=',
  Greater: '>',
  GreaterOrEqual: '>=',
  Equal: '===',
  NotEqual: '!==',
};

const operators = { And: 'and', Or: 'or', Add: '+', Subtract: '-', Multiply: '*' } as const;

/** Names hold dots, which JSON Logic reads as paths: parameters are called by number. */
const keysOf = ({ library }: TrialRules): ReadonlyMap<string, string> =>
  new Map(library.parameters.map(({ name }, index) => [name, `p${index}`]));

const literal = ({ valueType, value }: Extract<ElmExpression, { type: 'Literal' }>): Rule => {
  if (valueType.endsWith('String')) return value;
  return valueType.endsWith('Boolean') ? value === 'true' : Number(value);
};

/** The keys of the parameters that a rule reads. */
const keysIn = (rule: Rule): readonly Rule[] => {
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([operator, operands]) =>
    operator === 'var' ? [String(operands)] : typeof operands === 'string' ? [] : operands.flatMap(keysIn),
  );
};

/** `any available of` is what its alternatives say, since none of them is ever unknown here. */
const coalesced = (operands: readonly ElmExpression[], ruleOf: (each: ElmExpression) => Rule): Rule => {
  const [first, second] = operands;
  if (operands.length === 2 && first?.type === 'Or' && second?.type === 'And') return ruleOf(first);
  const [last = null, ...before] = operands.map(ruleOf).toReversed();
  return before.reduce<Rule>((rest, rule) => ({ if: [{ '!': [{ missing: keysIn(rule) }] }, rule, rest] }), last);
};

const translate = (expression: ElmExpression, trial: TrialRules, keys: ReadonlyMap<string, string>): Rule => {
  const ruleOf = (each: ElmExpression): Rule => translate(each, trial, keys);
  switch (expression.type) {
    case 'And':
    case 'Or':
    case 'Add':
    case 'Subtract':
    case 'Multiply':
      return { [operators[expression.type]]: expression.operand.map(ruleOf) };
    case 'Not':
      return { '!': [ruleOf(expression.operand)] };
    case 'Coalesce':
      return coalesced(expression.operand, ruleOf);
    case 'If':
      return { if: [expression.condition, expression.then, expression.else].map(ruleOf) };
    case 'Literal':
      return literal(expression);
    case 'As':
      return null;
    case 'ParameterRef':
      return { var: keys.get(expression.name) ?? '' };
    case 'ExpressionRef':
      return ruleOf(statementOf(trial, expression.name));
    default:
      return { [comparators[expression.type]]: expression.operand.map(ruleOf) };
  }
};

const statementOf = ({ library }: TrialRules, name: string): ElmExpression => {
  const statement = library.elm.library.statements.def.find((each) => each.name === name);
  if (statement === undefined) throw new Error(`${name} is no statement`);
  return statement.expression;
};

type Apply = (rule: unknown, data: unknown) => unknown;

/** The package, where it is installed. */
export const findJsonLogic = async (): Promise<Apply | undefined> => {
  try {
    return (await import('json-logic-js')).default.apply;
  } catch {
    return undefined;
  }
};

/** One person's answers as the package reads them. */
export const jsonData = (trial: TrialRules, read: (parameter: string) => PlainAnswer): object =>
  Object.fromEntries([...keysOf(trial)].map(([name, key]) => [key, read(name)]));

/** The first criterion that one person does not meet; −1 where all are met. */
export const jsonScreen = (trial: TrialRules, apply: Apply): ((data: object) => number) => {
  const keys = keysOf(trial);
  const rules = trial.criteria.map(({ kind, statement }) => ({
    wanted: kind === 'include',
    rule: translate(statementOf(trial, statement), trial, keys),
  }));
  return (data) => {
    for (const [index, { rule, wanted }] of rules.entries()) if (Boolean(apply(rule, data)) !== wanted) return index;
    return -1;
  };
};
