import assert from 'node:assert/strict';
import test from 'node:test';
import { and, atLeast, fromBoolean, not, or, type Truth } from './truth.ts';

// Strong Kleene tables: S. C. Kleene, Introduction to Metamathematics (1952), § 64.
const tables: readonly (readonly [Truth, Truth, and: Truth, or: Truth])[] = [
  ['true', 'true', 'true', 'true'],
  ['true', 'false', 'false', 'true'],
  ['true', 'unknown', 'unknown', 'true'],
  ['false', 'true', 'false', 'true'],
  ['false', 'false', 'false', 'false'],
  ['false', 'unknown', 'false', 'unknown'],
  ['unknown', 'true', 'unknown', 'true'],
  ['unknown', 'false', 'false', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
];

for (const [a, b, both, either] of tables) {
  test(`${a} and ${b} is ${both}, ${a} or ${b} is ${either}`, () => {
    assert.equal(and([a, b]), both);
    assert.equal(or([a, b]), either);
  });
}

test('nothing asked is true, nothing offered is false', () => {
  assert.equal(and([]), 'true');
  assert.equal(or([]), 'false');
});

test('not turns true and false round and leaves unknown', () => {
  assert.deepEqual((['true', 'false', 'unknown'] as const).map(not), ['false', 'true', 'unknown']);
  assert.deepEqual([true, false].map(fromBoolean), ['true', 'false']);
});

const counts: readonly (readonly [number, readonly Truth[], Truth])[] = [
  [0, [], 'true'],
  [1, [], 'false'],
  [2, ['true', 'true', 'false'], 'true'],
  [2, ['true', 'unknown', 'false'], 'unknown'],
  [2, ['true', 'false', 'false'], 'false'],
  [2, ['unknown', 'unknown', 'false'], 'unknown'],
  [3, ['true', 'unknown', 'unknown'], 'unknown'],
  [3, ['true', 'unknown', 'false'], 'false'],
  [3, ['true', 'true', 'true', 'unknown'], 'true'],
];

for (const [n, truths, expected] of counts) {
  test(`at least ${n} of [${truths}] is ${expected}`, () => assert.equal(atLeast(n, truths), expected));
}

const all: readonly Truth[] = ['true', 'false', 'unknown'];
const settlings = (truths: readonly Truth[]): readonly (readonly Truth[])[] =>
  truths.reduce<readonly (readonly Truth[])[]>(
    (lists, t) =>
      lists.flatMap((list) => (t === 'unknown' ? ['true', 'false'] : [t]).map((s) => [...list, s as Truth])),
    [[]],
  );

test('an answer is definite exactly when every way to settle the unknowns gives that answer (all lists of three)', () => {
  let asserted = 0;
  for (const a of all) {
    for (const b of all) {
      for (const c of all) {
        for (const ask of [and, or, (list: readonly Truth[]) => atLeast(2, list)]) {
          const answers = new Set(settlings([a, b, c]).map((list) => ask(list)));
          const [only] = answers;
          assert.equal(ask([a, b, c]), answers.size === 1 ? only : 'unknown');
          asserted += 1;
        }
      }
    }
  }
  assert.equal(asserted, 81);
});
