import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  all,
  asked,
  changed,
  day,
  type Edit,
  ended,
  home,
  kindsAfter,
  movedVisit,
  saidAfter,
  stopped,
  until,
  without,
} from './given.ts';

const dispensed = (units: number): Edit => changed('medicine dispensed', home('week 8'), { units });
const inKits = (units: number, kits: number): Edit => changed('medicine dispensed', home('week 8'), { units, kits });
const back = (units: number): Edit => changed('medicine returned', home('week 12'), { units });
const notDispensed = (visit: string, next: string, dose?: string): Edit =>
  all(without('medicine dispensed', home(visit, dose)), without('medicine returned', home(next, dose)));

/** Week 8 has 56 tablets until week 12 and 72 to the end of its window; from 80 to 120 % are to be taken. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['none at week 8', [notDispensed('week 8', 'week 12')], ['medicine not dispensed']],
  ['none at week 8, asked after 7 days', [until(56), without('medicine dispensed', home('week 8')), asked(63)], []],
  [
    'none at week 8, where the treatment was stopped on that day',
    [until(56), without('medicine dispensed', home('week 8')), added(56, stopped(56)), asked(70)],
    [],
  ],
  [
    'none at week 8, where participation ended on that day',
    [until(56), without('medicine dispensed', home('week 8')), added(56, ended(56, 'withdrawn'))],
    [],
  ],
  ['56', [dispensed(56)], []],
  ['55', [dispensed(55)], ['too few units dispensed']],
  ['72, and 16 back', [dispensed(72), back(16)], []],
  ['73, and 17 back', [dispensed(73), back(17)], ['too many units dispensed']],
  ['84 in three kits of 28, and 28 back', [inKits(84, 3), back(28)], []],
  ['112 in four kits of 28, and 56 back', [inKits(112, 4), back(56)], ['too many units dispensed']],
  ['11 of 56 back: 80.4 %', [back(11)], []],
  ['12 of 56 back: 78.6 %', [back(12)], ['taken too little']],
  ['68 and none back: 121.4 %', [dispensed(68)], ['taken too much']],
  ['67 and none back: 119.6 %', [dispensed(67)], []],
  ['everything taken though the next visit came four days early: 116.7 %', [movedVisit('week 12', 80)], []],
  ['all of 50 taken, which were too few', [dispensed(50)], ['too few units dispensed']],
  ['nothing came back, and nobody counted', [without('medicine returned', home('week 12'))], ['medicine not returned']],
  [
    'the same, asked 7 days after that visit',
    [until(84), without('medicine returned', home('week 12')), asked(91)],
    [],
  ],
  [
    'stopped half-way, and half came back',
    [until(84), added(70, stopped(70)), back(28), without('medicine dispensed', home('week 12'))],
    [],
  ],
  [
    'stopped half-way, and all was taken',
    [until(84), added(70, stopped(70)), without('medicine dispensed', home('week 12'))],
    ['taken too much'],
  ],
  ['dispensed on the day of discontinuation', [until(84), added(84, stopped(84))], []],
  ['dispensed a day after it', [until(84), added(84, stopped(83))], ['medicine after discontinuation']],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => {
    const found = kindsAfter('tablets', ...edits);
    assert.deepEqual(
      found.filter((kind) => !['visit overdue', 'no contact', 'participation not ended'].includes(kind)),
      expected,
    );
  });

test('more came back than was dispensed: what was taken cannot be said', () =>
  assert.deepEqual(kindsAfter('tablets', back(57)), []));

test('the sentences have the units of the plan', () => {
  assert.deepEqual(saidAfter('tablets', back(14)), [
    'From 2026-07-27 to 2026-08-24 42 units of mmf-induction were taken, where the plan has 56 and 56 were dispensed: 75 % of the plan, with 80 to 120 % asked.',
  ]);
  assert.deepEqual(saidAfter('tablets', dispensed(40)), [
    'At visit week 8 40 units of mmf-induction were dispensed, where the plan has 56 until the next visit and 72 to the end of its window.',
  ]);
  assert.deepEqual(saidAfter('tablets', notDispensed('week 24', 'week 36', 'mmf-maintenance')), [
    `At visit week 24 on ${day(168)} none of the 168 units of mmf-maintenance were dispensed.`,
  ]);
});
