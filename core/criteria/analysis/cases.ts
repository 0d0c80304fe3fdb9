import type { MeasureKind } from '#core/measures/measure.ts';
import { add, compare, divide, type Rational, rational, zero } from '#core/quantities/rational.ts';
import type { Ask } from '../ask.ts';
import { compileCondition } from '../compile.ts';
import { isNumeric } from '../formula-kind.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Condition, MeasureAt } from '../syntax.ts';
import { everyFormula, measuresAsked } from '../walk.ts';
import { type Case, chartOfCase, claimKey, keyOfAsked } from './case.ts';
import { type CompiledLimit, compileLimit, crossingOf, rootOf } from './limit-roots.ts';
import { limitsOf } from './limits.ts';

/** What a case must hold for some conditions to be asked. */
interface Asked {
  readonly numbers: readonly { readonly key: string; readonly kind: MeasureKind }[];
  readonly levels: readonly { readonly key: string; readonly levels: readonly string[] }[];
  readonly sets: readonly { readonly key: string; readonly levels: readonly string[] }[];
  readonly claims: readonly string[];
}

const uniqueBy = <T>(list: readonly T[], key: (each: T) => string): readonly T[] => [
  ...new Map(list.map((each) => [key(each), each])).values(),
];

/** Levels that the conditions name, and one that stands for all others. */
const levelsThatMatter = (key: string, all: readonly string[], conditions: readonly Condition[]): readonly string[] => {
  const named = new Set(
    conditions
      .flatMap(everyFormula)
      .flatMap((each) => (each.kind === 'set' && keyOfAsked(each.value) === key ? each.levels : [])),
  );
  const other = all.find((level) => !named.has(level));
  return other === undefined ? [...named] : [...named, other];
};

/** Every way to belong to some of the levels; to none is no answer. */
const someOf = (levels: readonly string[]): readonly (readonly string[])[] =>
  levels
    .reduce<readonly (readonly string[])[]>((sets, level) => sets.flatMap((set) => [set, [...set, level]]), [[]])
    .filter((set) => set.length > 0);

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
    sets: kinds.flatMap(({ key, kind }) =>
      kind.kind === 'set' ? [{ key, levels: levelsThatMatter(key, kind.levels, conditions) }] : [],
    ),
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

/** Pairs of limits of one later number that depend on this one, and on nothing else that is not settled. */
const crossingsAt = (key: string, settled: ReadonlySet<string>, limits: readonly CompiledLimit[]) => {
  const laters = new Set(limits.flatMap(({ keys }) => [...keys]).filter((each) => each !== key && !settled.has(each)));
  return [...laters].flatMap((later) => {
    const of = limits.filter(
      ({ keys }) => keys.has(later) && [...keys].every((each) => each === later || each === key || settled.has(each)),
    );
    return of.flatMap((a, index) =>
      of
        .slice(index + 1)
        .flatMap((b) => (a.keys.has(key) || b.keys.has(key) ? [{ pair: [a, b] as const, later }] : [])),
    );
  });
};

export interface Cases {
  readonly cases: readonly Case[];
  /** False when there were too many and only the first were made. */
  readonly complete: boolean;
}

const mostCases = 60_000;

const nobody: Case = { numbers: new Map(), levels: new Map(), claims: new Map() };

/** A list that is cut where it grows too long, and remembers that it was. */
interface Grown {
  readonly cases: readonly Case[];
  readonly complete: boolean;
}

const grow = ({ cases, complete }: Grown, next: (person: Case) => readonly Case[]): Grown => {
  const grown = cases.flatMap(next);
  return { cases: grown.slice(0, mostCases), complete: complete && grown.length <= mostCases };
};

/** Numbers that limits hold together: what one of them is says nothing of those in another group. */
const groupsOf = (numbers: Asked['numbers'], limits: readonly CompiledLimit[]): readonly Asked['numbers'][] => {
  const groups: Set<string>[] = [];
  for (const keys of [...limits.map((limit) => limit.keys), ...numbers.map(({ key }) => new Set([key]))]) {
    const joined = groups.filter((group) => [...keys].some((key) => group.has(key)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push(new Set([...keys, ...joined.flatMap((group) => [...group])]));
  }
  return groups.map((group) => numbers.filter(({ key }) => group.has(key)));
};

/** The comparisons that ask for one of these numbers, ready to be asked. */
const comparisonsOf = (
  conditions: readonly Condition[],
  names: ReadonlySet<string>,
  lexicon: Lexicon,
): readonly Ask[] =>
  conditions
    .flatMap(everyFormula)
    .filter(isNumeric)
    .filter((each) => measuresAsked(each).some((asked) => names.has(keyOfAsked(asked))))
    .map((each) => compileCondition(each, { lexicon, definitions: new Map() }));

/** One of those who answer every comparison alike: they answer every sentence alike. The middle one is seldom odd. */
const oneOfEach = (people: readonly Case[], asks: readonly Ask[]): readonly Case[] => {
  const answers = (person: Case): string => asks.map((ask) => ask(chartOfCase(person), undefined).truth).join(' ');
  return [...Map.groupBy(people, answers).values()].flatMap((alike) => alike[Math.floor(alike.length / 2)] ?? []);
};

/** One person for each way in which numbers that hang together can be compared. */
const peopleOf = (group: Asked['numbers'], limits: readonly CompiledLimit[], asks: readonly Ask[]): Grown => {
  const names = new Set(group.map(({ key }) => key));
  const own = limits.filter(({ keys }) => [...keys].some((key) => names.has(key)));
  const settled = new Set<string>();
  let grown: Grown = { cases: [nobody], complete: true };
  for (const { key, kind } of group) {
    const mine = own.filter(
      ({ keys }) => keys.has(key) && [...keys].every((each) => each === key || settled.has(each)),
    );
    const crossing = crossingsAt(key, settled, own);
    grown = grow(grown, (person) => {
      const roots = [
        ...mine.flatMap((limit) => rootOf(limit, key, person) ?? []),
        ...crossing.flatMap(({ pair, later }) => crossingOf(pair, later, key, person) ?? []),
      ];
      return around(roots, kind).map((value) => ({ ...person, numbers: new Map([...person.numbers, [key, value]]) }));
    });
    settled.add(key);
  }
  return { cases: oneOfEach(grown.cases, asks), complete: grown.complete };
};

const withNumbers = (person: Case, other: Case): Case => ({
  ...person,
  numbers: new Map([...person.numbers, ...other.numbers]),
});

/**
 * Enough imaginary people to meet every combination of answers that the numbers, levels and claims of these conditions
 * allow: values on, between and beyond all limits, limits relative to an earlier value and where two such limits meet
 * included. The conditions must have been written out by `plainCondition`.
 */
export const casesOf = (conditions: readonly Condition[], lexicon: Lexicon): Cases => {
  const asked = askedBy(conditions, lexicon);
  const limits = conditions.flatMap(limitsOf).map((limit) => compileLimit(limit, lexicon));
  let grown: Grown = { cases: [nobody], complete: true };
  for (const group of groupsOf(asked.numbers, limits)) {
    const asks = comparisonsOf(conditions, new Set(group.map(({ key }) => key)), lexicon);
    const people = peopleOf(group, limits, asks);
    grown = grow({ ...grown, complete: grown.complete && people.complete }, (person) =>
      people.cases.map((other) => withNumbers(person, other)),
    );
  }
  for (const { key, levels } of asked.levels)
    grown = grow(grown, (person) =>
      levels.map((level) => ({ ...person, levels: new Map([...person.levels, [key, level]]) })),
    );
  for (const { key, levels } of asked.sets)
    grown = grow(grown, (person) =>
      someOf(levels).map((set) => ({ ...person, sets: new Map([...(person.sets ?? []), [key, set]]) })),
    );
  for (const key of asked.claims)
    grown = grow(grown, (person) =>
      [true, false].map((truth) => ({ ...person, claims: new Map([...person.claims, [key, truth]]) })),
    );
  return grown;
};
