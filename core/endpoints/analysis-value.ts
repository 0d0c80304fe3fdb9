import type { Missing } from '#core/measures/measured.ts';
import type { Range } from '#core/quantities/range.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { EventOccurrence } from './event-occurrence.ts';
import type { MappedFrom } from './mapped-visits.ts';

/** Why nothing more is seen of a time: the plan is over, or somebody left it, or the data end here. */
export type CensoringReason =
  | 'end of the plan'
  | 'not seen again'
  | 'withdrawn'
  | 'lost to follow-up'
  | 'excluded'
  /** A competing event: after it the time can never be reached. */
  | 'died'
  | 'data cut'
  | 'intercurrent event';

/** The last day on which somebody is known not to have reached it, or the day of what competes with it. */
export interface Censoring {
  readonly day: number;
  readonly why: CensoringReason;
  readonly record: string | undefined;
}

/**
 * When something was first reached, in days from randomisation, which is day 0 (a method that counts from day 1 adds
 * one). It is only seen at visits: it happened after `after` and by `by`; without `by` it is not known to have happened.
 */
export interface TimeInterval {
  readonly after: number;
  readonly by: number | undefined;
}

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
      readonly interval?: TimeInterval;
      readonly censored?: Censoring;
    };

/** What decided the value that enters an analysis: what was observed, a strategy, or the policy for what is missing. */
export type ValuePolicy =
  | 'observed'
  | 'composite'
  | 'hypothetical'
  | 'while on treatment'
  | 'principal stratum'
  | 'non-responder'
  | 'worst observed'
  | 'last observation';

/**
 * The value of one endpoint for one participant: what was observed, what enters analyses after the strategies for
 * intercurrent events and the policy for what is missing, which of them decided, and the records and reasons behind it.
 */
export interface AnalysisValue {
  readonly endpoint: string;
  readonly participant: string;
  readonly arm: string | undefined;
  readonly at: string | undefined;
  /** As observed. */
  readonly outcome: Outcome;
  /** As it enters analyses, where that is not what was observed. */
  readonly entered?: Outcome;
  /** For what is met or not. */
  readonly reported: Truth | undefined;
  readonly policy: ValuePolicy;
  /** The intercurrent event whose strategy was used, also where the policy for what is missing had the last word. */
  readonly decidedBy?: EventOccurrence;
  /** All intercurrent events of the estimand that happened, or may have, before the endpoint's point. */
  readonly events?: readonly EventOccurrence[];
  /** The visit from which it comes, where that is not the one asked, in its window. */
  readonly mapped?: MappedFrom;
  readonly because: readonly string[];
  /** Ids of the records that the value rests on. */
  readonly records: readonly string[];
  readonly missing: readonly Missing[];
}

/** What analyses count: the outcome after strategies and policies. */
export const enteredOutcome = ({ outcome, entered }: AnalysisValue): Outcome => entered ?? outcome;
