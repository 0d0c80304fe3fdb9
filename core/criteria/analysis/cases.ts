import type { MeasureKind } from '#core/measures/measure.ts';
import { add, compare, divide, type Rational, rational, zero } from '#core/quantities/rational.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Condition, MeasureAt } from '../syntax.ts';
import { everyFormula, measuresAsked } from '../walk.ts';
import { type Case, claimKey, keyOfAsked } from './case.ts';
import { compileLimit, rootOf } from './limit-roots.ts';
import { limitsOf } from './limits.ts';

/** What a case must hold for some conditions to be asked. */
interface Asked {
  readonly numbers: readonly { readonly key: string; readonly kind: MeasureKind }[];
  readonly levels: readonly { readonly key: string; readonly levels: readonly string[] }[];
  readonly claims: readonly string[];
}

const uniqueBy = <T>(list: readonly T[], key: (each: T) => string): readonly T[] => [
  ...new Map(list.map((each) => [key(each), each])).values(),
];

/** Terms in the order of time, so that a limit relative to an earlier value is known when the later one is chosen. */
const askedBy = (conditions: readonly Condition[], lexicon: Lexicon): Asked => {
  const order = (asked: MeasureAt): number =>
    lexicon.points.indexOf(asked.point.kind === 'named' ? asked.point.name : '');
  const terms = uniqueBy(conditions.flatMap(measuresAsked), (asked) => keyOfAsked(asked)).toSorted(
    (a, b) => order(a) - order(b),
  );
  const kinds = terms.flatMap((asked) => {
    const kind = lexicon.measures.get(asked.measure)?.value;
    return kind === undefined ? [] : [{ key: keyOfAsked(asked), kind }];
  });
  const claims = conditions
    .flatMap(everyFormula)
    .flatMap((each) =>
      each.kind === 'judgement' ? [claimKey(each.text, each.point.kind === 'named' ? each.point.name : '')] : [],
    );
  return {
    numbers: kinds.filter(({ kind }) => kind.kind === 'quantity' || kind.kind === 'score'),
    levels: kinds.flatMap(({ key, kind }) => (kind.kind === 'level' ? [{ key, levels: kind.levels }] : [])),
    claims: [...new Set(claims)],
  };
};

const one = rational(1);
const middle = (a: Rational, b: Rational): Rational => divide(add(a, b), rational(2));

const distinct = (values: readonly Rational[]): readonly Rational[] => {
  const ordered = values.toSorted(compare);
  return ordered.filter((value, index) => index === 0 || compare(value, ordered[index - 1] ?? value) !== 0);
};

const floor = ({ numerator, denominator }: Rational): Rational =>
  rational((numerator - (((numerator % denominator) + denominator) % denominator)) / denominator);

/** A value on each limit, one between any two, one below and one above: every truth that numbers can give is among them. */
const around = (roots: readonly Rational[], kind: MeasureKind): readonly Rational[] => {
  const positive = distinct(roots.filter((root) => compare(root, zero) >= 0));
  if (kind.kind === 'score') {
    const whole = positive.flatMap((root) => [-1, 0, 1, 2].map((step) => add(floor(root), rational(step))));
    const [least, most] = [rational(kind.least), rational(kind.most)];
    const within = [...whole, ...positive, least, most].filter(
      (value) => compare(value, least) >= 0 && compare(value, most) <= 0,
    );
    return distinct(within);
  }
  const between = positive.slice(1).map((root, index) => middle(positive[index] ?? zero, root));
  const [first, last] = [positive[0] ?? one, positive.at(-1) ?? one];
  return distinct([middle(zero, first), ...positive, ...between, add(last, one)]);
};

export interface Cases {
  readonly cases: readonly Case[];
  /** False when there were too many and only the first were made. */
  readonly complete: boolean;
}

const mostCases = 60_000;

/**
 * Enough imaginary people to meet every combination of answers that the numbers, levels and claims of these conditions
 * allow: values on, between and beyond all limits, limits relative to an earlier value included. The conditions must
 * have been written out by `plainCondition`.
 */
export const casesOf = (conditions: readonly Condition[], lexicon: Lexicon): Cases => {
  const asked = askedBy(conditions, lexicon);
  const limits = conditions.flatMap(limitsOf).map((limit) => compileLimit(limit, lexicon));
  let cases: readonly Case[] = [{ numbers: new Map(), levels: new Map(), claims: new Map() }];
  let complete = true;
  const grow = (next: (person: Case) => readonly Case[]): void => {
    const grown = cases.flatMap(next);
    complete &&= grown.length <= mostCases;
    cases = grown.slice(0, mostCases);
  };
  const settled = new Set<string>();
  for (const { key, kind } of asked.numbers) {
    const mine = limits.filter(
      (limit) => limit.keys.has(key) && [...limit.keys].every((each) => each === key || settled.has(each)),
    );
    grow((person) => {
      const roots = mine.flatMap((limit) => rootOf(limit, key, person) ?? []);
      return around(roots, kind).map((value) => ({ ...person, numbers: new Map([...person.numbers, [key, value]]) }));
    });
    settled.add(key);
  }
  for (const { key, levels } of asked.levels)
    grow((person) => levels.map((level) => ({ ...person, levels: new Map([...person.levels, [key, level]]) })));
  for (const key of asked.claims)
    grow((person) => [true, false].map((truth) => ({ ...person, claims: new Map([...person.claims, [key, truth]]) })));
  return { cases, complete };
};
