import { explain } from '#core/criteria/explain.ts';
import type { Proof } from '#core/criteria/proof.ts';
import type { Missing } from '#core/measures/measured.ts';
import type { Outcome } from './analysis-value.ts';
import { evidenceIn, missingIn } from './proof-parts.ts';

/** An outcome as it was observed, with what it rests on. */
export interface DerivedOutcome {
  readonly outcome: Outcome;
  readonly because: readonly string[];
  readonly records: readonly string[];
  readonly missing: readonly Missing[];
}

export const unique = <T>(list: readonly T[]): readonly T[] => [...new Set(list)];

/** An outcome that proofs decide. */
export const outcomeBy = (outcome: Outcome, proofs: readonly Proof[]): DerivedOutcome => ({
  outcome,
  because: unique(proofs.flatMap(explain)),
  records: unique(proofs.flatMap(evidenceIn).map(({ record }) => record)),
  missing: proofs.flatMap(missingIn),
});
