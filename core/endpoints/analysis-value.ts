import type { Missing } from '#core/measures/measured.ts';
import type { Range } from '#core/quantities/range.ts';
import type { Truth } from '#core/quantities/truth.ts';

/** What an endpoint came to, before any policy for what is missing. */
export type Outcome =
  | { readonly kind: 'level'; readonly worst: string; readonly best: string; readonly reached: Truth }
  | { readonly kind: 'claim'; readonly reached: Truth }
  | { readonly kind: 'number'; readonly range: Range }
  /** The classes that are still possible; one when it is known. */
  | { readonly kind: 'class'; readonly possible: readonly string[] }
  /**
   * The first visit and its day from randomisation, where no earlier visit is open; `by` is the visit at which it was
   * certainly reached, the first or not.
   */
  | {
      readonly kind: 'time';
      readonly reached: Truth;
      readonly visit: string | undefined;
      readonly day: number | undefined;
      readonly by: string | undefined;
    };

/**
 * The value of one endpoint for one participant, as it enters an analysis: what was observed, what is reported for it
 * under the endpoint's policy, whether the policy had to be used, and the records and reasons behind it.
 */
export interface AnalysisValue {
  readonly endpoint: string;
  readonly participant: string;
  readonly arm: string | undefined;
  readonly at: string | undefined;
  readonly outcome: Outcome;
  /** For what is met or not. */
  readonly reported: Truth | undefined;
  readonly policy: 'observed' | 'non-responder';
  readonly because: readonly string[];
  /** Ids of the records that the value rests on. */
  readonly records: readonly string[];
  readonly missing: readonly Missing[];
}
