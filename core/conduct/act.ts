import type { Actor, Moment } from '#core/record/envelope.ts';

/** Who acts, and when. */
export interface Act {
  readonly at: Moment;
  readonly actor: Actor;
}
