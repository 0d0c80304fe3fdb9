import assert from 'node:assert/strict';
import test from 'node:test';
import type { Deviation } from '#core/deviations/deviation.ts';
import { six } from '#core/reports/charts/given.ts';
import { deviationData, deviationSet } from './deviation-data.ts';

const deviation: Deviation = {
  kind: 'visit missed',
  importance: 'minor',
  participant: 'P-005',
  visit: 'week 24',
  on: '2026-11-16',
  record: 'participant/P-005#9/visit',
  says: 'Visit week 24 was missed.',
};

test('a deviation has the arm of whom it concerns, and none where nobody of the name was allocated', () => {
  const rows = deviationData(six, [deviation, { ...deviation, participant: 'P-099' }]);
  assert.deepEqual(
    rows.map(({ arm }) => arm),
    ['il-2', undefined],
  );
  assert.deepEqual(
    deviationSet(rows).rows.map((row) => row.map((cell) => ('words' in cell ? cell.words : cell.number))),
    [
      ['P-005', 'il-2', 'visit missed', 'minor', 'week 24', 'Visit week 24 was missed.'],
      ['P-099', '', 'visit missed', 'minor', 'week 24', 'Visit week 24 was missed.'],
    ],
  );
});
