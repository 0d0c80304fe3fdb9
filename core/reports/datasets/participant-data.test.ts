import assert from 'node:assert/strict';
import test from 'node:test';
import { cellOf, maskedData, sixData } from './given.ts';
import { participantSet } from './participant-data.ts';

const set = participantSet(sixData.participants);

/** Participant, column, and what its cell holds; days from 2026-06-01, born 1990-06-15, consent 2026-05-11. */
const rows: readonly (readonly [participant: string, column: string, expected: string])[] = [
  ['P-001', 'arm', 'msc'],
  ['P-001', 'age', '35'],
  ['P-001', 'sex', 'female'],
  ['P-001', 'doses planned', '1'],
  ['P-001', 'doses received', '1'],
  ['P-001', 'first dose', '0'],
  ['P-001', 'last dose', '0'],
  ['P-001', 'treated', 'yes'],
  ['P-001', 'last seen', '168'],
  ['P-001', 'ended', ''],
  ['P-002', 'how ended', 'completed'],
  ['P-002', 'ended', '172'],
  ['P-002', 'last seen', '172'],
  ['P-003', 'treated', 'no'],
  ['P-003', 'first dose', ''],
  ['P-004', 'discontinued', '9'],
  ['P-004', 'why discontinued', 'own wish'],
  ['P-005', 'how ended', 'withdrawn'],
  ['P-006', 'discontinued', ''],
];
for (const [participant, column, expected] of rows)
  test(`${column} of ${participant}: ${expected || 'nothing'}`, () =>
    assert.equal(cellOf(set, participant, column), expected));

test('each line rests on the allocation and what happened to treatment and participation', () => {
  const [first] = sixData.participants;
  assert.equal(first?.records.length, 2);
  assert.match(first?.records.join(' ') ?? '', /participant\/P-001#\d+.* participant\/P-001#\d+/);
});

test('while arms are masked nothing tells them: neither doses of the plan nor days of treatment', () => {
  const told = new Set(maskedData.participants.map(({ arm, armReceived }) => `${arm}|${armReceived}`));
  assert.equal(told.size, 1);
  for (const { dosesPlanned, dosesReceived, firstDose } of maskedData.participants)
    assert.deepEqual([dosesPlanned, dosesReceived, firstDose], [0, 0, undefined]);
});

test('ages, sites and what was seen are told all the same', () => {
  assert.deepEqual(
    maskedData.participants.map(({ age, site, lastSeen }) => [age, site, lastSeen]),
    sixData.participants.map(({ age, site, lastSeen }) => [age, site, lastSeen]),
  );
});
