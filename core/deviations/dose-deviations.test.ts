import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  asked,
  changed,
  day,
  doseBy,
  type Edit,
  ended,
  isNumber,
  kindsAfter,
  readOn,
  saidAfter,
  stopped,
  until,
  without,
} from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const given = (number: number, n: number, later = 0): Edit =>
  changed('dose given', isNumber(number), { on: day(n) }, later);
const prepared = (number: number, n: number): Edit => changed('dose prepared', isNumber(number), { on: day(n) });
const missed = (number: number, n: number): Edit =>
  added(n, { type: 'dose missed', dose: 'il-2-injection', number, on: day(n), why: 'fever' });

/** Interleukin-2 on days 0, 2, … 12 of three cycles of 28 days; infusions on days 0, 28 and 56 with the visits. */
const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['an injection a day early', 'il-2', [given(7, 11)], []],
  ['two days early, on the day of another', 'il-2', [given(7, 10)], ['two doses on one day', 'dose early'].toSorted()],
  ['a day late', 'il-2', [given(7, 13, 1)], []],
  ['two days late', 'il-2', [given(7, 14, 2)], ['dose late']],
  [
    'with a visit that has a window of three days',
    'il-2',
    [given(8, 31, 3), given(9, 31, 1)],
    ['two doses on one day'],
  ],
  [
    'an infusion three days late, within the window of its visit',
    'infusions',
    [given(2, 31, 3), prepared(2, 31), readOn(2, 31)],
    [],
  ],
  ['four days late', 'infusions', [given(2, 32, 4), prepared(2, 32), readOn(2, 32)], ['dose late']],
  [
    'the first infusion a day late: day 0 has no window',
    'infusions',
    [given(1, 1, 1), prepared(1, 1), readOn(1, 1)],
    ['dose late'],
  ],
  ['missed, with a reason', 'il-2', [without('dose given', isNumber(5)), missed(5, 8)], ['dose missed']],
  ['nothing said, seven days after its time', 'il-2', [until(11), asked(20)], []],
  ['nothing said, eight days after it', 'il-2', [until(11), asked(21)], ['dose overdue']],
  ['nothing said, but stopped before', 'il-2', [until(11), added(11, stopped(11)), asked(30)], []],
  ['nothing said, but ended before', 'il-2', [until(11), added(11, ended(11, 'withdrawn')), asked(30)], []],
  ['on the day of discontinuation', 'il-2', [until(68), added(68, stopped(68)), asked(70)], []],
  ['a day after it', 'il-2', [until(68), added(68, stopped(67)), asked(70)], ['dose after discontinuation']],
  [
    'the same number of another arm',
    'il-2',
    [
      added(1, {
        type: 'dose given',
        dose: 'msc-infusion',
        number: 1,
        on: day(1),
        planned: day(0),
        amount: '1',
        unit: '{cells}',
      }),
    ],
    ['dose of another arm'],
  ],
  [
    'masked: the bag of the other arm was prepared',
    'tablets',
    [changed('dose prepared', isNumber(2), { dose: 'cell-infusion' })],
    ['dose of another arm'],
  ],
  ['twice a day by the plan', 'il-2', [doseBy({ 'per day': 2 }), until(0), asked(2)], []],
];
for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(kindsAfter(from, ...edits).toSorted(), expected.toSorted()));

test('who does not know the arm is told of no other arm', () => {
  const other = changed('dose prepared', isNumber(2), { dose: 'cell-infusion' });
  assert.deepEqual(kindsAfter('tablets', other, without('assignment disclosed')), []);
});

test('what is of another arm bears its own day, given or prepared', () => {
  assert.deepEqual(saidAfter('tablets', changed('dose prepared', isNumber(2), { dose: 'cell-infusion' })), [
    'Dose 2 of cell-infusion was prepared on 2026-06-08, which is none of arm mmf.',
  ]);
});

test('the sentences have number, day and time', () => {
  assert.deepEqual(saidAfter('il-2', given(7, 14, 2)), [
    'Dose 7 of il-2-injection was given on 2026-06-15, 1 day after its time from 2026-06-12 to 2026-06-14.',
  ]);
  assert.deepEqual(saidAfter('il-2', given(2, 3, 1), given(3, 3)), [
    'Dose 2 of il-2-injection and number 3 were both given on 2026-06-04; planned were 2026-06-03 and 2026-06-05.',
  ]);
  assert.deepEqual(saidAfter('il-2', without('dose given', isNumber(5)), missed(5, 8)), [
    'Dose 5 of il-2-injection was missed: fever.',
  ]);
  assert.deepEqual(saidAfter('il-2', without('dose given', isNumber(5))), [
    'Dose 5 of il-2-injection, due from 2026-06-08 to 2026-06-10, was neither given nor entered as missed.',
  ]);
});
