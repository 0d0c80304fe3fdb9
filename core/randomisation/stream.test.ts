import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { philox } from './philox.ts';
import { openStream, type Stream, secretFromSeed } from './stream.ts';

const secret = secretFromSeed(20260302);
const take = <T>(count: number, draw: () => T): readonly T[] => Array.from({ length: count }, draw);
const words = (stream: Stream): readonly number[] => take(9, stream.nextWord);

/** Pearson's statistic of draws that should be equally likely. */
const chiSquare = (draws: readonly unknown[], kinds: number): number => {
  const counts = new Map<unknown, number>();
  for (const drawn of draws) counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  assert.equal(counts.size, kinds);
  const expected = draws.length / kinds;
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
};

test('key and upper counter come from the HMAC of the length-prefixed name', () => {
  const digest = createHmac('sha256', secret).update('\0\0\0\u0002ab\0\0\0\u0001c').digest();
  const at = (index: number): number => digest.readUInt32BE(index * 4);
  const blocks = [0, 1, 2].flatMap((block) => philox([block, 0, at(2), at(3)], [at(0), at(1)]));
  assert.deepEqual(words(openStream(secret, 'ab', 'c')), blocks.slice(0, 9));
});

test('the same secret and name give the same numbers, whatever other streams do', () => {
  const alone = words(openStream(secret, 'visit', '7'));
  const other = openStream(secret, 'visit', '8');
  other.nextWord();
  assert.deepEqual(words(openStream(secret, 'visit', '7')), alone);
});

const names: readonly (readonly string[])[] = [
  ['a', 'bc'],
  ['ab', 'c'],
  ['abc'],
  ['abc', ''],
  ['', 'abc'],
  ['ABC'],
  [],
];
test('different names, and different secrets, give different streams', () => {
  const firsts = names.map((name) => words(openStream(secret, ...name)).join());
  const others = names.map((name) => words(openStream(secretFromSeed(1), ...name)).join());
  assert.equal(new Set([...firsts, ...others]).size, 2 * names.length);
});

test('the secret of a seed tells a number from a text', () => {
  assert.notDeepEqual(secretFromSeed(7), secretFromSeed('7'));
  assert.equal(secretFromSeed('x').length, 32);
});

// Upper 0.001 quantiles of chi-square: 5, 9, 23 degrees of freedom 20.515, 27.877, 49.728 (R 4.2.2, qchisq).
test('whole numbers are equally likely', () => {
  const stream = openStream(secret, 'whole numbers');
  assert.ok(
    chiSquare(
      take(60_000, () => stream.integer(6)),
      6,
    ) < 20.515,
  );
  assert.ok(
    chiSquare(
      take(60_000, () => stream.integer(10)),
      10,
    ) < 27.877,
  );
});

test('numbers near the size of a word are drawn without bias', () => {
  const stream = openStream(secret, 'rejection');
  // With a remainder in place of rejection, numbers in the lower half would come twice as often as in the upper.
  const lower = take(20_000, () => stream.integer(3 * 2 ** 30)).filter((drawn) => drawn < 2 ** 30).length;
  assert.ok(Math.abs(lower - 20_000 / 3) < 3.3 * Math.sqrt((20_000 * 2) / 9), `${lower} of 20000 in the lowest third`);
});

test('all orders of four are equally likely', () => {
  const stream = openStream(secret, 'orders');
  assert.ok(
    chiSquare(
      take(48_000, () => stream.shuffle([1, 2, 3, 4]).join('')),
      24,
    ) < 49.728,
  );
});

test('what is shuffled keeps its items, also those that are undefined', () => {
  const stream = openStream(secret, 'items');
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(9), { nil: undefined })), (items) => {
      const before = [...items];
      assert.deepEqual([...stream.shuffle(items)].sort(), [...items].sort());
      assert.deepEqual(items, before);
    }),
  );
});

test('picks are equally likely', () => {
  const stream = openStream(secret, 'picks');
  assert.ok(
    chiSquare(
      take(60_000, () => stream.pick(['a', 'b', 'c', 'd', 'e', 'f'])),
      6,
    ) < 20.515,
  );
});

test('uniform numbers lie in [0, 1), on multiples of 2^-53, evenly', () => {
  const stream = openStream(secret, 'uniform');
  const drawn = take(50_000, stream.uniform);
  assert.ok(drawn.every((u) => u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53)));
  assert.ok(
    chiSquare(
      drawn.map((u) => Math.floor(u * 10)),
      10,
    ) < 27.877,
  );
});

test('normal numbers have the mean, spread and tails of a standard normal', () => {
  const stream = openStream(secret, 'normal');
  const drawn = take(100_000, stream.normal);
  const mean = drawn.reduce((sum, z) => sum + z, 0) / drawn.length;
  const variance = drawn.reduce((sum, z) => sum + z * z, 0) / drawn.length;
  const beyond = drawn.filter((z) => Math.abs(z) > 1.959963984540054).length / drawn.length;
  // Bounds of 3.3 standard errors: 1/√n, √(2/n), √(0.05 · 0.95/n).
  assert.ok(Math.abs(mean) < 0.0105 && Math.abs(variance - 1) < 0.0148 && Math.abs(beyond - 0.05) < 0.0023);
});

test('chance is a share of the draws', () => {
  const stream = openStream(secret, 'chance');
  assert.deepEqual(
    [take(100, () => stream.chance(0)).includes(true), take(100, () => stream.chance(1)).includes(false)],
    [false, false],
  );
  const share = take(50_000, () => stream.chance(0.3)).filter(Boolean).length / 50_000;
  assert.ok(Math.abs(share - 0.3) < 0.0068);
});

const faults: readonly (readonly [why: string, draw: (stream: Stream) => unknown])[] = [
  ['below zero', (stream) => stream.integer(-1)],
  ['below nothing', (stream) => stream.integer(0)],
  ['a broken bound', (stream) => stream.integer(1.5)],
  ['a bound above a word', (stream) => stream.integer(2 ** 32 + 1)],
  ['from nothing', (stream) => stream.pick([])],
  ['a chance above 1', (stream) => stream.chance(1.1)],
  ['a chance that is no number', (stream) => stream.chance(Number.NaN)],
];
for (const [why, draw] of faults) {
  test(`drawing ${why} is a fault`, () => assert.throws(() => draw(openStream(secret, 'faults')), /^Error: stream: /));
}

test('a short secret is a fault', () => assert.throws(() => openStream(new Uint8Array(8), 'x'), /8 bytes/));
