import { readDecimal } from '#core/quantities/decimal.ts';
import { add, compare, multiply, one, type Rational, rational, subtract, zero } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { compileCondition } from '../compile.ts';
import { isNumeric } from '../formula-kind.ts';
import type { Lexicon } from '../lexicon.ts';
import { printCondition } from '../print.ts';
import type { Condition, NumericCondition, Value } from '../syntax.ts';
import { everyFormula, measuresAsked } from '../walk.ts';
import { type Case, chartOfCase, keyOfAsked } from './case.ts';
import { compileLimit, rootOf } from './limit-roots.ts';
import { limitsOf } from './limits.ts';

/** One value beside a limit, and what the comparison says of it. */
export interface BoundaryCase {
  readonly value: Rational;
  readonly truth: Truth;
}

/** A comparison at one of its limits: a step below it, on it, a step above it. */
export interface Boundary {
  readonly sentence: string;
  readonly term: string;
  /** Other values that the limit depends on, as they were taken. */
  readonly given: readonly { readonly term: string; readonly value: Rational }[];
  readonly cases: readonly BoundaryCase[];
}

const placesIn = (value: Value): number => {
  switch (value.kind) {
    case 'number':
      return readDecimal(value.written)?.scale ?? 0;
    case 'percent-of':
      return placesIn(value.of);
    case 'sum':
    case 'product':
      return Math.max(placesIn(value.left), placesIn(value.right));
    default:
      return 0;
  }
};

/** A step is one unit in the last place that the limit is written in, and never less than what the form takes. */
const stepOf = (sides: readonly Value[], isScore: boolean): Rational =>
  isScore ? one : rational(1n, 10n ** BigInt(Math.max(...sides.map(placesIn), 2)));

const isScore = (term: string, lexicon: Lexicon): boolean =>
  lexicon.measures.get(term.split(' at ')[0] ?? '')?.value.kind === 'score';

/** So large that a percentage of it is a step of the form. */
const standIn = (term: string, lexicon: Lexicon): Rational => (isScore(term, lexicon) ? rational(20) : rational(2));

const atLimits = (condition: NumericCondition, lexicon: Lexicon): readonly Boundary[] => {
  const ask = compileCondition(condition, { lexicon, definitions: new Map() });
  const keys = [...new Set(measuresAsked(condition).map(keyOfAsked))];
  const [term] = keys;
  if (term === undefined) return [];
  const given = keys.filter((key) => key !== term).map((key) => ({ term: key, value: standIn(key, lexicon) }));
  const person = (value: Rational): Case => ({
    numbers: new Map([...given.map((each) => [each.term, each.value] as const), [term, value]]),
    levels: new Map(),
    claims: new Map(),
  });
  return limitsOf(condition).flatMap((limit) => {
    const root = rootOf(compileLimit(limit, lexicon), term, person(one));
    if (root === undefined) return [];
    const step = stepOf([limit.left, limit.right], isScore(term, lexicon));
    const values = [subtract(root, step), root, add(root, step)].filter((value) => compare(value, zero) >= 0);
    const cases = values.map((value) => ({ value, truth: ask(chartOfCase(person(value)), undefined).truth }));
    return [{ sentence: printCondition(condition), term, given, cases }];
  });
};

/**
 * For each comparison of numbers in a condition, values on and on either side of each of its limits, with the answer:
 * rows for a test of whatever else reads the sentence. The condition must have been written out by `plainCondition`.
 */
export const boundariesOf = (condition: Condition, lexicon: Lexicon): readonly Boundary[] =>
  everyFormula(condition)
    .filter(isNumeric)
    .flatMap((each) => atLimits(each, lexicon));

/** A value in the decimals of its step, so that it can be entered in a form; exact where the limit is. */
export const isEnterable = ({ value }: BoundaryCase): boolean => {
  const scaled = multiply(value, rational(10n ** 6n));
  return scaled.denominator === 1n;
};
