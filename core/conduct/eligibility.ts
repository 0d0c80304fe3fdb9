import type { Chart } from '#core/criteria/chart.ts';
import { explain } from '#core/criteria/explain.ts';
import { flipsOn } from '#core/criteria/flips.ts';
import { minimalNeeds, type NeedSet } from '#core/criteria/needs.ts';
import type { Proof } from '#core/criteria/proof.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Criterion, Study } from '#core/study/study.ts';
import { movedTo } from './moved-chart.ts';
import type { CriterionFound, Verdict } from './trial-event.ts';

/** What one criterion came to for one person. */
export interface CriterionResult extends CriterionFound {
  readonly title: string;
  readonly proof: Proof;
  /** For `not known`: the smallest sets of items with which the criterion could be passed. */
  readonly needs: readonly NeedSet[];
  /** For `fails` by a window: the first day on which screening could pass it. */
  readonly passesFrom: string | undefined;
}

export interface Eligibility {
  readonly verdict: Verdict;
  readonly results: readonly CriterionResult[];
  /** When every failed criterion is a window that closes: the first day on which all of them pass. */
  readonly eligibleFrom: string | undefined;
}

const resultOf = (criterion: Criterion, proof: Proof): CriterionFound['result'] => {
  if (proof.truth === 'unknown') return 'not known';
  return (proof.truth === 'true') === (criterion.kind === 'include') ? 'passes' : 'fails';
};

const assessOne = (
  criterion: Criterion,
  chart: Chart,
  study: Study,
): CriterionResult & { readonly day: Day | undefined } => {
  const proof = criterion.ask(chart, undefined);
  const result = resultOf(criterion, proof);
  const onDay = (day: Day): Proof => criterion.ask(movedTo(chart, study, day), undefined);
  const day = result === 'fails' ? flipsOn(proof, onDay) : undefined;
  return {
    criterion: criterion.id,
    title: criterion.title,
    result,
    because: explain(proof),
    proof,
    needs: minimalNeeds(proof, criterion.kind === 'include' ? 'true' : 'false'),
    passesFrom: day === undefined ? undefined : writeDay(day),
    day,
  };
};

const verdictOf = (results: readonly CriterionFound[]): Verdict => {
  if (results.some((each) => each.result === 'fails')) return 'not eligible';
  return results.some((each) => each.result === 'not known') ? 'needs information' : 'eligible';
};

type Assessed = ReturnType<typeof assessOne>;

const assessAll = (study: Study, chart: Chart): readonly Assessed[] =>
  study.criteria.map((criterion) => assessOne(criterion, chart, study));

const mostMoves = 8;

/**
 * The first day on which all failed criteria pass, all else staying as it is. On that day another window may have closed
 * (a biopsy grown too old), so the whole is asked again there, and further on while windows are all that fails.
 */
const firstDayEligible = (study: Study, chart: Chart, now: readonly Assessed[]): Day | undefined => {
  let assessed = now;
  let day: Day | undefined;
  for (let moves = 0; moves < mostMoves; moves += 1) {
    const failed = assessed.filter((each) => each.result === 'fails');
    if (failed.length === 0) return day;
    const known = failed.map((each) => each.day).filter((each) => each !== undefined);
    if (known.length < failed.length) return undefined;
    const next = Math.max(...known);
    if (day !== undefined && next <= day) return undefined;
    day = next;
    assessed = assessAll(study, movedTo(chart, study, day));
  }
  return undefined;
};

/**
 * Eligible when every inclusion is true and every exclusion false; not eligible as soon as one certainly fails;
 * otherwise information is needed. Missing is never taken for met.
 */
export const assessEligibility = (study: Study, chart: Chart): Eligibility => {
  const assessed = assessAll(study, chart);
  const day = firstDayEligible(study, chart, assessed);
  const results = assessed.map(({ day: _, ...result }) => result);
  return { verdict: verdictOf(results), results, eligibleFrom: day === undefined ? undefined : writeDay(day) };
};

/** A result as the event holds it: without the proof, which can always be asked again. */
export const foundOf = ({ criterion, result, because }: CriterionResult): CriterionFound => ({
  criterion,
  result,
  because,
});
