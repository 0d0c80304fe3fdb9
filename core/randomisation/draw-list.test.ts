import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { DrawnMethod, ListMethod } from './allocation-method.ts';
import { drawList } from './draw-list.ts';
import { drawnList, goldenSecret, lettersOf, planOf } from './given.ts';
import { generateList } from './permuted-blocks.ts';
import { secretFromSeed } from './stream.ts';

const plan = { ...planOf(12), strata: ['s1', 's2'] };
const blocks: ListMethod = { algorithm: 'permuted-blocks/1', blockSizes: [2, 4, 6], ...plan };
const drawnMethods: readonly DrawnMethod[] = [
  { algorithm: 'simple/1', ...plan },
  blocks,
  { algorithm: 'big-stick/1', limit: 2, ...plan },
  { algorithm: 'biased-coin/1', ...plan },
];

// Frozen, and found alike by a second program that was written from the description of the algorithms alone.
const golden: readonly (readonly [algorithm: string, expected: readonly string[]])[] = [
  ['simple/1', ['BAABBABAAAAA', 'BBBBBAAABAAB']],
  ['permuted-blocks/1', ['ABBAABBABAAB', 'ABBABAAABBAB']],
  ['big-stick/1', ['ABBBABAABAAB', 'AABBABABBBAB']],
  ['biased-coin/1', ['ABAABBBABBBA', 'BAABBAAABBAA']],
];
for (const [algorithm, expected] of golden) {
  test(`the list of ${algorithm} stays as it is`, () => {
    const method = drawnMethods.find((each) => each.algorithm === algorithm);
    assert.ok(method);
    assert.deepEqual(lettersOf(drawnList(method).slots), expected);
  });
}

test('blocks are those of generateList, block by block', () => {
  const { arms, strata, slotsPerStratum } = plan;
  const generated = generateList({ arms, strata, slotsPerStratum, blockSizes: [2, 4, 6], secret: goldenSecret });
  assert.deepEqual(drawList(blocks, goldenSecret), generated);
});

test('a list says by what it was drawn, defaults included, and for whom it was not', () => {
  const said = drawnMethods.map((method) => Object.keys(drawnList(method)).join(' '));
  assert.deepEqual(said, [
    'algorithm arms slots',
    'algorithm arms blockSizes slots',
    'algorithm arms limit slots',
    'algorithm arms chance slots',
  ]);
  const coin = drawnList({ algorithm: 'biased-coin/1', ...plan });
  assert.deepEqual('chance' in coin && coin.chance, { times: 2, outOf: 3 });
});

test('an uploaded list is put in order, packs and all, whatever the secret', () => {
  const slot = (number: number, arm: string) => ({ stratum: 'all', slot: number, arm, kit: `k${number}` });
  const rows = [slot(2, 'B'), slot(1, 'A')];
  const list = drawnList({ algorithm: 'uploaded-list/1', arms: plan.arms, strata: ['all'], rows }, secretFromSeed(9));
  assert.deepEqual(list, { algorithm: 'uploaded-list/1', arms: plan.arms, slots: rows.toReversed() });
});

test('a method with a problem has no list', () => {
  assert.deepEqual(drawList({ ...blocks, blockSizes: [3] }, goldenSecret), {
    refused: 'block size no multiple of the ratio sum',
  });
  assert.throws(() => drawList(blocks, new Uint8Array(8)), /8 bytes/);
});

for (const method of drawnMethods) {
  test(`${method.algorithm}: a longer list begins like the shorter one, and other strata change nothing`, () => {
    const others = fc.uniqueArray(fc.string({ maxLength: 3 }));
    const lengths = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(lengths, fc.nat(40), others, fc.string(), (shorter, more, names, seed) => {
        const secret = secretFromSeed(seed);
        const strata = [...names.filter((name) => name !== 'own'), 'own'];
        const short = drawnList({ ...method, strata: ['own'], slotsPerStratum: shorter }, secret).slots;
        const long = drawnList({ ...method, strata, slotsPerStratum: shorter + more }, secret).slots;
        const own = long.filter(({ stratum }) => stratum === 'own');
        assert.deepEqual(own.slice(0, short.length), short);
      }),
      { numRuns: 50 },
    );
  });

  test(`${method.algorithm}: two secrets give two lists`, () => {
    const long = { ...method, slotsPerStratum: 64 };
    assert.notDeepEqual(lettersOf(drawnList(long).slots), lettersOf(drawnList(long, secretFromSeed(8)).slots));
  });
}
