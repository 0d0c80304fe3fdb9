import { isExact, subtractRanges } from '#core/quantities/range.ts';
import { compare, divide, one, type Rational, subtract, zero } from '#core/quantities/rational.ts';
import { compileValue, inUnitOf } from '../compile-value.ts';
import type { Lexicon } from '../lexicon.ts';
import { measuresAsked } from '../walk.ts';
import { type Case, chartOfCase, keyOfAsked } from './case.ts';
import type { Limit } from './limits.ts';

/** A limit made ready to be asked. */
export interface CompiledLimit {
  readonly keys: ReadonlySet<string>;
  /** left − right for a case, in the left's unit. */
  readonly difference: (person: Case) => Rational;
}

/** A limit that can be asked of cases; its values must have been written out by `plainCondition`. */
export const compileLimit = ({ left, right }: Limit, lexicon: Lexicon): CompiledLimit => {
  const a = compileValue(left, lexicon);
  const b = inUnitOf(compileValue(right, lexicon), a.type);
  const span = left.span;
  const keys = measuresAsked({ kind: 'comparison', left, comparator: '=', right, span }).map((asked) =>
    keyOfAsked(asked),
  );
  return {
    keys: new Set(keys),
    difference: (person) => {
      const chart = chartOfCase(person);
      const range = subtractRanges(a.ask(chart, undefined).range, b(chart, undefined).range);
      if (!isExact(range) || range.low === undefined) throw new Error('a case left a value open');
      return range.low;
    },
  };
};

/** Where a limit is met when everything but one number is given: it is linear in that number. */
export const rootOf = (limit: CompiledLimit, key: string, person: Case): Rational | undefined => {
  const at = (value: Rational): Rational =>
    limit.difference({ ...person, numbers: new Map([...person.numbers, [key, value]]) });
  const [start, slope] = [at(zero), subtract(at(one), at(zero))];
  return compare(slope, zero) === 0 ? undefined : divide(subtract(zero, start), slope);
};

/**
 * Where two limits of a later number meet as an earlier one changes: `now < 0.5` and `now < 50% of before` meet where
 * before is 1, and on either side of it they come in another order. Both are linear in the earlier number.
 */
export const crossingOf = (
  [a, b]: readonly [CompiledLimit, CompiledLimit],
  later: string,
  earlier: string,
  person: Case,
): Rational | undefined => {
  const gapAt = (value: Rational): Rational | undefined => {
    const at: Case = { ...person, numbers: new Map([...person.numbers, [earlier, value]]) };
    const [first, second] = [rootOf(a, later, at), rootOf(b, later, at)];
    return first && second && subtract(first, second);
  };
  const [start, next] = [gapAt(zero), gapAt(one)];
  if (start === undefined || next === undefined) return undefined;
  const slope = subtract(next, start);
  return compare(slope, zero) === 0 ? undefined : divide(subtract(zero, start), slope);
};
