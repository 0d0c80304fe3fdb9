import type { Proof } from '#core/criteria/proof.ts';

/** One visit at which a time is looked for. */
export interface AskedVisit {
  readonly visit: string;
  readonly proof: Proof;
  /** Days from randomisation; undefined where the visit was not held. */
  readonly day: number | undefined;
}
