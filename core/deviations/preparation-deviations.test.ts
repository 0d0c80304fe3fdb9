import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  asked,
  changed,
  day,
  type Edit,
  isNumber,
  kindsAfter,
  saidAfter,
  stopped,
  until,
  without,
} from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const prepared = (number: number, n: number): Edit => changed('dose prepared', isNumber(number), { on: day(n) });
const notGiven: Edit = without('dose given', isNumber(3));

const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['on the same day', 'infusions', [prepared(2, 28)], []],
  ['on the day before', 'infusions', [prepared(2, 27)], ['prepared on another day']],
  ['two days before', 'infusions', [prepared(2, 26)], ['dose long after preparation']],
  ['a day after it was given', 'infusions', [prepared(2, 29)], ['dose before its preparation']],
  ['under the name of the placebo, two days before', 'tablets', [prepared(2, 5)], ['dose long after preparation']],
  ['not recorded, of cells', 'cells', [without('dose prepared')], ['dose without preparation']],
  ['not recorded, of another medicine', 'il-2', [], []],
  ['not recorded, where the bag is veiled: refused when it is given', 'tablets', [without('dose prepared')], []],
  [
    'prepared and stopped, asked after 7 days',
    'infusions',
    [until(56), notGiven, added(56, stopped(56)), asked(63)],
    [],
  ],
  [
    'prepared and stopped, asked after 8 days',
    'infusions',
    [until(56), notGiven, added(56, stopped(56)), asked(64)],
    ['prepared and not given'],
  ],
];
for (const [what, from, edits, expected] of rows)
  test(`prepared ${what}: ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(kindsAfter(from, ...edits), expected));

test('the sentences have both days', () => {
  assert.deepEqual(saidAfter('infusions', prepared(2, 26)), [
    'Dose 2 of cell-infusion was prepared on 2026-06-27 and given on 2026-06-29, 2 days later.',
  ]);
  assert.deepEqual(saidAfter('infusions', prepared(2, 29)), [
    'Dose 2 of cell-infusion was prepared on 2026-06-30 and given on 2026-06-29, 1 day before.',
  ]);
  assert.deepEqual(saidAfter('cells', without('dose prepared')), [
    'Dose 1 of msc-infusion was given on 2026-06-01, and its preparation is not recorded.',
  ]);
});
