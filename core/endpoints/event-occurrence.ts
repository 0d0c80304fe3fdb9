import type { Missing } from '#core/measures/measured.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { IntercurrentDefinition } from '#core/study/schema-endpoints.ts';

/** An intercurrent event of one participant. Undefined date: it happened, or may have, and nobody knows when. */
export interface EventOccurrence {
  readonly of: IntercurrentDefinition;
  /** What was found, as a sentence says it: `methylprednisolone`, `death`. */
  readonly what: string;
  readonly on: PartialDate | undefined;
  /** `unknown` where it may have happened before the endpoint's point; what certainly did not is no occurrence. */
  readonly happened: Exclude<Truth, 'false'>;
  /** Ids of the records that say so. */
  readonly records: readonly string[];
  readonly missing: readonly Missing[];
}

/** An event as a family of rules finds it, before it is known to which line of the estimand it belongs. */
export type FoundEvent = Omit<EventOccurrence, 'of' | 'happened'> & { readonly happened: Truth };
