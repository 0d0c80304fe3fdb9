import type { Status } from '#core/measures/measured.ts';

/** 0: the event is absent; 1 mild to 4 life-threatening; 5 death. */
export type Grade = 0 | 1 | 2 | 3 | 4 | 5;

export type CtcaeVersion = 'v5.0' | 'v4.03';

/** Which scale was used in which version, and the rule that decided; they travel with every grade. */
export type ScaleUsed =
  | { readonly scale: 'CTCAE'; readonly version: CtcaeVersion }
  | { readonly scale: 'ASTCT'; readonly version: '2019' };

/**
 * A grade, as far as it is known. `possible` is ascending and never empty: every grade that what is missing could still
 * bring about. `ok`: one grade. `partial`: several. `not evaluable`: all that the rule can give.
 */
export type Graded<Input extends string = string> = ScaleUsed & {
  readonly term: string;
  readonly rule: string;
  readonly status: Status;
  readonly possible: readonly Grade[];
  /** What would have to be known to decide between the possible grades. */
  readonly missing: readonly Input[];
};
