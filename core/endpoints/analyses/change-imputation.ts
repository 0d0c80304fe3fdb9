import type { NotEstimable } from '#core/statistics/counts.ts';
import { type CompletedParticipant, imputeVisits } from '#core/statistics/missing/impute-visits.ts';
import type { ReferenceAssumption } from '#core/statistics/missing/reference-based.ts';
import { poolImputations } from '#core/statistics/missing/rubin.ts';
import { type MonotoneParticipant, refuseMonotone } from '#core/statistics/missing/visit-regressions.ts';
import { fitAncova } from '#core/statistics/models/ancova.ts';
import type { ChangeData, ChangeRecord } from './change-records.ts';
import type { DrawnValue, Estimated } from './estimate-row.ts';
import { factorIndicators } from './factor-columns.ts';
import { imputations } from './imputation-stream.ts';

export interface ImputedChange extends Estimated {
  /** The visits that the imputation goes by: all up to that of the analysis, or, with gaps between, that one alone. */
  readonly visits: readonly string[];
  readonly imputed: number;
  readonly drawn: readonly DrawnValue[];
}

interface Completing {
  readonly people: readonly ChangeRecord[];
  readonly participants: readonly MonotoneParticipant[];
  readonly visits: readonly string[];
}

/** Those whose baseline is known, with their visits up to that of the analysis, or with that alone. */
const completingAt = ({ records, visits, main }: ChangeData, isAlone: boolean): Completing => {
  const people = records.filter(({ baseline }) => baseline !== undefined);
  const indicators = factorIndicators(people.map(({ factors }) => factors));
  const first = isAlone ? main : 0;
  return {
    people,
    participants: people.map(({ arm, baseline, values }, index) => ({
      arm,
      covariates: [baseline ?? Number.NaN, ...(indicators[index] ?? [])],
      values: values.slice(first, main + 1),
    })),
    visits: visits.slice(first, main + 1),
  };
};

/** Values missing between observed ones cannot be drawn in turn: then the visit of the analysis stands for itself. */
const usable = (data: ChangeData): Completing => {
  const all = completingAt(data, false);
  return refuseMonotone(all.participants) === 'missing between observed visits' ? completingAt(data, true) : all;
};

const analysed = (people: readonly ChangeRecord[], completed: readonly CompletedParticipant[]) =>
  fitAncova(
    completed.map(({ arm, values }, index) => ({
      arm,
      value: values.at(-1) ?? Number.NaN,
      covariates: [people[index]?.baseline ?? Number.NaN],
      factors: people[index]?.factors ?? [],
    })),
  );

/** What was filled in, at the last visits of each. */
const drawnIn = (
  imputation: number,
  { people, visits }: Completing,
  completed: readonly CompletedParticipant[],
): readonly DrawnValue[] =>
  completed.flatMap(({ values, imputed }, index) =>
    values.slice(values.length - imputed).map((value, place) => ({
      imputation,
      participant: people[index]?.participant ?? '',
      visit: visits[visits.length - imputed + place],
      value,
    })),
  );

/**
 * The difference of adjusted means with the missing values drawn (`carpenter2013`; the control is the reference), a hundred
 * times, each analysed as planned by analysis of covariance and pooled by Rubin's rules (`rubin1987`, `barnard1999`). Whose baseline is
 * not known is left out. Refuses what `imputeVisits`, `fitAncova` and `poolImputations` refuse, and nothing missing.
 */
export const imputeChange = (
  data: ChangeData,
  assumption: ReferenceAssumption,
  confidence: number,
  normal: () => number,
): ImputedChange | NotEstimable<string> => {
  const completing = usable(data);
  const { people, participants, visits } = completing;
  const imputed = participants.filter(({ values }) => values.at(-1) === undefined).length;
  if (imputed === 0) return { notEstimable: 'nothing to impute' };
  const estimates: { readonly estimate: number; readonly variance: number }[] = [];
  const drawn: DrawnValue[] = [];
  let dfComplete = 0;
  for (let done = 0; done < imputations; done += 1) {
    const completed = imputeVisits(participants, assumption, normal);
    if ('notEstimable' in completed) return completed;
    const fit = analysed(people, completed);
    if ('notEstimable' in fit) return fit;
    estimates.push({ estimate: fit.difference.estimate, variance: fit.difference.standardError ** 2 });
    drawn.push(...drawnIn(done + 1, completing, completed));
    dfComplete = fit.difference.df;
  }
  const pooled = poolImputations(estimates, dfComplete, confidence);
  if ('notEstimable' in pooled) return pooled;
  const { estimate, lower, upper, twoSided: p, t, df, standardError } = pooled.inference;
  const more = { statistic: t, df, standardError, missingShare: pooled.missingShare };
  return { estimate, lower, upper, p, more, visits, imputed, drawn };
};
