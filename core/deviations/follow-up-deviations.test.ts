import assert from 'node:assert/strict';
import test from 'node:test';
import {
  added,
  asked,
  changed,
  day,
  type Edit,
  ended,
  kindsAfter,
  saidAfter,
  until,
  whatever,
  without,
  withoutVisit,
} from './given.ts';

const missed = (visit: string, n: number): Edit => added(n, { type: 'visit missed', visit });
const endedOn = (n: number, how: 'completed' | 'withdrawn' | 'lost to follow-up' | 'died'): Edit =>
  changed('participation ended', whatever, { on: day(n), how }, n - 169);

/** Of the trial of cells against interleukin-2, of which the last visit is week 24 on day 168, by day 171. */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['withdrawn 28 days after a visit', [until(112), added(140, ended(140, 'withdrawn'))], []],
  [
    'withdrawn 29 days after a visit',
    [until(84), added(113, ended(113, 'withdrawn'))],
    ['withdrawn without a last visit'],
  ],
  ['completed with the last visit', [], []],
  [
    'completed before the last visit',
    [withoutVisit('week 24'), endedOn(164, 'completed')],
    ['completed without the last visit'],
  ],
  ['withdrawn before the last visit', [withoutVisit('week 24'), endedOn(164, 'withdrawn')], []],
  [
    'lost after two missed visits',
    [until(84), missed('week 16', 116), missed('week 20', 144), added(145, ended(145, 'lost to follow-up'))],
    ['visit missed'],
  ],
  [
    'lost after one missed visit',
    [until(84), missed('week 16', 116), added(117, ended(117, 'lost to follow-up'))],
    ['visit missed', 'lost without missed visits'],
  ],
  [
    'lost after two visits of which nothing was said',
    [until(84), added(144, ended(144, 'lost to follow-up'))],
    ['visit overdue'],
  ],
  ['died: no last visit is asked', [until(60), added(75, ended(75, 'died'))], ['death without a fatal event']],
  ['not ended 30 days after the last window', [without('participation ended'), asked(201)], []],
  ['not ended 31 days after it', [without('participation ended'), asked(202)], ['participation not ended']],
  ['ended on the day of the last visit', [endedOn(168, 'completed')], []],
  [
    'a visit on the day after the end',
    [changed('participation ended', whatever, { on: day(167), how: 'died' })],
    ['death without a fatal event', 'visit after the end'],
  ],
  ['two visits in a row without a word', [withoutVisit('week 8'), withoutVisit('week 12')], ['no contact']],
  [
    'the same, and both entered as missed',
    [withoutVisit('week 8'), withoutVisit('week 12'), missed('week 8', 60), missed('week 12', 88)],
    ['visit missed', 'no contact'],
  ],
];
for (const [what, edits, expected] of rows)
  test(`${what}: ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(kindsAfter('cells', ...edits).toSorted(), expected.toSorted()));

test('who was never allocated leaves as they like', () => {
  assert.deepEqual(kindsAfter('cells', until(-1), added(-5, ended(-5, 'lost to follow-up'))), []);
  assert.deepEqual(kindsAfter('cells', until(-1), added(-5, ended(-5, 'withdrawn'))), []);
});

test('the visits that were due without contact are named with it', () =>
  assert.deepEqual(
    saidAfter('cells', withoutVisit('week 8'), withoutVisit('week 12'), missed('week 12', 88)).slice(-1),
    [
      'From 2026-06-29 to 2026-09-21 there was no contact, 84 days where one missed visit explains at most 62 days; due were week 8, week 12.',
    ],
  ));

test('medicine that bears a later day than the end is named with its units', () =>
  assert.deepEqual(
    saidAfter('tablets', until(30), added(20, ended(20, 'withdrawn'))).filter((says) => says.includes('dispensed')),
    ['56 of mmf-induction were dispensed on 2026-06-29, 8 days after participation ended on 2026-06-21 (withdrawn).'],
  ));

test('how long ago the last window closed is said', () =>
  assert.deepEqual(saidAfter('cells', without('participation ended'), asked(210)), [
    'The window of visit week 24 closed on 2026-11-19, 39 days ago, and the end of participation is not recorded.',
  ]));
