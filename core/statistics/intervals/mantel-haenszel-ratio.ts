import type { NotEstimable } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { type StratifiedProblem, type Stratum, usableStrata } from '../strata.ts';

export interface MantelHaenszelRatio {
  readonly method: 'mantel-haenszel-odds-ratio/1' | 'mantel-haenszel-risk-ratio/1';
  /** Arm 1 to arm 0. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardErrorOfLogarithm: number;
  /** Positions of the strata with an empty arm. */
  readonly dropped: readonly number[];
  readonly conventions: {
    readonly confidence: number;
    readonly variance: 'Robins-Breslow-Greenland' | 'Greenland-Robins';
  };
}

/** Why strata give no common ratio: one of its two sums is zero, and no count is added to make it otherwise. */
export type CommonRatioProblem =
  | StratifiedProblem
  | 'the common ratio is zero'
  | 'the common ratio is unbounded'
  | 'the common ratio is undefined';

interface Sums {
  /** What the ratio divides, and by what. */
  readonly above: number;
  readonly below: number;
  readonly variance: number;
}

const sumOf = (strata: readonly Stratum[], term: (stratum: Stratum, all: number) => number): number =>
  strata.reduce((sum, stratum) => sum + term(stratum, stratum.arm1.of + stratum.arm0.of), 0);

const failures = ({ of, events }: Stratum['arm1']): number => of - events;

/** The variance of the logarithm as `robins1986` gives it, sound for few large and for many small strata. */
const oddsSums = (strata: readonly Stratum[]): Sums => {
  const r = ({ arm1, arm0 }: Stratum, all: number): number => (arm1.events * failures(arm0)) / all;
  const s = ({ arm1, arm0 }: Stratum, all: number): number => (arm0.events * failures(arm1)) / all;
  const p = ({ arm1, arm0 }: Stratum, all: number): number => (arm1.events + failures(arm0)) / all;
  const [above, below] = [sumOf(strata, r), sumOf(strata, s)];
  const pr = sumOf(strata, (stratum, all) => p(stratum, all) * r(stratum, all));
  const mixed = sumOf(
    strata,
    (stratum, all) => p(stratum, all) * s(stratum, all) + (1 - p(stratum, all)) * r(stratum, all),
  );
  const qs = sumOf(strata, (stratum, all) => (1 - p(stratum, all)) * s(stratum, all));
  return { above, below, variance: (pr / above / above + mixed / above / below + qs / below / below) / 2 };
};

/** The sums and the variance of `greenland1985`. */
const riskSums = (strata: readonly Stratum[]): Sums => {
  const above = sumOf(strata, ({ arm1, arm0 }, all) => (arm1.events * arm0.of) / all);
  const below = sumOf(strata, ({ arm1, arm0 }, all) => (arm0.events * arm1.of) / all);
  const spread = sumOf(
    strata,
    ({ arm1, arm0 }, all) =>
      ((arm1.events + arm0.events) * arm1.of * arm0.of - arm1.events * arm0.events * all) / (all * all),
  );
  return { above, below, variance: spread / above / below };
};

const computeRatio = (
  strata: readonly Stratum[],
  confidence: number,
  name: Pick<MantelHaenszelRatio, 'method'> & Pick<MantelHaenszelRatio['conventions'], 'variance'>,
  sumsOf: (strata: readonly Stratum[]) => Sums,
): MantelHaenszelRatio | NotEstimable<CommonRatioProblem> => {
  const usable = usableStrata(strata, confidence);
  if ('notEstimable' in usable) return usable;
  const { above, below, variance } = sumsOf(usable.used);
  if (above === 0 && below === 0) return { notEstimable: 'the common ratio is undefined' };
  if (above === 0) return { notEstimable: 'the common ratio is zero' };
  if (below === 0) return { notEstimable: 'the common ratio is unbounded' };
  const [estimate, standardError] = [above / below, Math.sqrt(variance)];
  const factor = Math.exp(-normalQuantile((1 - confidence) / 2) * standardError);
  return {
    method: name.method,
    estimate,
    lower: estimate / factor,
    upper: estimate * factor,
    standardErrorOfLogarithm: standardError,
    dropped: usable.dropped,
    conventions: { confidence, variance: name.variance },
  };
};

/**
 * Odds ratio that strata have in common (`mantel1959`), with the interval of Robins, Breslow and Greenland on the
 * logarithm (`robins1986`). Against mantelhaen.test to 1e-12 (`evidence/oracles/mantel-haenszel`). Strata with an empty arm
 * are left out and named. Refuses what `usableStrata` refuses, and sums of zero: nothing is added to cells.
 */
export const computeMantelHaenszelOddsRatio = (
  strata: readonly Stratum[],
  confidence = 0.95,
): MantelHaenszelRatio | NotEstimable<CommonRatioProblem> => {
  const name = { method: 'mantel-haenszel-odds-ratio/1', variance: 'Robins-Breslow-Greenland' } as const;
  return computeRatio(strata, confidence, name, oddsSums);
};

/** Ratio of proportions that strata have in common, with the variance of `greenland1985`; otherwise as the odds ratio. */
export const computeMantelHaenszelRiskRatio = (
  strata: readonly Stratum[],
  confidence = 0.95,
): MantelHaenszelRatio | NotEstimable<CommonRatioProblem> => {
  const name = { method: 'mantel-haenszel-risk-ratio/1', variance: 'Greenland-Robins' } as const;
  return computeRatio(strata, confidence, name, riskSums);
};
