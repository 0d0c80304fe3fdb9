import type { Evidence, Missing } from '#core/measures/measured.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Condition } from './syntax.ts';

/** A condition with its truth and why: the parts that were asked, what was found, and what is missing. */
export interface Proof {
  readonly condition: Condition;
  readonly truth: Truth;
  readonly parts: readonly Proof[];
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** For a windowed atom: the day from which the same records would give the other answer. */
  readonly changesOn: number | undefined;
}

export const leaf = (
  condition: Condition,
  truth: Truth,
  evidence: readonly Evidence[] = [],
  missing: readonly Missing[] = [],
  changesOn?: number,
): Proof => ({ condition, truth, parts: [], evidence, missing, changesOn });

export const branch = (condition: Condition, truth: Truth, parts: readonly Proof[]): Proof => ({
  condition,
  truth,
  parts,
  evidence: [],
  missing: [],
  changesOn: undefined,
});

const lacksItems = (proof: Proof): boolean => proof.missing.length > 0 || proof.parts.some(lacksItems);

/** A term is available when it is decided, or undecided for another reason than missing items (a censored result). */
export const isAvailable = (proof: Proof): boolean => proof.truth !== 'unknown' || !lacksItems(proof);
