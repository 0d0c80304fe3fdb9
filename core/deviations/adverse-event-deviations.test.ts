import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  adverseEvent,
  asked,
  changed,
  day,
  type Edit,
  ended,
  kindsAfter,
  saidAfter,
  serious,
  until,
  whatever,
} from './given.ts';

const mild = (start: number, entered: number): Edit => added(entered, adverseEvent('adverse-event', day(start)));
const grave = (start: number, entered: number): Edit =>
  added(entered, adverseEvent('adverse-event', day(start), { attributes: serious }));
const fatal = (start: number): Edit =>
  added(start, adverseEvent('adverse-event', day(start), { attributes: { ...serious, fatal: true } }));
const said = (attributes: Readonly<Record<string, boolean>>): Edit =>
  added(20, adverseEvent('adverse-event', day(20), { attributes }));

/** 7 days to enter an event, and 1 day for a serious one, both counted from its start. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['entered after 7 days', [mild(20, 27)], []],
  ['entered after 8 days', [mild(20, 28)], ['adverse event entered late']],
  ['serious, entered on the next day', [grave(20, 21)], []],
  ['serious, entered after 2 days', [grave(20, 22)], ['serious event possibly reported late']],
  ['of a month: counted from its last day', [added(36, adverseEvent('adverse-event', '2026-06'))], []],
  [
    'of a month, 8 days after it',
    [added(37, adverseEvent('adverse-event', '2026-06'))],
    ['adverse event entered late'],
  ],
  ['began on the day of consent', [mild(-14, -14)], []],
  ['began the day before', [mild(-15, -14)], ['adverse event before consent']],
  ['began on the day of the end', [mild(169, 169)], []],
  ['began a day after it', [mild(170, 170)], ['adverse event after the end']],
  ['neither question answered', [said({})], ['seriousness not answered', 'cause not answered']],
  ['the cause not answered', [said({ serious: false })], ['cause not answered']],
  ['fatal, and died', [until(20), fatal(20), added(20, ended(20, 'died'))], []],
  ['fatal, and goes on', [fatal(20)], ['fatal event and no death']],
  ['fatal, and not yet due', [until(20), fatal(20), asked(27)], []],
  [
    'died, and no event is fatal',
    [until(20), grave(20, 20), added(20, ended(20, 'died'))],
    ['death without a fatal event'],
  ],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(kindsAfter('cells', ...edits), expected));

test('a condition of the past is no adverse event', () =>
  assert.deepEqual(
    kindsAfter(
      'cells',
      added(20, { type: 'history recorded', records: [{ source: 'condition', concept: 'allergy', start: '2001' }] }),
    ),
    [],
  ));

test('a serious event that came late says that awareness is not recorded', () =>
  assert.deepEqual(saidAfter('cells', grave(20, 24)), [
    'The adverse-event that began on 2026-06-21 was entered on 2026-06-25, 4 days later; the 24 hours count from awareness, which is not recorded.',
  ]));

test('a death that is missing is said with how participation ended', () => {
  assert.deepEqual(saidAfter('cells', fatal(20)), [
    'The adverse-event of 2026-06-21 is recorded as fatal, and participation ended as completed.',
  ]);
  assert.deepEqual(saidAfter('cells', changed('participation ended', whatever, { how: 'died' })), [
    'Participation ended by death on 2026-11-17, and no adverse event is recorded as fatal.',
  ]);
});
