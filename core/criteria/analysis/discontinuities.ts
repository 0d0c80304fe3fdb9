import { compare, one, type Rational } from '#core/quantities/rational.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Condition } from '../syntax.ts';
import { everyFormula } from '../walk.ts';
import { type Case, pointOfKey } from './case.ts';
import { type CompiledLimit, compileLimit, rootOf } from './limit-roots.ts';
import { limitsOf } from './limits.ts';

/**
 * A limit that jumps where another value passes a threshold: two people who hardly differ are held to different rules.
 * A partial response from 3.5 g on asks for less than 3.5 g, and just below 3.5 g for less than 1.75 g.
 */
export interface Discontinuity {
  /** What passes the threshold, such as `protein-24h at baseline`, and where. */
  readonly term: string;
  readonly threshold: Rational;
  /** What the limit is of, and its value on either side. */
  readonly limited: string;
  readonly when: Rational;
  readonly otherwise: Rational;
  /** Whatever else the limits depend on, each taken as one of its unit. */
  readonly given: readonly string[];
}

type If = Extract<Condition, { kind: 'if' }>;

const compiled = (condition: Condition, lexicon: Lexicon): readonly CompiledLimit[] =>
  limitsOf(condition).map((limit) => compileLimit(limit, lexicon));

const ones = (limits: readonly CompiledLimit[]): Case => ({
  numbers: new Map(limits.flatMap(({ keys }) => [...keys].map((key) => [key, one] as const))),
  levels: new Map(),
  claims: new Map(),
});

/** The limits of one term in a branch; several that differ would leave open which one decides. */
const limitOf = (term: string, limits: readonly CompiledLimit[], person: Case): Rational | undefined => {
  const roots = limits.flatMap((limit) => (limit.keys.has(term) ? (rootOf(limit, term, person) ?? []) : []));
  const [first, ...others] = roots;
  return first !== undefined && others.every((root) => compare(root, first) === 0) ? first : undefined;
};

/** What a limit is of: the value that is measured last. */
const lastOf = ({ keys }: CompiledLimit, { points }: Lexicon): string | undefined =>
  [...keys].toSorted((a, b) => points.indexOf(pointOfKey(a)) - points.indexOf(pointOfKey(b))).at(-1);

const jumpsOf = (condition: If, lexicon: Lexicon): readonly Discontinuity[] => {
  const [test, then, otherwise] = [condition.test, condition.consequence, condition.otherwise].map((part) =>
    compiled(part, lexicon),
  );
  const [only, ...more] = test ?? [];
  const [term, ...terms] = only?.keys ?? [];
  if (only === undefined || more.length > 0 || term === undefined || terms.length > 0) return [];
  const threshold = rootOf(only, term, ones([only]));
  if (threshold === undefined || then === undefined || otherwise === undefined) return [];
  const all = ones([...then, ...otherwise]);
  const person: Case = { ...all, numbers: new Map([...all.numbers, [term, threshold]]) };
  const shared = new Set(then.map((limit) => lastOf(limit, lexicon)));
  return [...new Set(otherwise.map((limit) => lastOf(limit, lexicon)))].flatMap((limited) => {
    if (limited === undefined || limited === term || !shared.has(limited)) return [];
    const [when, not] = [limitOf(limited, then, person), limitOf(limited, otherwise, person)];
    if (when === undefined || not === undefined || compare(when, not) === 0) return [];
    const given = [...all.numbers.keys()].filter(
      (key) => key !== limited && key !== term && isUsed(key, limited, [...then, ...otherwise]),
    );
    return [{ term, threshold, limited, when, otherwise: not, given }];
  });
};

const isUsed = (key: string, limited: string, limits: readonly CompiledLimit[]): boolean =>
  limits.some(({ keys }) => keys.has(key) && keys.has(limited));

/**
 * Every limit that jumps at the threshold of an `if`. The condition must have been written out by `plainCondition`; an
 * `if` whose test asks for more than one number is not looked at.
 */
export const discontinuitiesOf = (condition: Condition, lexicon: Lexicon): readonly Discontinuity[] => {
  const found = everyFormula(condition).flatMap((each) => (each.kind === 'if' ? jumpsOf(each, lexicon) : []));
  return [...new Map(found.map((jump) => [`${jump.term} ${jump.limited}`, jump])).values()];
};
