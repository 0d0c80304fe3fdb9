import type { NotEstimable } from '../counts.ts';
import { type ErrorRates, quantilesOf, refuseErrorRates, type SizingProblem } from './error-rates.ts';

/** What a trial of times to an event supposes; times and hazards in one unit of time. */
export interface SurvivalAssumptions {
  /** Hazard of arm 1 over that of arm 0, above 0. */
  readonly hazardRatio: number;
  /** Constant hazard of the event in arm 0, above 0. */
  readonly hazard0: number;
  /** How long participants enter, evenly, and how long the last one is followed. */
  readonly accrual: number;
  readonly followUp: number;
  /** Constant hazard of leaving without the event: −ln(1 − share leaving in a time) / that time. */
  readonly dropoutHazard: number;
  /** Participants of arm 1 for one of arm 0. */
  readonly ratio: number;
}

export interface SurvivalSize {
  readonly method: 'schoenfeld/1';
  /** Events in both arms, before rounding up; Freedman's number is shown beside. */
  readonly events: number;
  readonly eventsFreedman: number;
  /** Chance of seeing the event of a participant of each arm within the trial. */
  readonly chance1: number;
  readonly chance0: number;
  /** Participants in both arms for Schoenfeld's number of events, before rounding up. */
  readonly participants: number;
  readonly conventions: { readonly alpha: 'one-sided'; readonly accrual: 'uniform'; readonly hazards: 'constant' };
}

/** Chance that the event is seen: exponential time to it and to dropping out, entry uniform over the accrual. */
const chanceOfEvent = (hazard: number, { accrual, followUp, dropoutHazard }: SurvivalAssumptions): number => {
  const all = hazard + dropoutHazard;
  const still =
    accrual > 0
      ? (Math.exp(-all * followUp) * -Math.expm1(-all * accrual)) / (all * accrual)
      : Math.exp(-all * followUp);
  return (hazard / all) * (1 - still);
};

/**
 * Events that a log-rank test needs (`schoenfeld1981`; `freedman1982` beside it), and the participants among whom they
 * will be seen with uniform accrual and exponential dropping out (`lachin1986`). By hand, hazard ratio .5 at one-sided
 * .025 and power .9, 1 : 1: 4 · 10.507 / .4805 = 87.5 events. Against the closed forms in R to 1e-12; the events agree
 * with rpact (public oracle `ss_survival`; `evidence/oracles/sample-size`). Refuses a hazard ratio of 1 and times or
 * hazards that are none.
 */
export const sizeSurvival = (
  assumptions: SurvivalAssumptions,
  rates: ErrorRates,
): SurvivalSize | NotEstimable<SizingProblem | 'hazard or time not above 0'> => {
  const { hazardRatio, hazard0, accrual, followUp, dropoutHazard, ratio } = assumptions;
  const refusal = refuseErrorRates(rates, ratio);
  if (refusal !== undefined) return refusal;
  const isWhole = hazardRatio > 0 && hazard0 > 0 && accrual >= 0 && followUp >= 0 && dropoutHazard >= 0;
  if (!isWhole || accrual + followUp <= 0) return { notEstimable: 'hazard or time not above 0' };
  if (hazardRatio === 1) return { notEstimable: 'nothing to detect' };
  const { forAlpha, forPower } = quantilesOf(rates);
  const risk = (forAlpha + forPower) ** 2;
  const events = (risk * (1 + ratio) ** 2) / (ratio * Math.log(hazardRatio) ** 2);
  const chance1 = chanceOfEvent(hazard0 * hazardRatio, assumptions);
  const chance0 = chanceOfEvent(hazard0, assumptions);
  return {
    method: 'schoenfeld/1',
    events,
    eventsFreedman: (risk * (1 + ratio * hazardRatio) ** 2) / (ratio * (1 - hazardRatio) ** 2),
    chance1,
    chance0,
    participants: (events * (1 + ratio)) / (ratio * chance1 + chance0),
    conventions: { alpha: 'one-sided', accrual: 'uniform', hazards: 'constant' },
  };
};
