import type { Glossary } from '../compile.ts';
import { placeAt } from '../place-at.ts';
import { printCondition } from '../print.ts';
import { printValue } from '../print-value.ts';
import type { Condition, Span } from '../syntax.ts';
import { atPoints } from '../walk.ts';
import { elmComparison, type UseNumber } from './elm-comparison.ts';
import { type ElmParameter, placesOf, unitOfAsked } from './elm-parameter.ts';
import { boolean, chain, choice, type ElmExpression, elmType, integer, unknown } from './elm-tree.ts';
import { NotTranslated } from './not-translated.ts';

/** A leaf of a sentence beside its translation, so that what is passed for it can be checked. */
export interface ElmAtom {
  readonly condition: Condition;
  readonly expression: ElmExpression;
  /** Under `any available of` or `first available of`, where null means not available. */
  readonly asksAvailability: boolean;
}

/** A library in the making. */
export interface ElmDraft {
  readonly glossary: Glossary;
  readonly parameters: Map<string, ElmParameter>;
  readonly statements: Map<string, { readonly expression: ElmExpression; readonly sentence: Condition }>;
  readonly atoms: ElmAtom[];
}

interface Translating {
  readonly draft: ElmDraft;
  readonly asksAvailability: boolean;
}

/** Adds the place where it was not known deeper down, and the definition whose sentence it is. */
const placed = <T>(span: Span, within: string | undefined, translate: () => T): T => {
  try {
    return translate();
  } catch (error) {
    if (error instanceof NotTranslated)
      throw new NotTranslated(error.construct, error.span ?? span, error.within ?? within);
    throw error;
  }
};

const parameterRef = (draft: ElmDraft, parameter: ElmParameter): ElmExpression => {
  draft.parameters.set(parameter.name, parameter);
  return { type: 'ParameterRef', name: parameter.name };
};

const numbersOf =
  (draft: ElmDraft): UseNumber =>
  (asked, most) => {
    const name = printValue(asked);
    const before = draft.parameters.get(name);
    const least = before?.type === 'Integer' && before.most < most ? before.most : most;
    const [places, unit] = [placesOf(asked, draft.glossary.lexicon), unitOfAsked(asked, draft.glossary.lexicon)];
    draft.parameters.set(name, { name, type: 'Integer', asked, places, unit, most: least });
    return name;
  };

const ofLevel = (condition: Extract<Condition, { kind: 'level' }>, draft: ElmDraft): ElmExpression => {
  const { value, levels, negated } = condition;
  const kind = draft.glossary.lexicon.measures.get(value.measure)?.value;
  if (kind?.kind !== 'level') throw new Error(`${value.measure} has no levels`);
  const ref = parameterRef(draft, { name: printValue(value), type: 'String', asked: value, levels: kind.levels });
  const equal = levels.map(
    (level): ElmExpression => ({
      type: 'Equal',
      operand: [ref, { type: 'Literal', valueType: elmType('String'), value: level }],
    }),
  );
  const any = chain('Or', equal);
  return negated ? { type: 'Not', operand: any } : any;
};

const sum = (terms: readonly ElmExpression[]): ElmExpression =>
  terms.reduce((left, right) => ({ type: 'Add', operand: [left, right] }));

/** How many are true already, and how many may still be: as `atLeast` of the three-valued truth counts them. */
const ofAtLeast = (count: number, terms: readonly ElmExpression[]): ElmExpression => {
  const [none, one, needed] = [integer(0n), integer(1n), integer(BigInt(count))];
  const certain = sum(terms.map((term) => choice(term, one, none)));
  const possible = sum(terms.map((term) => choice({ type: 'Not', operand: term }, none, one)));
  const enough: ElmExpression = { type: 'GreaterOrEqual', operand: [certain, needed] };
  const tooFew: ElmExpression = { type: 'Less', operand: [possible, needed] };
  return choice(enough, boolean(true), choice(tooFew, boolean(false), unknown));
};

/**
 * A test that is null decides nothing: then both branches have to agree, where the `if` of CQL would take the second.
 * With a branch for which there is no rule they never do.
 */
const ofIf = (test: ElmExpression, then: ElmExpression, otherwise: ElmExpression): ElmExpression => {
  const either = [chain('And', [test, then]), chain('And', [{ type: 'Not', operand: test }, otherwise])];
  const canAgree = then !== unknown && otherwise !== unknown;
  return chain('Or', canAgree ? [...either, chain('And', [then, otherwise])] : either);
};

const ofReference = (condition: Extract<Condition, { kind: 'reference' }>, reading: Translating): ElmExpression => {
  const { draft } = reading;
  const { definition, point } = condition;
  const defined = draft.glossary.definitions.get(definition);
  if (defined === undefined) throw new Error(`${definition} is not defined`);
  if (point.kind === 'here') throw new Error(`${definition} is asked at no point`);
  return placed(condition.span, definition, () =>
    statementRef(`${definition} at ${point.name}`, placeAt(defined, point.name), reading),
  );
};

/** A statement of the library, translated once; its leaves are noted again when their availability is asked. */
const statementRef = (name: string, sentence: Condition, reading: Translating): ElmExpression => {
  const { statements } = reading.draft;
  const isNew = !statements.has(name);
  if (isNew || reading.asksAvailability) {
    const expression = elmCondition(sentence, reading);
    if (isNew) statements.set(name, { expression, sentence });
  }
  return { type: 'ExpressionRef', name };
};

const atom = (condition: Condition, reading: Translating, expression: ElmExpression): ElmExpression => {
  reading.draft.atoms.push({ condition, expression, asksAvailability: reading.asksAvailability });
  return expression;
};

const joined = (
  condition: Extract<Condition, { kind: 'and' | 'or' | 'any-available' | 'first-available' | 'at-least' }>,
  reading: Translating,
): ElmExpression => {
  const asksAvailability =
    reading.asksAvailability || condition.kind === 'any-available' || condition.kind === 'first-available';
  const terms = condition.terms.map((term) => elmCondition(term, { ...reading, asksAvailability }));
  switch (condition.kind) {
    case 'and':
      return chain('And', terms);
    case 'or':
      return chain('Or', terms);
    case 'any-available':
      // Where the disjunction is null there is no true term, and the conjunction is false as soon as one is false.
      return { type: 'Coalesce', operand: [chain('Or', terms), chain('And', terms)] };
    case 'first-available':
      return { type: 'Coalesce', operand: terms };
    case 'at-least':
      return ofAtLeast(condition.count, terms);
    default:
      return condition satisfies never;
  }
};

/**
 * A condition as ELM. Every point of it must be named (see `placeAt`) and it must have passed the check.
 * Throws `NotTranslated`, caught where the sentence began.
 */
export const elmCondition = (condition: Condition, reading: Translating): ElmExpression => {
  const inner = (term: Condition): ElmExpression => elmCondition(term, reading);
  const { draft } = reading;
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
    case 'at-least':
      return joined(condition, reading);
    case 'not':
      return { type: 'Not', operand: inner(condition.term) };
    case 'if':
      return ofIf(inner(condition.test), inner(condition.consequence), inner(condition.otherwise));
    case 'comparison':
    case 'between':
    case 'tolerance':
    case 'trend':
      return placed(condition.span, undefined, () =>
        atom(condition, reading, elmComparison(condition, draft.glossary.lexicon, numbersOf(draft))),
      );
    case 'level':
      return atom(condition, reading, ofLevel(condition, draft));
    case 'any-point':
    case 'every-point': {
      const terms = atPoints(condition).map(inner);
      return chain(condition.kind === 'any-point' ? 'Or' : 'And', terms);
    }
    case 'records':
    case 'judgement':
    case 'reached':
    case 'set':
    case 'known':
      return parameterRef(draft, { name: printCondition(condition), type: 'Boolean', asked: condition });
    case 'reference':
      return ofReference(condition, reading);
    case 'undefined':
      return unknown;
    default:
      return condition satisfies never;
  }
};
