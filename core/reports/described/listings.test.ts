import assert from 'node:assert/strict';
import test from 'node:test';
import { event, someone } from './given.ts';
import { listings } from './listings.ts';

const [serious, stopped, left] = listings(
  [
    someone('1', 'cells'),
    someone('2', 'cells', { discontinued: { day: 9, why: 'rash' }, ended: { day: 200, how: 'completed' } }),
    someone('3', 'placebo', { ended: { day: 40, how: 'lost to follow-up' } }),
  ],
  [
    event('1', 'cells'),
    event('2', 'cells', {
      serious: true,
      grade: undefined,
      start: -3,
      end: undefined,
      related: undefined,
      outcome: undefined,
    }),
    event('3', 'placebo', { serious: true, related: true, grade: 4 }),
  ],
);

const lines = (table: typeof serious) =>
  table?.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);

test('serious events, with what is not known said', () =>
  assert.deepEqual(lines(serious), [
    ['2', 'cells', 'Headache', '', 'day −3', '', 'not known', 'not known'],
    ['3', 'placebo', 'Headache', '4', 'day 3', 'day 4', 'yes', 'recovered'],
  ]));

test('treatment that was stopped, and why', () => assert.deepEqual(lines(stopped), [['2', 'cells', 'day 9', 'rash']]));

test('who left before the end; who completed did not', () =>
  assert.deepEqual(lines(left), [['3', 'placebo', 'day 40', 'lost to follow-up']]));

test('each cell leads to a record, and no two have the same id', () => {
  const cells = [serious, stopped, left].flatMap((table) => table?.rows.flatMap((row) => row.cells) ?? []);
  assert.ok(cells.every(({ rests }) => rests.length > 0));
  assert.equal(new Set(cells.map(({ id }) => id)).size, cells.length);
});
