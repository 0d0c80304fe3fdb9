import assert from 'node:assert/strict';
import test from 'node:test';
import { visit, type WrittenAnswers } from './given.ts';
import { gradedVisits } from './graded-visits.ts';
import { involvedBefore, wasActive } from './involved-before.ts';
import { defaultBilagOptions } from './options.ts';
import type { BilagGrade } from './systems.ts';

const involvement = (now: WrittenAnswers, ...earlier: readonly WrittenAnswers[]) => {
  const sitting = visit(now, ...earlier);
  return involvedBefore('musculoskeletal', sitting, gradedVisits(sitting, defaultBilagOptions));
};
const [yes, no] = [{ 'BILAG.before.musculoskeletal': 'yes' }, { 'BILAG.before.musculoskeletal': 'no' }];
const levels = (text: string): WrittenAnswers =>
  Object.fromEntries(
    text.split(' ').flatMap((word, index) => (word === '-' ? [] : [[`BILAG.${39 + index}`, word.replace('_', ' ')]])),
  );
const quiet = levels('not_present not_present not_present not_present not_present');
const active = levels('same - - - -');
const open = levels('not_present not_present not_present not_present -');

test('active: an A, B or C whatever it is exactly (yee2010)', () => {
  const grade = (letters: string) => ({
    possible: [...letters].map((letter) => ({ grade: letter as BilagGrade, reasons: [] })),
    wanting: [],
    isAnswered: true,
    isLowerBound: false,
  });
  const rows = [
    ['A', 'true'],
    ['ABC', 'true'],
    ['CDE', 'unknown'],
    ['E', 'false'],
    ['DE', 'false'],
  ] as const;
  for (const [letters, expected] of rows) assert.equal(wasActive(grade(letters)), expected);
});

test('involved: by the history at any visit, or by an earlier grade', () => {
  const rows = [
    [[yes], 'true'],
    [[no], 'false'],
    [[{}], 'unknown'],
    [[{}, yes], 'true'],
    [[{}, no], 'false'],
    [[no, yes], 'true'],
    [[yes, no], 'true'],
    [[no, active], 'true'],
    [[{}, active], 'true'],
    [[no, quiet], 'false'],
    [[no, quiet, active], 'true'],
    [[no, open], 'unknown'],
    [[yes, open], 'true'],
    [[{}, quiet], 'unknown'],
    [[{ ...active, ...no }], 'false'],
  ] as const;
  for (const [[now, ...earlier], expected] of rows)
    assert.equal(involvement(now, ...earlier).truth, expected, JSON.stringify([now, ...earlier]));
});

test('the record that decides is the evidence', () => {
  const records = (...visits: Parameters<typeof involvement>) =>
    involvement(...visits).evidence.map(({ record }) => record);
  const history = 'BILAG.before.musculoskeletal';
  assert.deepEqual(records({}, yes), [`earlier 1 ${history}`]);
  assert.deepEqual(records(no, yes), [`earlier 1 ${history}`]);
  assert.deepEqual(records(no, quiet), [`now ${history}`]);
  assert.deepEqual(records(no, quiet, active), ['earlier 2 BILAG.39']);
  assert.deepEqual(records(no, active, active), ['earlier 1 BILAG.39']);
  assert.deepEqual(records({}), []);
  assert.deepEqual(records(no, open), []);
});

test('what would have to be known: the history, or the open item of an earlier visit', () => {
  const item = 'BILAG.before.musculoskeletal';
  const notRecorded = { kind: 'item', item, point: 'now', why: 'not recorded' };
  assert.deepEqual(involvement({}, {}).missing, [notRecorded]);
  assert.deepEqual(involvement({ [item]: 'not done' }).missing, [{ ...notRecorded, why: 'not done' }]);
  const why = '"perhaps" is none of yes, no';
  assert.deepEqual(involvement({}, { [item]: 'perhaps' }).missing, [
    { kind: 'unreadable', item, point: 'earlier 1', why },
  ]);
  const openItem = { kind: 'item', item: 'BILAG.43', point: 'earlier 1', why: 'not recorded' };
  assert.deepEqual(involvement(no, open).missing, [openItem]);
  assert.deepEqual(involvement({}, open).missing, [notRecorded, openItem]);
  assert.deepEqual(involvement(yes, open).missing, []);
  assert.deepEqual(involvement(no).missing, []);
});
