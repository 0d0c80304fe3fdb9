import type { NotEstimable } from '../counts.ts';
import { normalTwoSided } from '../distributions/normal.ts';
import type { ValuesProblem } from '../values.ts';
import { midranksOf, tieSum } from './midranks.ts';

/** The values of one stratum. */
export interface StratumValues {
  readonly arm1: readonly number[];
  readonly arm0: readonly number[];
}

export interface VanElteren {
  readonly method: 'van-elteren/1';
  /** Positive where arm 1 has the larger values. */
  readonly z: number;
  readonly chiSquare: number;
  readonly twoSided: number;
  /** Strata that say nothing, by their place: an arm is empty, or all values are alike. */
  readonly silent: readonly number[];
  readonly conventions: {
    readonly weights: '1 / (participants of the stratum + 1)';
    readonly ties: 'mean ranks, variance corrected';
    readonly continuityCorrection: false;
  };
}

/** Rank sum of arm 1 less its expectation, and its variance, both in units of N + 1. */
const contribute = ({ arm1, arm0 }: StratumValues): readonly [excess: number, variance: number] => {
  const all = [...arm1, ...arm0];
  const [n1, n0, n] = [arm1.length, arm0.length, all.length];
  if (n1 === 0 || n0 === 0) return [0, 0];
  const sum1 = midranksOf(all)
    .slice(0, n1)
    .reduce((sum, rank) => sum + rank, 0);
  const variance = ((n1 * n0) / 12) * (n + 1 - tieSum(all) / (n * (n - 1)));
  return variance > 1e-9 ? [sum1 / (n + 1) - n1 / 2, variance / (n + 1) ** 2] : [0, 0];
};

/**
 * Van Elteren's stratified rank sum test (`vanelteren1960`): the rank sums of the strata with weights 1 / (N + 1), against
 * the normal distribution. With one stratum it is Wilcoxon's test. For ordered categories give their numbers: then it is
 * the row mean score test with modified ridits. Against R's coin to 1e-9 (public oracle `stratified_wilcoxon`) and sums
 * written out (`evidence/oracles/rank-tests`). Strata with an empty arm, or where all are alike, add nothing and are named.
 */
export const testVanElteren = (strata: readonly StratumValues[]): VanElteren | NotEstimable<ValuesProblem> => {
  const values = strata.flatMap(({ arm1, arm0 }) => [...arm1, ...arm0]);
  if (!values.every(Number.isFinite)) return { notEstimable: 'not a number' };
  if (values.length === 0) return { notEstimable: 'no participants' };
  const parts = strata.map(contribute);
  const variance = parts.reduce((sum, [, part]) => sum + part, 0);
  if (variance === 0) return { notEstimable: 'no variation' };
  const z = parts.reduce((sum, [excess]) => sum + excess, 0) / Math.sqrt(variance);
  return {
    method: 'van-elteren/1',
    z,
    chiSquare: z * z,
    twoSided: normalTwoSided(z),
    silent: parts.flatMap(([, part], i) => (part === 0 ? [i] : [])),
    conventions: {
      weights: '1 / (participants of the stratum + 1)',
      ties: 'mean ranks, variance corrected',
      continuityCorrection: false,
    },
  };
};
