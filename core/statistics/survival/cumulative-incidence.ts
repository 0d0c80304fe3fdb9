import type { NotEstimable } from '../counts.ts';
import {
  type CompetingFollowUp,
  type CompetingRiskTime,
  competingRiskTable,
  refuseCompeting,
  tieFactor,
} from './competing-risks.ts';
import type { FollowUpProblem } from './follow-up.ts';

export interface IncidenceStep extends CompetingRiskTime {
  /** Share with the event of interest by this time. */
  readonly incidence: number;
  /** Share without any event after this time. */
  readonly eventFree: number;
  readonly variance: number;
}

export interface CumulativeIncidence {
  readonly method: 'aalen-johansen/1';
  readonly participants: number;
  readonly steps: readonly IncidenceStep[];
  readonly conventions: { readonly variance: 'Aalen, tied events without replacement' };
}

interface IncidenceSums extends CompetingRiskTime {
  readonly before: number;
  readonly eventFree: number;
  readonly incidence: number;
}

/** What one earlier time adds to the variance of the incidence `now`. */
const varianceOf = (base: IncidenceSums, now: number): number => {
  const { atRisk, before, eventFree, incidence, ofInterest, competing } = base;
  const later = eventFree > 0 ? (now - incidence) / eventFree : 0;
  const share = (before / atRisk) ** 2;
  const events = ofInterest * tieFactor(ofInterest, atRisk - 1) * (1 - later) ** 2;
  return share * (events + competing * tieFactor(competing, atRisk - 1) * later ** 2);
};

const basesOf = (followUps: readonly CompetingFollowUp[]): readonly IncidenceSums[] => {
  let [eventFree, incidence] = [1, 0];
  return competingRiskTable(followUps).map((row) => {
    const before = eventFree;
    incidence += (before * row.ofInterest) / row.atRisk;
    eventFree *= (row.atRisk - row.ofInterest - row.competing) / row.atRisk;
    return { ...row, before, eventFree, incidence };
  });
};

/**
 * Share of participants who had the event of interest by each time when another event may preclude it (`aalen1978`):
 * never 1 − Kaplan–Meier, which treats the others as if they could still have it. Variance as in cmprsk's cuminc. By
 * hand: of 4, event at 1, death at 2, event at 3, censored at 4: 1/4, 1/4, 1/4 + 1/2 · 1/2 = 1/2. Against cmprsk to
 * 1e-12 (public oracle `cumulative_incidence`) and R's multi-state survfit to 1e-12 (`evidence/oracles/time-to-event`).
 * Unit of time as given; no rounding. Refuses as `refuseCompeting`.
 */
export const estimateCumulativeIncidence = (
  followUps: readonly CompetingFollowUp[],
): CumulativeIncidence | NotEstimable<FollowUpProblem> => {
  const refusal = refuseCompeting([followUps]);
  if (refusal !== undefined) return refusal;
  const bases = basesOf(followUps);
  const steps = bases.map(({ before: _, ...base }, index): IncidenceStep => {
    let variance = 0;
    for (const earlier of bases.slice(0, index + 1)) variance += varianceOf(earlier, base.incidence);
    return { ...base, variance };
  });
  return {
    method: 'aalen-johansen/1',
    participants: followUps.length,
    steps,
    conventions: { variance: 'Aalen, tied events without replacement' },
  };
};

/** Incidence and its variance at a time ≥ 0; before the first step nobody had the event. */
export const incidenceAt = (
  { steps }: CumulativeIncidence,
  time: number,
): Pick<IncidenceStep, 'incidence' | 'variance'> & { readonly isBeyondFollowUp: boolean } => {
  const { incidence, variance } = steps.findLast((step) => step.time <= time) ?? { incidence: 0, variance: 0 };
  return { incidence, variance, isBeyondFollowUp: time > (steps.at(-1)?.time ?? 0) };
};
