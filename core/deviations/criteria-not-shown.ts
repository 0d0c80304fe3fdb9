import type { Proof } from '#core/criteria/proof.ts';
import type { Missing } from '#core/measures/measured.ts';
import type { Criterion } from '#core/study/study.ts';
import type { Dossier } from './dossier.ts';

/** A criterion that is asked again of everything that is known today, and its proof. */
export interface CriterionAsked {
  readonly criterion: Criterion;
  readonly proof: Proof;
}

/** Every criterion of somebody who was allocated, as of the day of allocation. */
export const criteriaAsked = ({ study, chart, dayZero }: Dossier): readonly CriterionAsked[] =>
  dayZero === undefined
    ? []
    : study.criteria.map((criterion) => ({ criterion, proof: criterion.ask(chart, undefined) }));

const missingIn = (proof: Proof): readonly Missing[] =>
  proof.truth === 'unknown' ? [...proof.missing, ...proof.parts.flatMap(missingIn)] : [];

/** What is missing where a criterion that was met on allocation is not known today. */
export const missingForEligibility = (dossier: Dossier): readonly Missing[] =>
  criteriaAsked(dossier).flatMap(({ proof }) => missingIn(proof));
