import { type Comparator, compareRanges, multiplyRanges, exactly, scaleRange, subtractRanges, addRanges } from '#core/quantities/range.ts';
import { add, one, subtract } from '#core/quantities/rational.ts';
import { and, atLeast, not, or, type Truth } from '#core/quantities/truth.ts';
import type { Chart } from './chart.ts';
import { type AskValue, compileValue, fraction, inUnitOf, pointName, type Worth } from './compile-value.ts';
import { compileRecords } from './compile-records.ts';
import type { Lexicon } from './lexicon.ts';
import { branch, leaf, type Proof } from './proof.ts';
import type { Condition, Value } from './syntax.ts';

/** Asks one participant's chart, at a point where the sentence leaves it open. */
export type Ask = (chart: Chart, here: string | undefined) => Proof;

/** The names that references stand for, each written as a condition. */
export interface Setting {
  readonly lexicon: Lexicon;
  readonly definitions: ReadonlyMap<string, Condition>;
}

const merged = (condition: Condition, truth: Truth, worths: readonly Worth[]): Proof =>
  leaf(
    condition,
    truth,
    worths.flatMap((worth) => worth.evidence),
    truth === 'unknown' ? worths.flatMap((worth) => worth.missing) : [],
  );

const compare = (condition: Condition, left: AskValue, comparator: Comparator, right: AskValue): Ask => (chart, here) => {
  const a = left(chart, here);
  const b = right(chart, here);
  return merged(condition, compareRanges(a.range, comparator, b.range), [a, b]);
};

const compilePair = (left: Value, right: Value, setting: Setting): readonly [AskValue, AskValue] => {
  const a = compileValue(left, setting.lexicon);
  const b = compileValue(right, setting.lexicon);
  return [a.ask, inUnitOf(b, a.type)];
};

const compileBetween = (condition: Extract<Condition, { kind: 'between' }>, setting: Setting): Ask => {
  const [value, low] = compilePair(condition.value, condition.low, setting);
  const [, high] = compilePair(condition.value, condition.high, setting);
  return (chart, here) => {
    const worths = [value(chart, here), low(chart, here), high(chart, here)] as const;
    const [v, l, h] = worths;
    return merged(condition, and([compareRanges(v.range, '>=', l.range), compareRanges(v.range, '<=', h.range)]), worths);
  };
};

const compileTolerance = (condition: Extract<Condition, { kind: 'tolerance' }>, setting: Setting): Ask => {
  const [value, of] = compilePair(condition.value, condition.of, setting);
  const share = fraction(condition.percent);
  return (chart, here) => {
    const v = value(chart, here);
    const o = of(chart, here);
    const low = scaleRange(o.range, subtract(one, share));
    const high = scaleRange(o.range, add(one, share));
    return merged(condition, and([compareRanges(v.range, '>=', low), compareRanges(v.range, '<=', high)]), [v, o]);
  };
};

/** `falls by > 30% from baseline` is x < 0.70·b: no division, so nothing is lost to rounding and b may be zero. */
const compileTrend = (condition: Extract<Condition, { kind: 'trend' }>, setting: Setting): Ask => {
  const { value, direction, by } = condition;
  const now = compileValue(value, setting.lexicon);
  const before = compileValue({ ...value, point: condition.from }, setting.lexicon).ask;
  const falls = direction === 'falls';
  const comparator: Comparator = falls ? (condition.comparator === '>' ? '<' : '<=') : condition.comparator;
  if (by.kind === 'percent') {
    const share = fraction(by.percent);
    const factor = exactly(falls ? subtract(one, share) : add(one, share));
    const limit: AskValue = (chart, here) => {
      const worth = before(chart, here);
      return { ...worth, range: multiplyRanges(worth.range, factor) };
    };
    return compare(condition, now.ask, comparator, limit);
  }
  const amount = inUnitOf(compileValue(by.amount, setting.lexicon), now.type);
  const limit: AskValue = (chart, here) => {
    const worth = before(chart, here);
    const step = amount(chart, here);
    const range = falls ? subtractRanges(worth.range, step.range) : addRanges(worth.range, step.range);
    return { range, evidence: worth.evidence, missing: [...worth.missing, ...step.missing] };
  };
  return compare(condition, now.ask, comparator, limit);
};

const compileLevel = (condition: Extract<Condition, { kind: 'level' }>): Ask => {
  const wanted = new Set(condition.levels);
  return (chart, here) => {
    const measured = chart.measure(condition.value.measure, pointName(condition.value.point, here));
    if (measured.kind !== 'level') throw new Error(`${condition.value.measure} has no levels`);
    const hits = measured.possible.filter((level) => wanted.has(level)).length;
    const found: Truth = hits === 0 ? 'false' : hits === measured.possible.length ? 'true' : 'unknown';
    const truth = condition.negated ? not(found) : found;
    return leaf(condition, truth, measured.evidence, truth === 'unknown' ? measured.missing : []);
  };
};

const lacksItems = (proof: Proof): boolean => proof.missing.length > 0 || proof.parts.some(lacksItems);

/** A term is available when it is decided, or undecided for another reason than missing items (a censored result). */
const isAvailable = (proof: Proof): boolean => proof.truth !== 'unknown' || !lacksItems(proof);

const joinTerms = {
  and: (proofs: readonly Proof[]) => and(proofs.map((proof) => proof.truth)),
  or: (proofs: readonly Proof[]) => or(proofs.map((proof) => proof.truth)),
  'any-available': (proofs: readonly Proof[]) => {
    const available = proofs.filter(isAvailable);
    return available.length === 0 ? 'unknown' : or(available.map((proof) => proof.truth));
  },
  'first-available': (proofs: readonly Proof[]) => proofs.find(isAvailable)?.truth ?? 'unknown',
} as const satisfies Record<string, (proofs: readonly Proof[]) => Truth>;

const compileTerms = (condition: Extract<Condition, { kind: keyof typeof joinTerms }>, setting: Setting): Ask => {
  const asks = condition.terms.map((term) => compileCondition(term, setting));
  const join = joinTerms[condition.kind];
  return (chart, here) => {
    const proofs = asks.map((ask) => ask(chart, here));
    return branch(condition, join(proofs), proofs);
  };
};

const compileIf = (condition: Extract<Condition, { kind: 'if' }>, setting: Setting): Ask => {
  const test = compileCondition(condition.test, setting);
  const then = compileCondition(condition.then, setting);
  const otherwise = compileCondition(condition.otherwise, setting);
  return (chart, here) => {
    const tested = test(chart, here);
    if (tested.truth !== 'unknown') {
      const taken = (tested.truth === 'true' ? then : otherwise)(chart, here);
      return branch(condition, taken.truth, [tested, taken]);
    }
    const either = [then(chart, here), otherwise(chart, here)] as const;
    const truth = either[0].truth === either[1].truth ? either[0].truth : 'unknown';
    return branch(condition, truth, [tested, ...either]);
  };
};

const compileReference = (condition: Extract<Condition, { kind: 'reference' }>, setting: Setting): Ask => {
  const defined = setting.definitions.get(condition.definition);
  if (defined === undefined) throw new Error(`${condition.definition} is not defined`);
  const ask = compileCondition(defined, setting);
  return (chart, here) => {
    const proof = ask(chart, condition.point.kind === 'named' ? condition.point.name : here);
    return branch(condition, proof.truth, [proof]);
  };
};

/** Compiles a condition that has passed the check; the result is pure and may be asked any number of times. */
export const compileCondition = (condition: Condition, setting: Setting): Ask => {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'any-available':
    case 'first-available':
      return compileTerms(condition, setting);
    case 'at-least': {
      const asks = condition.terms.map((term) => compileCondition(term, setting));
      return (chart, here) => {
        const proofs = asks.map((ask) => ask(chart, here));
        return branch(condition, atLeast(condition.count, proofs.map((proof) => proof.truth)), proofs);
      };
    }
    case 'not': {
      const term = compileCondition(condition.term, setting);
      return (chart, here) => {
        const proof = term(chart, here);
        return branch(condition, not(proof.truth), [proof]);
      };
    }
    case 'if':
      return compileIf(condition, setting);
    case 'comparison': {
      const [left, right] = compilePair(condition.left, condition.right, setting);
      return compare(condition, left, condition.comparator, right);
    }
    case 'between':
      return compileBetween(condition, setting);
    case 'tolerance':
      return compileTolerance(condition, setting);
    case 'trend':
      return compileTrend(condition, setting);
    case 'level':
      return compileLevel(condition);
    case 'records':
      return compileRecords(condition, setting.lexicon);
    case 'judgement':
      return (chart, here) => {
        const point = pointName(condition.point, here);
        const judged = chart.judgement(condition.text, point);
        const evidence =
          judged.record === undefined ? [] : [{ record: judged.record, what: `judged "${condition.text}"`, written: judged.truth === 'true' ? 'yes' : 'no', date: undefined }];
        const missing = judged.truth === 'unknown' ? [{ kind: 'judgement', text: condition.text, point } as const] : [];
        return leaf(condition, judged.truth, evidence, missing);
      };
    case 'reached':
      return (chart, here) => {
        const point = pointName(condition.point, here);
        const date = chart.dateOf(point);
        return date === undefined
          ? leaf(condition, 'unknown', [], [{ kind: 'date', of: point, written: undefined }])
          : leaf(condition, 'true', [{ record: point, what: point, written: date.written, date: date.written }]);
      };
    case 'reference':
      return compileReference(condition, setting);
    case 'undefined':
      return () => leaf(condition, 'unknown', [], [{ kind: 'no rule', reason: condition.reason }]);
    default:
      return condition satisfies never;
  }
};
