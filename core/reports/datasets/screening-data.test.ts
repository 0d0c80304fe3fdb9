import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { CriterionFound } from '#core/conduct/trial-event.ts';
import { founding, six } from '#core/reports/charts/given.ts';
import { cellOf } from './given.ts';
import { screeningData, screeningSet } from './screening-data.ts';

const declined: Participant = { ...g.participantAfter([g.identified]), id: 'P-010', declinedOn: '2026-05-10' };
const found = (['I3 fails', 'I4 not known', 'E1a fails', 'I1 passes'] as const).map((written): CriterionFound => {
  const [criterion = '', result] = written.split(/ (.*)/);
  assert.ok(result === 'fails' || result === 'passes' || result === 'not known');
  return { criterion, result, because: [] };
});
const failed: Participant = {
  ...g.participantAfter([g.identified, g.consented]),
  id: 'P-011',
  assessed: { on: '2026-05-18', verdict: 'not eligible', found },
};

const set = screeningSet(screeningData(founding, [...six, declined, failed]));

/** Code, column, expected. */
const rows: readonly (readonly [string, string, string])[] = [
  ['P-001', 'place', 'randomised'],
  ['P-001', 'arm', 'msc'],
  ['P-001', 'received', 'yes'],
  ['P-003', 'received', 'no'],
  ['P-004', 'discontinued', 'yes'],
  ['P-005', 'ended', 'withdrawn'],
  ['P-010', 'place', 'declined'],
  ['P-010', 'arm', ''],
  ['P-011', 'place', 'not eligible'],
  ['P-011', 'failed', 'I3 E1a'],
  ['P-011', 'open', 'I4'],
];
for (const [code, column, expected] of rows)
  test(`${column} of ${code}: ${expected || 'nothing'}`, () => assert.equal(cellOf(set, code, column), expected));

test('everybody who was identified is a line', () => assert.equal(set.rows.length, 8));
