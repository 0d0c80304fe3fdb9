import type { Comparator } from '#core/quantities/range.ts';
import { add, one, type Rational, rational, subtract } from '#core/quantities/rational.ts';
import type { Lexicon } from '../lexicon.ts';
import { fraction } from '../literal.ts';
import type { NumericCondition, Value } from '../syntax.ts';
import { placesOf } from './elm-parameter.ts';
import { chain, type ElmComparator, type ElmExpression, integer } from './elm-tree.ts';
import {
  type AskedNumber,
  addLinear,
  isNotLinear,
  type Linear,
  linearInUnitOf,
  linearOf,
  type NotLinear,
  scaleLinear,
} from './linear.ts';
import { NotTranslated } from './not-translated.ts';

/** Names the parameter of an asked number, and keeps in mind how large it may be. */
export type UseNumber = (asked: AskedNumber, most: bigint) => string;

/** The greatest Integer of CQL; arithmetic beyond it is null there. */
export const greatestInteger = 2n ** 31n - 1n;

const comparators: Readonly<Record<Comparator, ElmComparator>> = {
  '<': 'Less',
  '<=': 'LessOrEqual',
  '>': 'Greater',
  '>=': 'GreaterOrEqual',
  '=': 'Equal',
  '!=': 'NotEqual',
};

interface WholeTerm {
  readonly factor: bigint;
  /** Nothing for the constant. */
  readonly of: AskedNumber | undefined;
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);
const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? magnitude(a) : divisor(b, a % b));

interface Addend {
  readonly factor: Rational;
  readonly of: AskedNumber | undefined;
}

const addendsOf = (linear: Linear, lexicon: Lexicon): readonly Addend[] => {
  const parts = linear.terms.map(({ factor, of }) => ({
    factor: rational(factor.numerator, factor.denominator * 10n ** BigInt(placesOf(of, lexicon))),
    of,
  }));
  const hasConstant = linear.constant.numerator !== 0n || parts.length === 0;
  return hasConstant ? [...parts, { factor: linear.constant, of: undefined }] : parts;
};

/** Both sides times the smallest positive number that makes every factor whole: the order stays, nothing is rounded. */
const wholeSides = (
  left: Linear,
  right: Linear,
  lexicon: Lexicon,
): readonly [readonly WholeTerm[], readonly WholeTerm[]] => {
  const sides = [addendsOf(left, lexicon), addendsOf(right, lexicon)] as const;
  const factors = sides.flat().map((addend) => addend.factor);
  const multiple = factors.reduce((all, { denominator: d }) => (all * d) / divisor(all, d), 1n);
  const whole = ({ numerator, denominator }: Rational): bigint => (numerator * multiple) / denominator;
  const least = factors.reduce((all, factor) => divisor(all, whole(factor)), 0n) || 1n;
  const scaled = (side: readonly Addend[]): readonly WholeTerm[] =>
    side.map(({ factor, of }) => ({ factor: whole(factor) / least, of }));
  return [scaled(sides[0]), scaled(sides[1])];
};

const sideExpression = (terms: readonly WholeTerm[], use: UseNumber): ElmExpression => {
  const share = greatestInteger / BigInt(terms.length);
  const written = terms.map(({ factor, of }, index) => {
    const size = magnitude(factor);
    if (size > share) throw new NotTranslated('number beyond Integer');
    // Only the first of a sum has its sign before it; the others are added or subtracted.
    const shown = index === 0 ? factor : size;
    if (of === undefined) return integer(shown);
    const ref: ElmExpression = { type: 'ParameterRef', name: use(of, share / size) };
    return shown === 1n ? ref : ({ type: 'Multiply', operand: [integer(shown), ref] } as const);
  });
  return written.reduce((sum, next, index) => ({
    type: (terms[index]?.factor ?? 0n) < 0n ? 'Subtract' : 'Add',
    operand: [sum, next],
  }));
};

const must = (linear: Linear | NotLinear): Linear => {
  if (isNotLinear(linear)) throw new NotTranslated(linear.construct, linear.span);
  return linear;
};

/** The comparisons that a condition on numbers makes, as `compileNumeric` makes them. */
const comparisonsOf = (
  condition: NumericCondition,
  lexicon: Lexicon,
  compare: (left: Linear, comparator: Comparator, right: Linear) => ElmExpression,
): ElmExpression => {
  const linear = (value: Value): Linear => must(linearOf(value, lexicon));
  const inUnit = (value: Value, target: Value): Linear => must(linearInUnitOf(value, target, lexicon));
  const inside = (value: Linear, low: Linear, high: Linear): ElmExpression =>
    chain('And', [compare(value, '>=', low), compare(value, '<=', high)]);
  switch (condition.kind) {
    case 'comparison':
      return compare(linear(condition.left), condition.comparator, inUnit(condition.right, condition.left));
    case 'between': {
      const { value, low, high } = condition;
      return inside(linear(value), inUnit(low, value), inUnit(high, value));
    }
    case 'tolerance': {
      const of = inUnit(condition.of, condition.value);
      const share = fraction(condition.percent);
      const [less, more] = [scaleLinear(of, subtract(one, share)), scaleLinear(of, add(one, share))];
      const value = linear(condition.value);
      return chain('Or', [inside(value, less, more), inside(value, more, less)]);
    }
    case 'trend':
      return trendComparison(condition, lexicon, compare);
    default:
      return condition satisfies never;
  }
};

const trendComparison = (
  { value, from, by, direction, comparator }: Extract<NumericCondition, { kind: 'trend' }>,
  lexicon: Lexicon,
  compare: (left: Linear, comparator: Comparator, right: Linear) => ElmExpression,
): ElmExpression => {
  const falls = direction === 'falls';
  const before = must(linearOf({ ...value, point: from }, lexicon));
  const limit = (): Linear => {
    if (by.kind === 'percent') {
      const share = fraction(by.percent);
      return scaleLinear(before, falls ? subtract(one, share) : add(one, share));
    }
    const amount = must(linearInUnitOf(by.amount, value, lexicon));
    return addLinear(before, falls ? scaleLinear(amount, rational(-1)) : amount);
  };
  const falling: Comparator = comparator === '>' ? '<' : '<=';
  return compare(must(linearOf(value, lexicon)), falls ? falling : comparator, limit());
};

/**
 * A condition on numbers as comparisons of whole numbers: percentages, units and decimal places become whole factors
 * of both sides, so that nothing depends on binary fractions. Throws `NotTranslated`, caught where the sentence began.
 */
export const elmComparison = (condition: NumericCondition, lexicon: Lexicon, use: UseNumber): ElmExpression =>
  comparisonsOf(condition, lexicon, (left, comparator, right) => {
    const [a, b] = wholeSides(left, right, lexicon);
    return { type: comparators[comparator], operand: [sideExpression(a, use), sideExpression(b, use)] };
  });
