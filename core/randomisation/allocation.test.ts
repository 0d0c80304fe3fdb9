import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { canonicalText } from '#core/record/canonical.ts';
import { listCommitment, minimisationCommitment, nextSlot, type TakenSlot } from './allocation.ts';
import { drawnList, minimisationOf, planOf } from './given.ts';
import { type AllocationList, generateList, type Slot } from './permuted-blocks.ts';
import { secretFromSeed } from './stream.ts';

const slot = (stratum: string, number: number, arm: string): Slot => ({ stratum, slot: number, block: 1, arm });
const list: AllocationList = {
  algorithm: 'permuted-blocks/1',
  arms: [
    { id: 'A', ratio: 1 },
    { id: 'B', ratio: 1 },
  ],
  blockSizes: [2],
  slots: [slot('s1', 1, 'B'), slot('s1', 2, 'A'), slot('s2', 1, 'A'), slot('s2', 2, 'B')],
};
const taken = (stratum: string, ...slots: readonly number[]): readonly TakenSlot[] =>
  slots.map((each) => ({ stratum, slot: each }));

const rows: readonly (readonly [why: string, stratum: string, taken: readonly TakenSlot[], expected: unknown])[] = [
  ['the first of a new stratum', 's1', [], slot('s1', 1, 'B')],
  ['the first of another', 's2', taken('s1', 1, 2), slot('s2', 1, 'A')],
  ['the next one', 's2', taken('s2', 1), slot('s2', 2, 'B')],
  ['the first left out', 's1', taken('s1', 2), slot('s1', 1, 'B')],
  ['no more', 's1', taken('s1', 2, 1), { refused: 'list exhausted' }],
  ['no such stratum', 's3', [], { refused: 'unknown stratum' }],
  ['no such stratum, whatever was taken', '', taken('s1', 1), { refused: 'unknown stratum' }],
];
for (const [why, stratum, used, expected] of rows) {
  test(`next slot: ${why}`, () => assert.deepEqual(nextSlot(list, stratum, used), expected));
}

test('a record that does not fit the list is a fault', () => {
  assert.throws(() => nextSlot(list, 's1', taken('s1', 1, 1)), /taken twice/);
  assert.throws(() => nextSlot(list, 's1', taken('s1', 3)), /slot 3 of stratum s1 is not on the list/);
  assert.throws(() => nextSlot(list, 's1', taken('s1', 0)), /not on the list/);
});

test('taking slot after slot gives every slot of the stratum once, then no more', () => {
  const secret = secretFromSeed(1);
  const drawn = generateList({ ...list, blockSizes: [2, 4], strata: ['x', 'y'], slotsPerStratum: 50, secret });
  assert.ok('slots' in drawn);
  const given: Slot[] = [];
  for (;;) {
    const next = nextSlot(drawn, 'y', given);
    if ('refused' in next) break;
    given.push(next);
  }
  assert.deepEqual(
    given,
    drawn.slots.filter(({ stratum }) => stratum === 'y'),
  );
});

test('the commitment is an HMAC of the canonical text under a derived key', () => {
  const secret = secretFromSeed(1);
  const key = createHmac('sha256', secret).update('allocation list commitment/1').digest();
  assert.equal(listCommitment(list, secret), createHmac('sha256', key).update(canonicalText(list)).digest('hex'));
});

test('the commitment changes with every slot and with the secret', () => {
  const secret = secretFromSeed(1);
  const swapped = { ...list, slots: list.slots.map((each) => ({ ...each, arm: each.arm === 'A' ? 'B' : 'A' })) };
  const commitments = [
    listCommitment(list, secret),
    listCommitment(swapped, secret),
    listCommitment(list, secretFromSeed(2)),
  ];
  assert.equal(new Set(commitments).size, 3);
});

test('lists of every kind are committed to alike', () => {
  const secret = secretFromSeed(1);
  const key = createHmac('sha256', secret).update('allocation list commitment/1').digest();
  const plan = planOf(3);
  const stick = (limit: number) => drawnList({ algorithm: 'big-stick/1', limit, ...plan });
  const uploaded = (kit: string) =>
    drawnList({ algorithm: 'uploaded-list/1', ...plan, rows: [{ stratum: 'all', slot: 1, arm: 'A', kit }] });
  const commitments = [stick(8), stick(9), uploaded('k1'), uploaded('k2')].map((each) => {
    const expected = createHmac('sha256', key).update(canonicalText(each)).digest('hex');
    assert.equal(listCommitment(each, secret), expected);
    return expected;
  });
  assert.equal(new Set(commitments).size, 4);
});

test('minimisation is committed to by its method and its secret, under a key of its own', () => {
  const secret = secretFromSeed(1);
  const method = minimisationOf();
  const key = createHmac('sha256', secret).update('minimisation commitment/1').digest();
  const commitment = minimisationCommitment(method, secret);
  assert.equal(commitment, createHmac('sha256', key).update(canonicalText(method)).digest('hex'));
  const others = [
    minimisationCommitment(method, secretFromSeed(2)),
    minimisationCommitment(minimisationOf({ measure: 'variance' }), secret),
    minimisationCommitment(minimisationOf({ chance: { times: 3, outOf: 4 } }), secret),
    minimisationCommitment(minimisationOf({ factors: method.factors.toReversed() }), secret),
  ];
  assert.equal(new Set([commitment, ...others]).size, 5);
});
