import type { NotEstimable } from '../counts.ts';
import { deriveMissingVisits, drawMissingVisits, type ReferenceAssumption } from './reference-based.ts';
import {
  drawVisitRegressions,
  type MonotoneParticipant,
  type MonotoneProblem,
  seenVisits,
  visitModelOf,
} from './visit-regressions.ts';

/** A participant with a value at every visit. */
export interface CompletedParticipant {
  readonly arm: 0 | 1;
  readonly covariates: readonly number[];
  readonly values: readonly number[];
  /** How many of the values, at the end, are imputed. */
  readonly imputed: number;
}

/**
 * One completed data set: a draw of the model of the visits, then of each participant's missing visits under an assumption
 * about the reference arm (`carpenter2013`; arm 0 is the reference and is itself missing at random). Repeat with further
 * numbers of the same stream for further imputations, analyse each, and pool by Rubin's rules. Numbers are asked of
 * `normal` for the model first, then participant by participant: the same stream gives the same data set.
 * In the unit of the values; no rounding. Against the same steps in R with the same normal numbers to 1e-9
 * (`evidence/oracles/impute-visits`). Refuses values missing between observed ones, and too few participants for a visit.
 */
export const imputeVisits = (
  participants: readonly MonotoneParticipant[],
  assumption: ReferenceAssumption,
  normal: () => number,
): readonly CompletedParticipant[] | NotEstimable<MonotoneProblem> => {
  const regressions = drawVisitRegressions(participants, normal);
  if ('notEstimable' in regressions) return regressions;
  return participants.map((one) => {
    const { arm, covariates } = one;
    const observed = one.values.slice(0, seenVisits(one)).map((value) => value ?? Number.NaN);
    if (observed.length === one.values.length) return { arm, covariates, values: observed, imputed: 0 };
    const missing = deriveMissingVisits(visitModelOf(regressions, arm, covariates), assumption, observed);
    if (missing === undefined) throw new Error('imputation: the drawn covariance of the visits is none');
    const drawn = drawMissingVisits(missing, normal);
    return { arm, covariates, values: [...observed, ...drawn], imputed: drawn.length };
  });
};
