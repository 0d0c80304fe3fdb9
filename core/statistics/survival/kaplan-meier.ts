import type { NotEstimable } from '../counts.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';
import { type FollowUp, type FollowUpProblem, refuseFollowUps } from './follow-up.ts';
import { type RiskTime, riskTable } from './risk-table.ts';
import { type NoSurvivalEnds, type SurvivalEnds, type SurvivalScale, survivalEnds } from './survival-interval.ts';

/** The curve from one time on, up to the next. */
export interface SurvivalStep extends RiskTime {
  readonly survival: number;
  readonly standardError: number | NotEstimable<'nobody left'>;
  readonly interval: SurvivalEnds | NoSurvivalEnds;
}

export interface SurvivalCurve {
  readonly method: 'kaplan-meier/1';
  readonly participants: number;
  readonly events: number;
  readonly steps: readonly SurvivalStep[];
  readonly conventions: {
    readonly confidence: number;
    readonly scale: SurvivalScale;
    readonly variance: 'Greenwood';
    readonly censoredAtEvent: 'at risk';
  };
}

/**
 * Share of participants without the event after each time (`kaplan1958`), with Greenwood's standard error
 * (`greenwood1926`) and pointwise intervals. One step for each time at which somebody's follow-up ended. When the last
 * one at risk has the event the curve is 0, its standard error 0 · ∞ and said to be not estimable. Unit of time as
 * given; no rounding. By hand: 6 months of 10, 1 event: 9/10; then 2 of 8: 9/10 · 6/8 = 0.675, variance 0.675² · (1/90
 * + 2/48). Against R's survfit to 1e-12 (public oracle `kaplan_meier`; `evidence/oracles/time-to-event`).
 */
export const estimateSurvival = (
  followUps: readonly FollowUp[],
  scale: SurvivalScale = 'log-log',
  confidence = 0.95,
): SurvivalCurve | NotEstimable<FollowUpProblem> => {
  const refusal = refuseFollowUps([followUps], confidence);
  if (refusal !== undefined) return refusal;
  const z = -normalQuantile((1 - confidence) / 2);
  let [survival, greenwood] = [1, 0];
  const steps = riskTable(followUps).map((row): SurvivalStep => {
    survival *= (row.atRisk - row.events) / row.atRisk;
    if (survival > 0) greenwood += row.events / row.atRisk / (row.atRisk - row.events);
    const standardError = survival > 0 ? survival * Math.sqrt(greenwood) : ({ notEstimable: 'nobody left' } as const);
    return { ...row, survival, standardError, interval: survivalEnds(survival, greenwood, z, scale) };
  });
  return {
    method: 'kaplan-meier/1',
    participants: followUps.length,
    events: followUps.filter(({ event }) => event).length,
    steps,
    conventions: { confidence, scale, variance: 'Greenwood', censoredAtEvent: 'at risk' },
  };
};

export interface SurvivalPoint extends Pick<SurvivalStep, 'survival' | 'standardError' | 'interval'> {
  readonly time: number;
  readonly atRisk: number;
  /** Whether the time lies after everybody's follow-up: the curve is then carried forward, and says so. */
  readonly isBeyondFollowUp: boolean;
}

/**
 * The curve at one time ≥ 0, with the number at risk just before it. After the last follow-up its last value, marked.
 */
export const survivalAt = ({ steps, participants }: SurvivalCurve, time: number): SurvivalPoint => {
  const last = steps.findLast((step) => step.time <= time);
  const { survival, standardError, interval } = last ?? {
    survival: 1,
    standardError: 0,
    interval: { lower: 1, upper: 1 },
  };
  const next = steps.find((step) => step.time >= time);
  const atRisk = next?.atRisk ?? 0;
  return {
    time,
    atRisk: Math.min(atRisk, participants),
    survival,
    standardError,
    interval,
    isBeyondFollowUp: next === undefined,
  };
};
