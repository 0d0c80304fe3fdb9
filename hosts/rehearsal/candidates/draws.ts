import { type FourWords, philox, type TwoWords } from '#core/randomisation/philox.ts';
import { openStream } from '#core/randomisation/stream.ts';
import { normalQuantile } from '#core/statistics/distributions/normal-quantile.ts';

/** Numbers drawn one after another for one purpose and one person. */
export interface Draws {
  /** A number strictly between 0 and 1, each multiple of 2^−53 and a half step beyond equally likely. */
  readonly uniform: () => number;
  /** A standard normal number. */
  readonly normal: () => number;
  readonly chance: (p: number) => boolean;
  /** A whole number from least to most, both included; equally likely to within 2^−53. */
  readonly between: (least: number, most: number) => number;
  /** The first of the weighted items in whose share the draw falls; the last where the weights sum to less than 1. */
  readonly weighted: <T>(items: readonly [readonly [T, number], ...(readonly [T, number])[]]) => T;
}

/** The draws of one person: each purpose has numbers of its own. */
export type DrawsOf = (purpose: string) => Draws;

interface Place {
  readonly key: TwoWords;
  readonly upper: TwoWords;
}

const placeOf = (secret: Uint8Array, purpose: string): Place => {
  const stream = openStream(secret, 'candidate', purpose);
  const word = (): number => stream.nextWord();
  return { key: [word(), word()], upper: [word(), word()] };
};

const uniforms = ({ key, upper }: Place, person: number): (() => number) => {
  let words: FourWords = [0, 0, 0, 0];
  let drawn = 0;
  return () => {
    const second = drawn % 2 === 1;
    if (!second) words = philox([drawn / 2, person, ...upper], key);
    drawn += 1;
    const [high, low] = second ? [words[2], words[3]] : [words[0], words[1]];
    return ((high >>> 5) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 53;
  };
};

const drawsFrom = (uniform: () => number): Draws => ({
  uniform,
  normal: () => normalQuantile(uniform()),
  chance: (p) => uniform() < p,
  between: (least, most) => least + Math.floor(uniform() * (most - least + 1)),
  weighted: (items) => {
    let left = uniform();
    const found = items.find(([, weight]) => {
      left -= weight;
      return left < 0;
    });
    return (found ?? items[items.length - 1] ?? items[0])[0];
  },
});

/**
 * Opens the draws of a crowd under a secret. A purpose is a key of Philox (`salmon2011`) and a person a place of its
 * counter, so that a million people cost one digest a purpose, a person can be drawn alone, and neither a new trait nor
 * another person shifts anybody's numbers. People are numbered from 0 to 2^32 − 1.
 */
export const openDraws = (secret: Uint8Array): ((person: number) => DrawsOf) => {
  const places = new Map<string, Place>();
  return (person) => (purpose) => {
    const place = places.get(purpose) ?? placeOf(secret, purpose);
    places.set(purpose, place);
    return drawsFrom(uniforms(place, person));
  };
};
