import type { Evidence, Measured, Missing } from '#core/measures/measured.ts';
import type { Range } from '#core/quantities/range.ts';

/** A value for one participant: the numbers still possible, what they rest on, and what is missing. */
export interface Worth {
  readonly range: Range;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

/** What a measure that is a number is worth; another kind was kept out by the type check. */
export const numberOf = (measured: Measured): Worth => {
  if (measured.kind !== 'number') throw new Error('a measure without a number was used as one');
  return { range: measured.range, evidence: measured.evidence, missing: measured.missing };
};
