import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import type { IntervalEnds } from '../descriptive/summary.ts';
import { poissonLowerTail, poissonUpperTail } from '../distributions/poisson.ts';

/** How often something happened to a group, and the time that its participants were at risk. */
export interface EventsOverTime {
  readonly events: number;
  readonly time: number;
}

export type ExposureProblem =
  | 'not a whole number'
  | 'negative count'
  | 'too many events'
  | 'time not above zero'
  | 'no events'
  | 'confidence not between 0 and 1';

/** Above this the exact interval would take noticeably long; far above any trial. */
const mostEvents = 100_000;

/** The first thing that keeps these groups from having a rate. */
export const refuseExposures = (
  groups: readonly EventsOverTime[],
  confidence: number,
): NotEstimable<ExposureProblem> | undefined => {
  for (const { events, time } of groups) {
    if (!Number.isInteger(events)) return { notEstimable: 'not a whole number' };
    if (events < 0) return { notEstimable: 'negative count' };
    if (events > mostEvents) return { notEstimable: 'too many events' };
    if (!(time > 0 && Number.isFinite(time))) return { notEstimable: 'time not above zero' };
  }
  return confidence > 0 && confidence < 1 ? undefined : { notEstimable: 'confidence not between 0 and 1' };
};

export interface PoissonRate extends IntervalEnds {
  readonly method: 'garwood/1';
  /** Events per unit of the time given; times 100 in person-years it is the exposure-adjusted incidence rate. */
  readonly estimate: number;
  readonly conventions: { readonly confidence: number; readonly sides: 'two-sided, equal tails' };
}

/**
 * Rate of events over person-time with the exact interval of Garwood (`garwood1936`): the means under which neither tail is
 * below half of what the confidence leaves. Without events the lower end is 0. Events per unit of time; no rounding.
 * Against R's poisson.test to 1e-9 (public oracle `poisson_rate`; `evidence/oracles/poisson-rate`).
 * Refuses counts that are none, time that is not above zero, a confidence outside 0 … 1.
 */
export const computePoissonRate = (
  group: EventsOverTime,
  confidence = 0.95,
): PoissonRate | NotEstimable<ExposureProblem> => {
  const refusal = refuseExposures([group], confidence);
  if (refusal !== undefined) return refusal;
  const { events, time } = group;
  const tail = (1 - confidence) / 2;
  // Chernoff: a mean so far above the count leaves less than 1e-100 of the distribution at it or below.
  const beyond = events + 30 * Math.sqrt(events) + 300;
  return {
    method: 'garwood/1',
    estimate: events / time,
    lower: events === 0 ? 0 : turningPoint(0, events, (mean) => poissonUpperTail(events, mean) < tail) / time,
    upper: turningPoint(events, beyond, (mean) => poissonLowerTail(events, mean) > tail) / time,
    conventions: { confidence, sides: 'two-sided, equal tails' },
  };
};
