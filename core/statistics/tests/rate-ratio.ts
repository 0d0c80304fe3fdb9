import type { NotEstimable } from '../counts.ts';
import { binomialProbabilities } from '../distributions/binomial.ts';
import { computeClopperPearson } from '../intervals/clopper-pearson.ts';
import { type EventsOverTime, type ExposureProblem, refuseExposures } from '../intervals/poisson-rate.ts';
import type { RatioEnd } from '../intervals/ratio-end.ts';

export interface RateRatio {
  readonly method: 'rate-ratio/1';
  /** Rate of arm 1 over rate of arm 0; without bound where there are no events in arm 0. */
  readonly estimate: RatioEnd;
  readonly lower: number;
  readonly upper: RatioEnd;
  /** Of equal rates. */
  readonly twoSided: number;
  readonly conventions: {
    readonly confidence: number;
    readonly conditional: 'on the events of both arms';
    readonly twoSided: 'outcomes not more probable than the observed one';
    readonly tieTolerance: number;
  };
}

const tieTolerance = 1e-7;

const ratioOf = (share: number, times: number): RatioEnd => (share >= 1 ? 'unbounded' : (share / (1 - share)) * times);

/**
 * Ratio of two rates of events, arm 1 over arm 0, exact given the events of both arms: then those of arm 1 are binomial
 * (`przyborowski1940`), with the interval of `clopper1934`. Counts of one participant must not hang together: otherwise use
 * the negative binomial. Against R's poisson.test to 1e-9 (public oracle `poisson_rate`; `evidence/oracles/poisson-rate`).
 * Refuses what `computePoissonRate` refuses, and arms without any event.
 */
export const testRateRatio = (
  arm1: EventsOverTime,
  arm0: EventsOverTime,
  confidence = 0.95,
): RateRatio | NotEstimable<ExposureProblem> => {
  const refusal = refuseExposures([arm1, arm0], confidence);
  if (refusal !== undefined) return refusal;
  const all = arm1.events + arm0.events;
  const share = computeClopperPearson({ events: arm1.events, of: all }, confidence);
  if (!('method' in share)) return { notEstimable: 'no events' };
  const chances = binomialProbabilities(all, arm1.time / (arm1.time + arm0.time));
  const limit = (chances[arm1.events] ?? 0) * (1 + tieTolerance);
  const times = arm0.time / arm1.time;
  return {
    method: 'rate-ratio/1',
    estimate: ratioOf(share.estimate, times),
    lower: (share.lower / (1 - share.lower)) * times,
    upper: ratioOf(share.upper, times),
    twoSided: Math.min(
      1,
      chances.filter((chance) => chance <= limit).reduce((sum, chance) => sum + chance, 0),
    ),
    conventions: {
      confidence,
      conditional: 'on the events of both arms',
      twoSided: 'outcomes not more probable than the observed one',
      tieTolerance,
    },
  };
};
