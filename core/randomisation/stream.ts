import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { normalQuantile } from '#core/statistics/distributions/normal-quantile.ts';
import { type FourWords, philox, type TwoWords } from './philox.ts';

/** Numbers drawn one after another. The same secret and name give the same numbers, whatever other streams do. */
export interface Stream {
  /** A whole number in 0 … 2^32 − 1. */
  nextWord(): number;
  /** A whole number in 0 … n − 1, each equally likely (by rejection). Throws unless n is whole and in 1 … 2^32. */
  integer(n: number): number;
  /** A number in [0, 1): a multiple of 2^−53, each equally likely. */
  uniform(): number;
  /** A standard normal number, by inversion of one uniform number. */
  normal(): number;
  /** The items in random order, each order equally likely (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): readonly T[];
  /** One of the items, each equally likely. Throws when there is none. */
  pick<T>(items: readonly T[]): T;
  /** True with probability p. Throws unless 0 ≤ p ≤ 1. */
  chance(p: number): boolean;
}

/** Each part with its length in bytes before it, so that ['ab', 'c'] and ['a', 'bc'] are different names. */
const lengthPrefixed = (parts: readonly string[]): Uint8Array => {
  const encoded = parts.map(utf8ToBytes);
  const bytes = new Uint8Array(encoded.reduce((sum, part) => sum + part.length + 4, 0));
  let at = 0;
  for (const part of encoded) {
    new DataView(bytes.buffer).setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += part.length + 4;
  }
  return bytes;
};

/** The words of a stream: Philox under a key of 64 bits and an upper counter of 64 bits, both from the secret and name. */
const wordsOf = (secret: Uint8Array, name: readonly string[]): (() => number) => {
  const digest = hmac(sha256, secret, lengthPrefixed(name));
  const view = new DataView(digest.buffer, digest.byteOffset);
  const key: TwoWords = [view.getUint32(0), view.getUint32(4)];
  const [high, higher] = [view.getUint32(8), view.getUint32(12)];
  let block: FourWords = [0, 0, 0, 0];
  let drawn = 0;
  return () => {
    const within = drawn % 4;
    if (within === 0) {
      const counter = drawn / 4;
      block = philox([counter >>> 0, Math.floor(counter / 2 ** 32), high, higher], key);
    }
    drawn += 1;
    return block[within] ?? 0;
  };
};

const integerFrom = (nextWord: () => number, n: number): number => {
  if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) throw new Error(`stream: no whole number below ${n} can be drawn`);
  const limit = 2 ** 32 - (2 ** 32 % n);
  let word = nextWord();
  while (word >= limit) word = nextWord();
  return word % n;
};

const shuffled = <T>(items: readonly T[], integer: (n: number) => number): readonly T[] => {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = integer(last + 1);
    const moved = order[last] as T; // both places are within the array
    order[last] = order[other] as T;
    order[other] = moved;
  }
  return order;
};

/** Inverts the middle of the interval that the uniform number stands for: never 0 or 1, and symmetric about a half. */
const normalFrom = (u: number): number => (u < 0.5 ? normalQuantile(u + 2 ** -54) : -normalQuantile(1 - u - 2 ** -54));

/**
 * Opens the stream of a name under a secret: key and counter come from HMAC-SHA-256 of the length-prefixed parts of the
 * name, so that adding, removing or reordering streams never shifts the numbers of another. Whoever lacks the secret
 * cannot compute it. Throws on a secret shorter than 16 bytes.
 */
export const openStream = (secret: Uint8Array, ...name: readonly string[]): Stream => {
  if (secret.length < 16) throw new Error(`stream: a secret of ${secret.length} bytes can be guessed`);
  const nextWord = wordsOf(secret, name);
  const integer = (n: number): number => integerFrom(nextWord, n);
  const uniform = (): number => ((nextWord() >>> 5) * 2 ** 26 + (nextWord() >>> 6)) / 2 ** 53;
  return {
    nextWord,
    integer,
    uniform,
    normal: () => normalFrom(uniform()),
    shuffle: (items) => shuffled(items, integer),
    pick: (items) => {
      if (items.length === 0) throw new Error('stream: nothing to pick from');
      return items[integer(items.length)] as (typeof items)[number];
    },
    chance: (p) => {
      if (!(p >= 0 && p <= 1)) throw new Error(`stream: ${p} is no probability`);
      return uniform() < p;
    },
  };
};

/**
 * A secret made from a seed, so that a rehearsal can be repeated by naming it. Never for a real trial: whoever knows or
 * guesses the seed knows every allocation.
 */
export const secretFromSeed = (seed: number | string): Uint8Array =>
  sha256(utf8ToBytes(`rehearsal ${typeof seed} ${seed}`));
