import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import * as g from '#core/conduct/given.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import * as l from './given.ts';
import { kitCommitment, kitsFor, nextKit } from './kit-list.ts';
import type { SealedKit } from './lot-event.ts';

/** Cells against tablets: both arms have infusions and tablets, one of them without anything in them. */
const dummy = g.shipped('nct03580291');
const ofEachArm = { 'cell-infusion': 3, 'mmf-week-1': 2 };
const listFor = (seed: number, { definition }: Study = dummy): readonly SealedKit[] =>
  kitsFor(definition, { ofEachArm, first: 41 }, secretFromSeed(seed));

test('each arm has as many kits of each dose, numbered from one range without a gap', () => {
  const kits = listFor(7);
  const counted = (arm: string, dose: string): number =>
    kits.filter((kit) => kit.arm === arm && kit.dose === dose).length;
  for (const arm of ['cells', 'mmf'])
    assert.deepEqual([counted(arm, 'cell-infusion'), counted(arm, 'mmf-week-1')], [3, 2], arm);
  assert.deepEqual(
    kits.map(({ kit }) => kit).toSorted(),
    Array.from({ length: 10 }, (_, index) => `000${41 + index}`),
  );
  assert.deepEqual(
    new Set(kits.map(({ arm, dose, product }) => `${arm} ${dose}: ${product}`)),
    new Set([
      'cells cell-infusion: allogeneic human umbilical cord mesenchymal stem cells',
      'cells mmf-week-1: placebo of mycophenolate mofetil',
      'mmf cell-infusion: suspending fluid without cells',
      'mmf mmf-week-1: mycophenolate mofetil',
    ]),
  );
});

test('with the arms the other way round the labels are of the same numbers', () => {
  const arms = dummy.definition.arms.toReversed();
  const twin: Study = { ...dummy, definition: { ...dummy.definition, arms } };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const labels = (study: Study): readonly string[] => listFor(seed, study).map(({ kit, dose }) => `${kit} ${dose}`);
      assert.deepEqual(labels(twin), labels(dummy));
      assert.notDeepEqual(listFor(seed, twin), listFor(seed));
    }),
    { numRuns: 20 },
  );
});

/**
 * In 2000 lists of 6 infusions each number should stand in the arm of the cells 1000 times, and a kit handed out second to
 * the same arm be above the first in half of them, as one of the other arm: ±5 standard deviations (√500 = 22.4) is 112.
 */
test('neither a number nor the order of two tells the arm', () => {
  const lists = Array.from({ length: 2000 }, (_, seed) =>
    kitsFor(dummy.definition, { ofEachArm: { 'cell-infusion': 3 }, first: 1 }, secretFromSeed(seed)),
  );
  const near = (count: number, what: string): void => assert.ok(Math.abs(count - 1000) <= 112, `${what}: ${count}`);
  for (const number of ['00001', '00002', '00003', '00004', '00005', '00006'])
    near(lists.filter((kits) => kits.find(({ kit }) => kit === number)?.arm === 'cells').length, number);
  const of = (kits: readonly SealedKit[], arm: string, index: number): string =>
    kits.filter((kit) => kit.arm === arm)[index]?.kit ?? assert.fail();
  near(lists.filter((kits) => of(kits, 'cells', 1) > of(kits, 'cells', 0)).length, 'the same arm again');
  near(lists.filter((kits) => of(kits, 'mmf', 0) > of(kits, 'cells', 0)).length, 'the other arm');
});

test('a planted leak is seen: the lowest number first tells which numbers are of the other arm', () => {
  const rising = Array.from({ length: 200 }, (_, seed) => {
    const cells = listFor(seed).filter(({ arm, dose }) => arm === 'cells' && dose === 'cell-infusion');
    const [first = '', second = ''] = cells.map(({ kit }) => kit).toSorted();
    return second > first;
  });
  assert.ok(rising.every((each) => each));
});

test('a dose that only one arm has gives kits to that arm; another secret or range gives other numbers', () => {
  const open = g.shipped('nct05631717');
  const kits = kitsFor(open.definition, { ofEachArm: { 'msc-infusion': 2 }, first: 1 }, secretFromSeed(7));
  assert.deepEqual(
    kits.map(({ arm }) => arm),
    ['msc', 'msc'],
  );
  assert.notDeepEqual(listFor(7), listFor(8));
  for (const first of [0, 1.5, -3])
    assert.throws(() => kitsFor(dummy.definition, { ofEachArm, first }, secretFromSeed(7)), /cannot be numbered/);
});

test('a lot hands out its kits in the order of its papers', () => {
  const kits = ['00007', '00003', '00005', '00001'];
  assert.equal(nextKit(l.lotAfter(l.received({ kits }))), '00007');
  assert.equal(nextKit(l.lotAfter(l.received({ kits }), l.used(1, 'P-001', { kit: '00007' }))), '00003');
  assert.equal(nextKit(l.lotAfter(l.received())), undefined);
});

test('the commitment hangs on every kit and on the secret', () => {
  const kits = listFor(7);
  const [one, two] = [secretFromSeed(1), secretFromSeed(2)];
  const commitments = [
    kitCommitment(kits, one),
    kitCommitment(kits, two),
    kitCommitment(kits.slice(1), one),
    kitCommitment(kits.toReversed(), one),
  ];
  assert.equal(new Set(commitments).size, 4);
  assert.equal(kitCommitment(listFor(7), one), commitments[0]);
  for (const each of commitments) assert.match(each, /^[0-9a-f]{64}$/);
});
