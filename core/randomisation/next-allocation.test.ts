import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { armsOf, drawnList, goldenSecret, minimisationOf, planOf } from './given.ts';
import { type Allocation, type Newcomer, wholeStudy } from './newcomer.ts';
import {
  type AllocationDesign,
  type AllocationRefused,
  type KeyedMinimisation,
  nextAllocation,
} from './next-allocation.ts';
import { secretFromSeed } from './stream.ts';

const list = drawnList({ algorithm: 'simple/1', ...planOf(3), strata: ['x', 'y'] });
const minimised: KeyedMinimisation = { ...minimisationOf(), secret: goldenSecret };
const assigned: AllocationDesign = {
  algorithm: 'assigned/1',
  arms: [
    { id: 'cells', participants: 2 },
    { id: 'control', participants: 1 },
  ],
};
const single: AllocationDesign = { algorithm: 'single-group/1', arm: 'cells' };

const isAllocation = (answer: Allocation | AllocationRefused): answer is Allocation =>
  'arm' in answer && 'slot' in answer;

/** Everyone in turn; a refusal is a fault of the test. */
const allocate = (design: AllocationDesign, newcomers: readonly Newcomer[], before: readonly Allocation[] = []) => {
  const given = [...before];
  for (const newcomer of newcomers) {
    const answer = nextAllocation(design, newcomer, given);
    assert.ok(isAllocation(answer), JSON.stringify(answer));
    if (!given.includes(answer)) given.push(answer);
  }
  return given;
};

const inStratum = (stratum: string, ...participants: readonly string[]): readonly Newcomer[] =>
  participants.map((participant) => ({ participant, stratum }));
const choosing = (participant: string, choice?: string): Newcomer => ({
  participant,
  stratum: wholeStudy,
  ...(choice === undefined ? {} : { choice }),
});
const levelled = (participant: string, sex: string, site: string): Newcomer => ({
  participant,
  stratum: wholeStudy,
  levels: { sex, site },
});

test('a list gives its slots in order, stratum by stratum', () => {
  const given = allocate(list, [...inStratum('y', 'P-1'), ...inStratum('x', 'P-2'), ...inStratum('y', 'P-3')]);
  const [x1, , , y1, y2] = list.slots;
  assert.deepEqual(given, [
    { participant: 'P-1', ...y1 },
    { participant: 'P-2', ...x1 },
    { participant: 'P-3', ...y2 },
  ]);
});

test('a list names the pack of the slot', () => {
  const rows = [{ stratum: wholeStudy, slot: 1, arm: 'A', kit: 'k1' }];
  const uploaded = drawnList({ algorithm: 'uploaded-list/1', arms: planOf(1).arms, strata: [wholeStudy], rows });
  const answer = nextAllocation(uploaded, choosing('P-1'), []);
  assert.deepEqual(answer, { participant: 'P-1', stratum: wholeStudy, slot: 1, arm: 'A', kit: 'k1' });
});

// The arms of a second program, written from the description of the algorithm alone.
const golden: readonly (readonly [design: AllocationDesign, times: number, expected: string])[] = [
  [minimised, 1, 'BBAAABABABAB'],
  [{ ...minimised, arms: armsOf(2, 1, 3), measure: 'variance' }, 2, 'BCACABCCCCCAACACACBACBAC'],
];
for (const [design, times, expected] of golden) {
  test(`version 1 of minimisation stays as it is: ${expected}`, () => {
    const people = `woman north, man north, man south, woman south, woman north, man south, man north, woman north,
      man north, woman south, woman south, man south`.split(',');
    const newcomers = Array.from({ length: times * people.length }, (_, index) => {
      const [sex = '', site = ''] = (people[index % people.length] ?? '').trim().split(' ');
      return levelled(`P-${index + 1}`, sex, site);
    });
    const given = allocate(design, newcomers);
    assert.equal(given.map(({ arm }) => arm).join(''), expected);
    assert.deepEqual(
      given.map(({ slot }) => slot),
      newcomers.map((_, index) => index + 1),
    );
  });
}

test('everyone of a single group has its arm', () => {
  const given = allocate(single, [choosing('P-1'), choosing('P-2')]);
  assert.deepEqual(given.map(({ arm, slot }) => [arm, slot]).join(), 'cells,1,cells,2');
});

test('a choice is kept, and when one group is full the other is left', () => {
  const given = allocate(assigned, [choosing('P-1', 'cells'), choosing('P-2', 'cells')]);
  assert.deepEqual(nextAllocation(assigned, choosing('P-3', 'cells'), given), {
    refused: 'arm full',
    arm: 'cells',
    open: ['control'],
  });
  const full = allocate(assigned, [choosing('P-3', 'control')], given);
  assert.deepEqual(full.at(-1), { ...choosing('P-3', 'control'), slot: 3, arm: 'control' });
});

const used = allocate(list, inStratum('x', 'P-1', 'P-2', 'P-3'));
const woman = levelled('P-1', 'woman', 'north');
const refusals: readonly (readonly [
  design: AllocationDesign,
  newcomer: Newcomer,
  given: readonly Allocation[],
  expected: AllocationRefused,
])[] = [
  [list, { participant: 'P-4', stratum: 'x' }, used, { refused: 'list exhausted' }],
  [list, { participant: 'P-4', stratum: 'z' }, used, { refused: 'unknown stratum' }],
  [
    list,
    { participant: 'P-1', stratum: 'y' },
    used,
    { refused: 'allocated before, asked otherwise', participant: 'P-1' },
  ],
  [
    list,
    { participant: 'P-4', stratum: 'x', replaces: { participant: 'P-5', takes: 'next slot' } },
    used,
    { refused: 'nobody to replace', participant: 'P-5' },
  ],
  [
    list,
    { participant: 'P-4', stratum: 'x', replaces: { participant: 'P-1', takes: 'next slot' } },
    used,
    { refused: 'list exhausted' },
  ],
  [minimised, { ...woman, stratum: 'x' }, [], { refused: 'unknown stratum' }],
  [minimised, levelled('P-1', 'woman', 'east'), [], { refused: 'unknown factor level', factor: 'site' }],
  [minimised, choosing('P-1'), [], { refused: 'unknown factor level', factor: 'sex' }],
  [assigned, choosing('P-1'), [], { refused: 'no choice made' }],
  [assigned, choosing('P-1', 'A'), [], { refused: 'unknown arm', arm: 'A' }],
  [assigned, { ...choosing('P-1', 'cells'), stratum: 'x' }, [], { refused: 'unknown stratum' }],
  [single, { participant: 'P-1', stratum: 'x' }, [], { refused: 'unknown stratum' }],
];
for (const [design, newcomer, given, expected] of refusals) {
  test(`${design.algorithm}: ${expected.refused}`, () =>
    assert.deepEqual(nextAllocation(design, newcomer, given), expected));
}

test('a past that does not belong to the design is a fault', () => {
  const strange: Allocation = { participant: 'P-0', stratum: 'x', slot: 9, arm: 'A' };
  assert.throws(() => nextAllocation(list, { participant: 'P-1', stratum: 'x' }, [strange]), /not on the list/);
  assert.throws(() => nextAllocation(minimised, woman, [strange]), /P-0 was allocated without levels/);
});

test('a replacement takes the next slot, or repeats the slot in the same arm, and the old slot stays taken', () => {
  const given = allocate(list, [
    ...inStratum('x', 'P-1', 'P-2'),
    { participant: 'P-3', stratum: 'x', replaces: { participant: 'P-1', takes: 'same arm' } },
    { participant: 'P-4', stratum: 'x', replaces: { participant: 'P-2', takes: 'next slot' } },
    { participant: 'P-5', stratum: 'x', replaces: { participant: 'P-3', takes: 'same arm' } },
  ]);
  const arms = list.slots.map(({ arm }) => arm);
  assert.deepEqual(
    given.map(({ slot, replacement = 0, arm }) => [slot, replacement, arm]),
    [
      [1, 0, arms[0]],
      [2, 0, arms[1]],
      [1, 1, arms[0]],
      [3, 0, arms[2]],
      [1, 2, arms[0]],
    ],
  );
  assert.deepEqual(nextAllocation(list, { participant: 'P-6', stratum: 'x' }, given), { refused: 'list exhausted' });
});

test('a replacement in an assigned arm takes over the place, also when the arm is full', () => {
  const given = allocate(assigned, [choosing('P-1', 'cells'), choosing('P-2', 'cells')]);
  for (const takes of ['next slot', 'same arm'] as const) {
    const third = { ...choosing('P-3', 'cells'), replaces: { participant: 'P-1', takes } };
    const more = allocate(assigned, [third], given);
    assert.equal(more.at(-1)?.arm, 'cells');
    assert.deepEqual(nextAllocation(assigned, choosing('P-4', 'cells'), more), {
      refused: 'arm full',
      arm: 'cells',
      open: ['control'],
    });
  }
});

test('a replacement in the same arm counts no participant more', () => {
  for (const [design, choice] of [[assigned, 'control'] as const, [single, undefined] as const]) {
    const first = choosing('P-1', 'cells');
    const second: Newcomer = { ...choosing('P-2', 'cells'), replaces: { participant: 'P-1', takes: 'same arm' } };
    const given = allocate(design, [first, second, choosing('P-3', choice)]);
    assert.deepEqual(
      given.map(({ slot, replacement }) => [slot, replacement]),
      [
        [1, undefined],
        [1, 1],
        [2, undefined],
      ],
    );
  }
});

test('a replacement in the same arm draws nothing, so minimisation goes on as if it had not come', () => {
  const two = allocate(minimised, [woman, levelled('P-2', 'man', 'south')]);
  const replacing: Newcomer = {
    ...levelled('P-3', 'man', 'north'),
    replaces: { participant: 'P-1', takes: 'same arm' },
  };
  const three = allocate(minimised, [replacing], two);
  const fourth = levelled('P-4', 'woman', 'south');
  assert.equal(three.at(-1)?.arm, two[0]?.arm);
  assert.deepEqual(nextAllocation(minimised, fourth, three), nextAllocation(minimised, fourth, two));
});

test('asking once more gives the same, at once and at the end, and changes nothing', () => {
  const walk = fc.array(fc.tuple(fc.nat(30), fc.constantFrom('woman', 'man'), fc.constantFrom('north', 'south')));
  fc.assert(
    fc.property(walk, fc.string(), (people, seed) => {
      const design: AllocationDesign = { ...minimisationOf(), secret: secretFromSeed(seed) };
      const first = new Map(people.map(([id, sex, site]) => [`P-${id}`, levelled(`P-${id}`, sex, site)]));
      const newcomers = [...first.values()];
      const given = allocate(design, newcomers);
      assert.deepEqual(allocate(design, newcomers, given), given);
      for (const [index, newcomer] of newcomers.entries())
        assert.deepEqual(nextAllocation(design, newcomer, given.slice(0, index)), given[index]);
    }),
    { numRuns: 60 },
  );
});

test('no place is given twice, whoever replaces whom', () => {
  const wide = drawnList({ algorithm: 'permuted-blocks/1', blockSizes: [2, 4], ...planOf(20), strata: ['x', 'y'] });
  const request = fc.record({
    stratum: fc.constantFrom('x', 'y', 'z'),
    participant: fc.nat(60),
    whom: fc.option(fc.nat(60)),
    takes: fc.constantFrom('next slot' as const, 'same arm' as const),
  });
  fc.assert(
    fc.property(fc.array(request, { maxLength: 80 }), (requests) => {
      const given: Allocation[] = [];
      for (const { stratum, participant, whom, takes } of requests) {
        const replaces = whom === null ? {} : { replaces: { participant: `P-${whom}`, takes } };
        const answer = nextAllocation(wide, { participant: `P-${participant}`, stratum, ...replaces }, given);
        if (isAllocation(answer) && !given.includes(answer)) given.push(answer);
      }
      const places = given.map(({ stratum, slot, replacement = 0 }) => `${stratum} ${slot} ${replacement}`);
      assert.equal(new Set(places).size, given.length);
      assert.equal(new Set(given.map(({ participant }) => participant)).size, given.length);
      for (const { stratum, slot, arm } of given)
        assert.equal(wide.slots.find((each) => each.stratum === stratum && each.slot === slot)?.arm, arm);
    }),
  );
});
