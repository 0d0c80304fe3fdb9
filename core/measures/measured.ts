import type { Range } from '#core/quantities/range.ts';

/** Where a value came from: the recorded item (an id that leads to its event), and what it said, as written. */
export interface Evidence {
  readonly record: string;
  readonly what: string;
  readonly written: string;
  readonly date: string | undefined;
}

/** What would have to be known. Each kind is asked for in another way, so each has its own shape. */
export type Missing =
  | { readonly kind: 'item'; readonly item: string; readonly point: string; readonly why: 'not recorded' | 'not done' }
  | { readonly kind: 'unreadable'; readonly item: string; readonly point: string; readonly why: string }
  | { readonly kind: 'judgement'; readonly text: string; readonly point: string }
  | { readonly kind: 'date'; readonly of: string; readonly written: string | undefined }
  | { readonly kind: 'source'; readonly source: string; readonly through: string }
  | { readonly kind: 'no rule'; readonly reason: string };

/** `ok`: one value. `partial`: bounds only, since items are missing. `not evaluable`: nothing useful is known. */
export type Status = 'ok' | 'partial' | 'not evaluable';

interface Traced {
  readonly status: Status;
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

/** A number in the measure's own unit; under `partial` every value of the range is still possible. */
export interface MeasuredNumber extends Traced {
  readonly kind: 'number';
  readonly range: Range;
}

/** One of the measure's levels; more than one possible level means that it is not known which. */
export interface MeasuredLevel extends Traced {
  readonly kind: 'level';
  readonly possible: readonly string[];
}

/** Several of the measure's levels at once: those that certainly belong to it, and those that may. */
export interface MeasuredSet extends Traced {
  readonly kind: 'set';
  readonly certain: readonly string[];
  readonly possible: readonly string[];
}

/** A level for each of several systems (BILAG-2004: nine systems, A to E). */
export interface MeasuredProfile extends Traced {
  readonly kind: 'profile';
  readonly systems: ReadonlyMap<string, readonly string[]>;
}

export type Measured = MeasuredNumber | MeasuredLevel | MeasuredSet | MeasuredProfile;
