import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { endpointSets } from './endpoint-data.ts';
import { cellOf } from './given.ts';

const [schedule, endpoints] = endpointSets(shipped('nct03580291'));
assert.ok(schedule !== undefined && endpoints !== undefined);

test('the visits in the order of the study, each with its day', () => {
  assert.equal(cellOf(schedule, 'week 24', 'day'), '168');
  const days = schedule.rows.map(([, cell]) => Number(cell !== undefined && 'number' in cell ? cell.number : 'none'));
  assert.deepEqual(
    days,
    days.toSorted((a, b) => a - b),
  );
});

/** Endpoint, column, and what trials/nct03580291/study.yaml says there. */
const rows: readonly (readonly [string, string, string])[] = [
  ['response', 'kind', 'response'],
  ['response', 'role', 'primary'],
  ['response', 'visit', 'week 24'],
  ['response', 'further visits', 'week 4 | week 8 | week 12 | week 16 | week 20 | week 36 | week 52'],
  ['response', 'missing', 'non-responder'],
  ['time-to-response', 'visit', ''],
  ['time-to-response', 'further visits', ''],
  ['any-adverse-event', 'missing', 'unknown'],
];
for (const [endpoint, column, expected] of rows)
  test(`${endpoint}, ${column}: ${expected || 'nothing'}`, () =>
    assert.equal(cellOf(endpoints, endpoint, column), expected));
