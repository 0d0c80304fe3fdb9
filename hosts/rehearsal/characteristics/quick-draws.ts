import { philoxInto, type TwoWords } from '#core/randomisation/philox.ts';
import { openStream } from '#core/randomisation/stream.ts';
import { normalQuantile } from '#core/statistics/distributions/normal-quantile.ts';

/** The numbers of one person of one simulated trial, each purpose at a place of its own. */
export interface QuickDraws {
  /** From here on the numbers are those of another person. */
  readonly moveTo: (trial: number, person: number) => void;
  /** A number strictly between 0 and 1. */
  readonly uniform: (purpose: number) => number;
  readonly normal: (purpose: number) => number;
}

/**
 * Four purposes share a block of Philox (`salmon2011`) whose counter is block, person and trial: a purpose that is added
 * shifts nothing, and any trial can be drawn alone, on whichever worker. A block is computed when it is first asked.
 * Numbers are the middles of 2^32 equal parts.
 */
export const openQuickDraws = (secret: Uint8Array, purposes: number): QuickDraws => {
  const stream = openStream(secret, 'simulated trials/1');
  const key: TwoWords = [stream.nextWord(), stream.nextWord()];
  const blocks = Math.ceil(purposes / 4);
  const words = new Uint32Array(4 * blocks);
  const drawn = new Uint32Array(blocks);
  let [trial, person, turn] = [0, 0, 1];
  const uniform = (purpose: number): number => {
    const block = purpose >>> 2;
    if (drawn[block] !== turn) {
      philoxInto(words, 4 * block, [block, person, trial, 0], key);
      drawn[block] = turn;
    }
    return ((words[purpose] ?? 0) + 0.5) / 2 ** 32;
  };
  return {
    moveTo: (toTrial, toPerson) => {
      trial = toTrial;
      person = toPerson;
      turn = turn === 0xffffffff ? 1 : turn + 1;
    },
    uniform,
    normal: (purpose) => normalQuantile(uniform(purpose)),
  };
};
