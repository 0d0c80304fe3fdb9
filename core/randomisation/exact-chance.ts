import type { Stream } from './stream.ts';

/** A chance as a fraction of whole numbers, so that it is drawn exactly and written exactly: 2 out of 3. */
export interface ExactChance {
  readonly times: number;
  readonly outOf: number;
}

export const evenChance: ExactChance = { times: 1, outOf: 2 };

/** Whether the numbers make a chance from 0 to 1 that a stream can draw: whole, with at most 2^32 to draw from. */
export const isChance = ({ times, outOf }: ExactChance): boolean =>
  Number.isInteger(times) && Number.isInteger(outOf) && times >= 0 && times <= outOf && outOf >= 1 && outOf <= 2 ** 32;

export const toNumber = ({ times, outOf }: ExactChance): number => times / outOf;

export const complement = ({ times, outOf }: ExactChance): ExactChance => ({ times: outOf - times, outOf });

/** Draws one whole number, also for a certainty, so that what follows in the stream does not depend on the chance. */
export const comesTrue = ({ times, outOf }: ExactChance, stream: Stream): boolean => stream.integer(outOf) < times;
