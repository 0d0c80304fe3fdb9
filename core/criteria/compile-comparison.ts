import {
  addRanges,
  type Comparator,
  compareRanges,
  type Range,
  scaleRange,
  subtractRanges,
} from '#core/quantities/range.ts';
import { add, one, subtract } from '#core/quantities/rational.ts';
import { and, or, type Truth } from '#core/quantities/truth.ts';
import type { Chart } from './chart.ts';
import { type AskValue, type CompiledValue, compileValue, inUnitOf } from './compile-value.ts';
import type { Lexicon } from './lexicon.ts';
import { fraction } from './literal.ts';
import { leaf, type Proof } from './proof.ts';
import type { Condition, NumericCondition, Value } from './syntax.ts';
import type { Worth } from './worth.ts';

const merged = (condition: Condition, truth: Truth, worths: readonly Worth[]): Proof =>
  leaf(
    condition,
    truth,
    worths.flatMap((worth) => worth.evidence),
    truth === 'unknown' ? worths.flatMap((worth) => worth.missing) : [],
  );

const compare =
  (condition: Condition, left: AskValue, comparator: Comparator, right: AskValue) =>
  (chart: Chart, here: string | undefined): Proof => {
    const a = left(chart, here);
    const b = right(chart, here);
    return merged(condition, compareRanges(a.range, comparator, b.range), [a, b]);
  };

const compilePair = (left: Value, right: Value, lexicon: Lexicon): readonly [AskValue, AskValue] => {
  const a = compileValue(left, lexicon);
  const b = compileValue(right, lexicon);
  return [a.ask, inUnitOf(b, a.type)];
};

const inside = (value: Range, low: Range, high: Range): Truth =>
  and([compareRanges(value, '>=', low), compareRanges(value, '<=', high)]);

const compileBetween = (condition: Extract<Condition, { kind: 'between' }>, lexicon: Lexicon) => {
  const [value, low] = compilePair(condition.value, condition.low, lexicon);
  const [, high] = compilePair(condition.value, condition.high, lexicon);
  return (chart: Chart, here: string | undefined): Proof => {
    const worths = [value(chart, here), low(chart, here), high(chart, here)] as const;
    const [v, l, h] = worths;
    return merged(condition, inside(v.range, l.range, h.range), worths);
  };
};

const compileTolerance = (condition: Extract<Condition, { kind: 'tolerance' }>, lexicon: Lexicon) => {
  const [value, of] = compilePair(condition.value, condition.of, lexicon);
  const share = fraction(condition.percent);
  return (chart: Chart, here: string | undefined): Proof => {
    const v = value(chart, here);
    const o = of(chart, here);
    const less = scaleRange(o.range, subtract(one, share));
    const more = scaleRange(o.range, add(one, share));
    // Of a negative number (a change, say) the greater share is the lower end.
    return merged(condition, or([inside(v.range, less, more), inside(v.range, more, less)]), [v, o]);
  };
};

/** What the value is compared with: the earlier value less, or plus, a share of it or an amount. */
const limitOf = (
  { by, direction }: Pick<Extract<Condition, { kind: 'trend' }>, 'by' | 'direction'>,
  before: CompiledValue,
  lexicon: Lexicon,
): AskValue => {
  const falls = direction === 'falls';
  if (by.kind === 'percent') {
    const share = fraction(by.percent);
    const factor = falls ? subtract(one, share) : add(one, share);
    return (chart, here) => {
      const worth = before.ask(chart, here);
      return { ...worth, range: scaleRange(worth.range, factor) };
    };
  }
  const amount = inUnitOf(compileValue(by.amount, lexicon), before.type);
  return (chart, here) => {
    const worth = before.ask(chart, here);
    const step = amount(chart, here);
    return {
      range: falls ? subtractRanges(worth.range, step.range) : addRanges(worth.range, step.range),
      evidence: [...worth.evidence, ...step.evidence],
      missing: [...worth.missing, ...step.missing],
    };
  };
};

/** `falls by > 30% from baseline` is x < 0.70·b: no division, so nothing is lost to rounding and b may be zero. */
const compileTrend = (condition: Extract<Condition, { kind: 'trend' }>, lexicon: Lexicon) => {
  const now = compileValue(condition.value, lexicon);
  const before = compileValue({ ...condition.value, point: condition.from }, lexicon);
  const falling: Comparator = condition.comparator === '>' ? '<' : '<=';
  const comparator = condition.direction === 'falls' ? falling : condition.comparator;
  return compare(condition, now.ask, comparator, limitOf(condition, before, lexicon));
};

/** Compiles a condition on numbers. Units are converted once, here; asking then compares exact ranges. */
export const compileNumeric = (condition: NumericCondition, lexicon: Lexicon) => {
  switch (condition.kind) {
    case 'comparison': {
      const [left, right] = compilePair(condition.left, condition.right, lexicon);
      return compare(condition, left, condition.comparator, right);
    }
    case 'between':
      return compileBetween(condition, lexicon);
    case 'tolerance':
      return compileTolerance(condition, lexicon);
    case 'trend':
      return compileTrend(condition, lexicon);
    default:
      return condition satisfies never;
  }
};
