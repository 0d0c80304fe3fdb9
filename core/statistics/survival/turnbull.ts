import type { NotEstimable } from '../counts.ts';
import { solveSymmetric } from '../linear/cholesky.ts';
import { type IntervalFollowUp, type IntervalProblem, refuseIntervals } from './interval-censored.ts';

/**
 * Probability that the event comes in (after, until], a day of its own where both are equal; until ∞ has no `until`.
 */
export interface TurnbullMass {
  readonly after: number;
  readonly until: number | undefined;
  readonly mass: number;
}

export interface TurnbullEstimate {
  readonly method: 'turnbull/1';
  readonly participants: number;
  /** Only intervals with a positive mass; within one, the data do not say when. */
  readonly masses: readonly TurnbullMass[];
  readonly logLikelihood: number;
  readonly conventions: { readonly intervals: 'open before, closed behind'; readonly withinInterval: 'not known' };
}

interface Place {
  readonly time: number;
  /** At one time: a day's own beginning, then ends, then beginnings after the day. */
  readonly rank: 0 | 1 | 2;
}

const beginOf = ({ after, until }: IntervalFollowUp): Place => ({ time: after, rank: after === until ? 0 : 2 });
const endOf = ({ until }: IntervalFollowUp): Place => ({ time: until ?? Number.POSITIVE_INFINITY, rank: 1 });
const compare = (a: Place, b: Place): number => (a.time === b.time ? a.rank - b.rank : a.time < b.time ? -1 : 1);

/** The intervals between a beginning and the end that follows it at once: only there can the estimate have mass. */
const innermost = (followUps: readonly IntervalFollowUp[]): readonly IntervalFollowUp[] => {
  const places = followUps.flatMap((followUp) => [beginOf(followUp), endOf(followUp)]).toSorted(compare);
  return places.flatMap((place, index) => {
    const next = places[index + 1];
    if (place.rank === 1 || next?.rank !== 1) return [];
    return [{ after: place.time, until: next.time === Number.POSITIVE_INFINITY ? undefined : next.time }];
  });
};

const holds = (outer: IntervalFollowUp, inner: IntervalFollowUp): boolean =>
  compare(beginOf(outer), beginOf(inner)) <= 0 && compare(endOf(inner), endOf(outer)) <= 0;

interface Round {
  /** Of each participant, the probability of what was seen. */
  readonly seen: readonly number[];
  /**
   * Of each interval, the mean over participants of 1 / probability where it is among the possible: at most 1 at the
   * maximum.
   */
  readonly gain: readonly number[];
}

const roundOf = (possible: readonly (readonly number[])[], masses: readonly number[]): Round => {
  const seen = possible.map((among) => among.reduce((sum, j) => sum + (masses[j] ?? 0), 0));
  const gain = masses.map(() => 0);
  possible.forEach((among, i) => {
    for (const j of among) gain[j] = (gain[j] ?? 0) + 1 / (seen[i] ?? 1) / possible.length;
  });
  return { seen, gain };
};

const logLikelihoodOf = (possible: readonly (readonly number[])[], masses: readonly number[]): number =>
  roundOf(possible, masses).seen.reduce((sum, chance) => sum + Math.log(chance), 0);

const toOne = (masses: readonly number[]): readonly number[] => {
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map((mass) => mass / all);
};

/** A mass at or below this that explains less than its share is taken as none; one that is missed starts with it. */
const nothing = 1e-7;
/** Gains this near to 1 are those of the maximum: the log likelihood is within so much, for each participant, of it. */
const enough = 1e-10;
const mostRounds = 2000;

/** Self-consistency: each round moves mass to where it explains more (`turnbull1976`). Never lowers the likelihood. */
const redistribute = (masses: readonly number[], gain: readonly number[]): readonly number[] =>
  toOne(
    masses.map((mass, j) => {
      const value = gain[j] ?? 0;
      if (mass <= nothing && value < 1) return 0;
      return mass === 0 && value > 1 + enough ? nothing : mass * value;
    }),
  );

/** Curvature of the log likelihood, for each participant, between the masses `active`; a trace more on the diagonal. */
const curvature = (possible: readonly (readonly number[])[], seen: readonly number[], active: readonly number[]) =>
  active.map((j) =>
    active.map((k) => {
      const both = possible.flatMap((among, i) =>
        among.includes(j) && among.includes(k) ? [1 / (seen[i] ?? 1) ** 2] : [],
      );
      return both.reduce((sum, value) => sum + value, 0) / possible.length + (j === k ? 1e-9 : 0);
    }),
  );

/**
 * Newton's step over the positive masses, up to where the first of them vanishes; as much of it as the likelihood
 * likes.
 */
const leap = (possible: readonly (readonly number[])[], masses: readonly number[]): readonly number[] => {
  const { seen, gain } = roundOf(possible, masses);
  const active = masses.flatMap((mass, j) => (mass > 0 ? [j] : []));
  const slope = active.map((j) => (gain[j] ?? 0) - 1);
  const step = solveSymmetric(curvature(possible, seen, active), slope) ?? slope;
  const change = masses.map((_, j) => step[active.indexOf(j)] ?? 0);
  const room = masses.map((mass, j) => ((change[j] ?? 0) < 0 ? mass / -(change[j] ?? 0) : Number.POSITIVE_INFINITY));
  const before = logLikelihoodOf(possible, masses);
  for (let share = Math.min(1, ...room), halving = 0; halving < 30; share /= 2, halving += 1) {
    const moved = toOne(masses.map((mass, j) => ((room[j] ?? 0) <= share ? 0 : mass + share * (change[j] ?? 0))));
    if (logLikelihoodOf(possible, moved) > before) return moved;
  }
  return masses;
};

/**
 * Masses of greatest likelihood: rounds of self-consistency, which are safe, between leaps of Newton's, which are fast.
 */
const bestMasses = (possible: readonly (readonly number[])[], size: number): readonly number[] | undefined => {
  let masses: readonly number[] = Array.from({ length: size }, () => 1 / size);
  for (let count = 0; count < mostRounds; count += 1) {
    const { gain } = roundOf(possible, masses);
    const isBest = gain.every((value, j) => (masses[j] === 0 ? value <= 1 + enough : Math.abs(value - 1) <= enough));
    if (isBest) return masses;
    const moved = redistribute(masses, gain);
    masses = count % 5 === 4 ? leap(possible, moved) : moved;
  }
  return undefined;
};

/**
 * Distribution of the time of an event known only to lie between visits (`turnbull1976`): the nonparametric estimate of
 * greatest likelihood. With exact times and censoring it is the Kaplan–Meier curve. By hand: (0, 2], (1, 3], (2, ∞) put
 * a half into (1, 2] and a half into (2, 3]. Unit of time as given. Its log likelihood is that of R's maximisation to
 * 1e-9 (`evidence/oracles/turnbull`), its masses those published for the breast cosmesis trial to four digits
 * (`finkelstein1985`). Refuses intervals that are none.
 */
export const estimateTurnbull = (
  followUps: readonly IntervalFollowUp[],
): TurnbullEstimate | NotEstimable<IntervalProblem | 'not converged'> => {
  const refusal = refuseIntervals(followUps);
  if (refusal !== undefined) return refusal;
  const places = innermost(followUps);
  const possible = followUps.map((outer) => places.flatMap((inner, j) => (holds(outer, inner) ? [j] : [])));
  const masses = bestMasses(possible, places.length);
  if (masses === undefined) return { notEstimable: 'not converged' };
  return {
    method: 'turnbull/1',
    participants: followUps.length,
    masses: places.map((place, j) => ({ ...place, mass: masses[j] ?? 0 })).filter(({ mass }) => mass > 0),
    logLikelihood: logLikelihoodOf(possible, masses),
    conventions: { intervals: 'open before, closed behind', withinInterval: 'not known' },
  };
};
