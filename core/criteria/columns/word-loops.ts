import { rowsInWord } from './plane.ts';

/** Two planes as a loop reads or writes them, from a word on: zero in buffers, the start of the block in a table. */
export interface Words {
  readonly holds: Int32Array;
  readonly fails: Int32Array;
  readonly from: number;
}

/** Numbers and where they are known, from a word on. */
export interface NumberWords {
  readonly parts: Int32Array;
  readonly known: Int32Array;
  readonly factor: number;
  readonly from: number;
}

/**
 * Is a number at least the bound? Writes 32 answers a word, without a branch; a word in which nobody is asked is not
 * read.
 */
export const atLeastLoop = (of: NumberWords, bound: number, asked: Int32Array, out: Words, words: number): void => {
  const { parts, known, from } = of;
  const { holds, fails } = out;
  for (let word = 0; word < words; word += 1) {
    if ((asked[word] ?? 0) === 0) continue;
    const first = (from + word) * rowsInWord;
    let bits = 0;
    for (let row = 0; row < rowsInWord; row += 1) bits |= Number((parts[first + row] ?? 0) >= bound) << row;
    const there = known[from + word] ?? 0;
    holds[word] = bits & there;
    fails[word] = ~bits & there;
  }
};

/** The same of a sum of two multiples. Exact: both lie below 2^32. */
export const twoAtLeastLoop = (
  of: readonly [NumberWords, NumberWords],
  bound: number,
  asked: Int32Array,
  out: Words,
  words: number,
): void => {
  const [
    { parts: a, known: aKnown, factor: aFactor, from: aFrom },
    { parts: b, known: bKnown, factor: bFactor, from },
  ] = of;
  const { holds, fails } = out;
  for (let word = 0; word < words; word += 1) {
    if ((asked[word] ?? 0) === 0) continue;
    const [aFirst, bFirst] = [(aFrom + word) * rowsInWord, (from + word) * rowsInWord];
    let bits = 0;
    for (let row = 0; row < rowsInWord; row += 1)
      bits |= Number((a[aFirst + row] ?? 0) * aFactor + (b[bFirst + row] ?? 0) * bFactor >= bound) << row;
    const there = (aKnown[aFrom + word] ?? 0) & (bKnown[from + word] ?? 0);
    holds[word] = bits & there;
    fails[word] = ~bits & there;
  }
};

const sums = new Float64Array(rowsInWord);

const addUp = (numbers: readonly NumberWords[], word: number): number => {
  let there = -1;
  sums.fill(0);
  for (const { parts, known, factor, from } of numbers) {
    const first = (from + word) * rowsInWord;
    for (let row = 0; row < rowsInWord; row += 1) sums[row] = (sums[row] ?? 0) + (parts[first + row] ?? 0) * factor;
    there &= known[from + word] ?? 0;
  }
  return there;
};

/** A sum of any multiples against a bound: reached, or equal to it. */
export const sumLoop = (
  kind: 'at least' | 'equal',
  numbers: readonly NumberWords[],
  bound: number,
  asked: Int32Array,
  out: Words,
  words: number,
): void => {
  const isEqual = kind === 'equal';
  for (let word = 0; word < words; word += 1) {
    if ((asked[word] ?? 0) === 0) continue;
    const there = addUp(numbers, word);
    let bits = 0;
    for (let row = 0; row < rowsInWord; row += 1) {
      const sum = sums[row] ?? 0;
      bits |= Number(isEqual ? sum === bound : sum >= bound) << row;
    }
    out.holds[word] = bits & there;
    out.fails[word] = ~bits & there;
  }
};

/** Both hold, or one of them fails (strong Kleene). */
export const bothLoop = (left: Words, right: Words, out: Words, words: number): void => {
  for (let word = 0; word < words; word += 1) {
    const [at, also] = [left.from + word, right.from + word];
    out.holds[word] = (left.holds[at] ?? 0) & (right.holds[also] ?? 0);
    out.fails[word] = (left.fails[at] ?? 0) | (right.fails[also] ?? 0);
  }
};

/** The left where it is known, otherwise the right. */
export const firstKnownLoop = (left: Words, right: Words, out: Words, words: number): void => {
  for (let word = 0; word < words; word += 1) {
    const [at, also] = [left.from + word, right.from + word];
    const [holds, fails] = [left.holds[at] ?? 0, left.fails[at] ?? 0];
    const open = ~(holds | fails);
    out.holds[word] = holds | (open & (right.holds[also] ?? 0));
    out.fails[word] = fails | (open & (right.fails[also] ?? 0));
  }
};

/** The one where the test holds, otherwise the other. */
export const choiceLoop = (test: Words, taken: Words, otherwise: Words, out: Words, words: number): void => {
  for (let word = 0; word < words; word += 1) {
    const [one, other] = [taken.from + word, otherwise.from + word];
    const holds = test.holds[test.from + word] ?? 0;
    out.holds[word] = (holds & (taken.holds[one] ?? 0)) | (~holds & (otherwise.holds[other] ?? 0));
    out.fails[word] = (holds & (taken.fails[one] ?? 0)) | (~holds & (otherwise.fails[other] ?? 0));
  }
};

/** What is counted where it holds, or where it does not. */
export interface CountedWords {
  readonly words: Words;
  readonly counts: 'true' | 'not true';
}

/** At least so many count, for 32 people at once: bit `row` of `reached[n]` says that n of the terms so far count. */
export const countLoop = (terms: readonly CountedWords[], needed: number, out: Words, words: number): void => {
  const reached = new Int32Array(needed + 1);
  for (let word = 0; word < words; word += 1) {
    reached.fill(0);
    reached[0] = -1;
    for (const { words: of, counts } of terms) {
      const bits = (of.holds[of.from + word] ?? 0) ^ (counts === 'true' ? 0 : -1);
      for (let n = needed; n > 0; n -= 1) reached[n] = (reached[n] ?? 0) | ((reached[n - 1] ?? 0) & bits);
    }
    out.holds[word] = reached[needed] ?? 0;
    out.fails[word] = ~(reached[needed] ?? 0);
  }
};
