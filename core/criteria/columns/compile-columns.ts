import { fromBoolean } from '#core/quantities/truth.ts';
import type { TranslatedLibrary } from '../translate/elm.ts';
import type { ElmParameter } from '../translate/elm-parameter.ts';
import type { ElmComparator, ElmExpression } from '../translate/elm-tree.ts';
import type { ColumnProgram, Instruction, Signal, Term } from './instruction.ts';
import { negated } from './signal.ts';
import { type WholeSum, wholeDifference } from './whole-sum.ts';

/** A program in the making. */
interface Draft {
  readonly parameters: ReadonlyMap<string, ElmParameter>;
  readonly expressions: ReadonlyMap<string, ElmExpression>;
  /** Undefined while a statement is being compiled. */
  readonly statements: Map<string, Signal | undefined>;
  readonly instructions: Instruction[];
  /** The step at which an instruction, written out, stands already. */
  readonly steps: Map<string, number>;
}

const computed = (instruction: Instruction, draft: Draft): Signal => {
  const key = JSON.stringify(instruction);
  const before = draft.steps.get(key);
  if (before !== undefined) return { kind: 'computed', step: before, negated: false };
  const step = draft.instructions.push(instruction) - 1;
  draft.steps.set(key, step);
  return { kind: 'computed', step, negated: false };
};

const both = (left: Signal, right: Signal, draft: Draft): Signal => computed({ kind: 'both', left, right }, draft);

/** A multiple of one number reaches a bound where the number reaches the next whole one. */
const atLeastOne = ({ parameter, factor }: Term, bound: number, draft: Draft): Signal => {
  const up = factor > 0;
  // A negative multiple reaches the bound where the positive one does not exceed its opposite.
  const least = Math.ceil((up ? bound : 1 - bound) / Math.abs(factor));
  const terms = [{ parameter, factor: 1 }];
  // Adding zero leaves no negative zero, which a machine compares as a fraction.
  const reached = computed({ kind: 'at least', terms, bound: least + 0 }, draft);
  return up ? reached : negated(reached);
};

const compareSum = (kind: 'at least' | 'equal', sum: WholeSum, least: number, draft: Draft): Signal => {
  const bound = least - sum.constant;
  if (sum.counted.length > 0) {
    if (sum.factors.size > 0 || kind === 'equal') throw new Error('columns: a count beside a number');
    const of = sum.counted.map(({ condition, counts }) => ({ signal: signalOf(condition, draft), counts }));
    return computed({ kind: 'count', of, needed: bound }, draft);
  }
  const terms = [...sum.factors].map(([parameter, factor]) => ({ parameter, factor }));
  const [first, ...rest] = terms;
  if (first === undefined) return { kind: 'constant', truth: fromBoolean(kind === 'equal' ? bound === 0 : bound <= 0) };
  if (rest.length === 0 && kind === 'at least' && first.factor !== 0) return atLeastOne(first, bound, draft);
  return computed({ kind, terms, bound }, draft);
};

const comparisonOf = (type: ElmComparator, sum: WholeSum, draft: Draft): Signal => {
  switch (type) {
    case 'GreaterOrEqual':
      return compareSum('at least', sum, 0, draft);
    case 'Greater':
      return compareSum('at least', sum, 1, draft);
    case 'Less':
      return negated(compareSum('at least', sum, 0, draft));
    case 'LessOrEqual':
      return negated(compareSum('at least', sum, 1, draft));
    case 'Equal':
      return compareSum('equal', sum, 0, draft);
    case 'NotEqual':
      return negated(compareSum('equal', sum, 0, draft));
    default:
      return type satisfies never;
  }
};

/** Whether a parameter of levels is one of them; undefined for a comparison of numbers. */
const levelSignal = (left: ElmExpression, right: ElmExpression, draft: Draft): Signal | undefined => {
  if (left.type !== 'ParameterRef' || right.type !== 'Literal') return undefined;
  const parameter = draft.parameters.get(left.name);
  if (parameter?.type !== 'String') return undefined;
  if (!parameter.levels.includes(right.value)) throw new Error(`columns: ${left.name} is never ${right.value}`);
  return { kind: 'answer', parameter: left.name, level: right.value, negated: false };
};

const statementSignal = (name: string, draft: Draft): Signal => {
  const before = draft.statements.get(name);
  if (before !== undefined) return before;
  const expression = draft.expressions.get(name);
  if (expression === undefined) throw new Error(`columns: ${name} is no statement`);
  if (draft.statements.has(name)) throw new Error(`columns: ${name} refers to itself`);
  draft.statements.set(name, undefined);
  const signal = signalOf(expression, draft);
  draft.statements.set(name, signal);
  return signal;
};

const literalSignal = ({ valueType, value }: Extract<ElmExpression, { type: 'Literal' }>): Signal => {
  if (!valueType.endsWith('Boolean')) throw new Error(`columns: ${value} is no truth`);
  return { kind: 'constant', truth: fromBoolean(value === 'true') };
};

const firstKnown = (operands: readonly Signal[], draft: Draft): Signal => {
  const [first, ...rest] = operands;
  if (first === undefined) throw new Error('columns: the first of nothing');
  return rest.reduce((left, right) => computed({ kind: 'first known', left, right }, draft), first);
};

const choiceOf = ({ condition, then, else: other }: Extract<ElmExpression, { type: 'If' }>, draft: Draft): Signal => {
  const [test, taken, otherwise] = [signalOf(condition, draft), signalOf(then, draft), signalOf(other, draft)];
  return computed({ kind: 'choice', test, taken, otherwise }, draft);
};

const signalOf = (expression: ElmExpression, draft: Draft): Signal => {
  switch (expression.type) {
    case 'And':
      return both(signalOf(expression.operand[0], draft), signalOf(expression.operand[1], draft), draft);
    case 'Or': {
      const [left, right] = [signalOf(expression.operand[0], draft), signalOf(expression.operand[1], draft)];
      return negated(both(negated(left), negated(right), draft));
    }
    case 'Not':
      return negated(signalOf(expression.operand, draft));
    case 'Coalesce':
      return firstKnown(
        expression.operand.map((each) => signalOf(each, draft)),
        draft,
      );
    case 'If':
      return choiceOf(expression, draft);
    case 'Literal':
      return literalSignal(expression);
    case 'As':
      return { kind: 'constant', truth: 'unknown' };
    case 'ParameterRef':
      return { kind: 'answer', parameter: expression.name, level: null, negated: false };
    case 'ExpressionRef':
      return statementSignal(expression.name, draft);
    case 'Add':
    case 'Subtract':
    case 'Multiply':
      throw new Error(`columns: ${expression.type} is no truth`);
    default: {
      const [left, right] = expression.operand;
      return levelSignal(left, right, draft) ?? comparisonOf(expression.type, wholeDifference(left, right), draft);
    }
  }
};

/**
 * Compiles a translated library to a program over columns. Nothing is generated as program text, so it runs under a
 * strict content policy. Throws on an expression that translation never writes.
 */
export const compileColumns = ({ elm, parameters }: Pick<TranslatedLibrary, 'elm' | 'parameters'>): ColumnProgram => {
  const written = elm.library.statements.def;
  const draft: Draft = {
    parameters: new Map(parameters.map((parameter) => [parameter.name, parameter])),
    expressions: new Map(written.map(({ name, expression }) => [name, expression])),
    statements: new Map(),
    instructions: [],
    steps: new Map(),
  };
  const statements = new Map(written.map(({ name }) => [name, statementSignal(name, draft)]));
  return { parameters, instructions: draft.instructions, statements };
};
