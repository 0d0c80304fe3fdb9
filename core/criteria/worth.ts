import type { Evidence, Missing } from '#core/measures/measured.ts';
import type { Range } from '#core/quantities/range.ts';

/** A value for one participant: the numbers still possible, what they rest on, and what is missing. */
export interface Worth {
  readonly range: Range;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}
