import type { Proof } from '#core/criteria/proof.ts';
import type { Evidence, Missing } from '#core/measures/measured.ts';

/** Everything that a proof rests on, part by part. */
export const evidenceIn = (proof: Proof): readonly Evidence[] => [
  ...proof.evidence,
  ...proof.parts.flatMap(evidenceIn),
];

/** What is missing where it matters: below a part that is decided nothing is asked for. */
export const missingIn = (proof: Proof): readonly Missing[] =>
  proof.truth === 'unknown' ? [...proof.missing, ...proof.parts.flatMap(missingIn)] : [];
