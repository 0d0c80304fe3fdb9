import assert from 'node:assert/strict';
import test from 'node:test';
import { asked, changed, day, type Edit, isNumber, kindsAfter, saidAfter, until, without } from './given.ts';

type From = Parameters<typeof kindsAfter>[0];
const ran = (started: string, stopped: string): Edit =>
  changed('dose given', isNumber(2), { course: { started, stopped } });
const notRead: Edit = without('dose observed', isNumber(2));

/** The sheet of a clean infusion is from 9 to 10 o'clock, read on the minute: 13 moments, 5 minutes being on time. */
const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['on the minute', 'infusions', [], []],
  ['five minutes late', 'infusions', [ran('08:55', '09:55')], []],
  ['six minutes late', 'infusions', [ran('08:54', '09:54')], ['bedside readings off time']],
  ['nothing read', 'infusions', [notRead], ['bedside readings missing']],
  ['nothing read, asked after 7 days', 'infusions', [notRead, until(28), asked(35)], []],
  ['nothing read, asked after 8 days', 'infusions', [notRead, until(28), asked(36)], ['bedside readings missing']],
  [
    'it ran longer than it was read',
    'infusions',
    [ran('08:55', '10:15')],
    ['bedside readings missing', 'bedside readings off time'],
  ],
  ['a dose that nobody watches', 'il-2', [], []],
];

for (const [what, from, edits, expected] of rows)
  test(`${what}: ${expected.join(' and ') || 'nothing'}`, () => assert.deepEqual(kindsAfter(from, ...edits), expected));

test('which moments, and by how much', () => {
  assert.deepEqual(saidAfter('infusions', notRead), [
    'Around dose 2 of cell-infusion, before, 15 minutes from start, 30 minutes from start and 10 more of 13 moments were not read.',
  ]);
  assert.deepEqual(saidAfter('infusions', ran('08:54', '10:00')), [
    'Around dose 2 of cell-infusion, 15 minutes from start, 30 minutes from start, 45 minutes from start and 1 more were read up to 6 minutes off.',
  ]);
  assert.equal(day(28).length, 10);
});
