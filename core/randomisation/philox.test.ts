import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type FourWords, philox, type TwoWords } from './philox.ts';

const ones = 0xffffffff;

// Random123, tests/kat_vectors, the rows "philox4x32 10": zeros, ones, the digits of pi.
// The same three stand in TensorFlow's stateful_random_ops_test.py, which cites Random123-Boost test_philox.cpp.
const vectors: readonly (readonly [counter: FourWords, key: TwoWords, expected: FourWords])[] = [
  [
    [0, 0, 0, 0],
    [0, 0],
    [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  ],
  [
    [ones, ones, ones, ones],
    [ones, ones],
    [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  ],
  [
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    [0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];
for (const [counter, key, expected] of vectors) {
  test(`known answer for counter ${counter}`, () => assert.deepEqual(philox(counter, key), expected));
}

/** The definition of the paper with exact integers: slow, and written differently. */
const philoxExactly = (counter: FourWords, key: TwoWords): readonly number[] => {
  let words = counter.map(BigInt);
  let keys = key.map(BigInt);
  const at = (from: readonly bigint[], index: number): bigint => from[index] ?? 0n;
  for (let round = 0; round < 10; round += 1) {
    const [even, odd] = [0xd2511f53n * at(words, 0), 0xcd9e8d57n * at(words, 2)];
    const mix = (product: bigint, word: bigint, k: bigint): bigint => (product >> 32n) ^ word ^ k;
    const [first, third] = [mix(odd, at(words, 1), at(keys, 0)), mix(even, at(words, 3), at(keys, 1))];
    words = [first, odd, third, even].map((word) => BigInt.asUintN(32, word));
    keys = [at(keys, 0) + 0x9e3779b9n, at(keys, 1) + 0xbb67ae85n].map((k) => BigInt.asUintN(32, k));
  }
  return words.map(Number);
};

const word = fc.oneof(fc.integer({ min: 0, max: ones }), fc.constantFrom(0, 1, 0xffff, 0x10000, 0x80000000, ones));

test('agrees with exact integers for any counter and key', () => {
  fc.assert(
    fc.property(fc.tuple(word, word, word, word), fc.tuple(word, word), (counter, key) => {
      assert.deepEqual(philox(counter, key), philoxExactly(counter, key));
    }),
    { numRuns: 500 },
  );
});
