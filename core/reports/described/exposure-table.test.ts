import assert from 'node:assert/strict';
import test from 'node:test';
import { exposureTable } from './exposure-table.ts';
import { shown, someone, twoArms } from './given.ts';

const people = [
  someone('1', 'cells', { lastSeen: 100 }),
  someone('2', 'cells', { dosesReceived: 1, lastDose: 0, lastSeen: 200, discontinued: { day: 3, why: 'rash' } }),
  someone('3', 'placebo', { lastSeen: 300, ended: { day: 300, how: 'completed' } }),
  someone('4', 'placebo', {
    dosesReceived: 0,
    firstDose: undefined,
    lastDose: undefined,
    lastSeen: 0,
    ended: { day: 0, how: 'withdrawn' },
  }),
];
const table = exposureTable(people, twoArms, false);

/** Row and its cells: cells, placebo, all. */
const rows: readonly (readonly [string, readonly string[]])[] = [
  ['at least one dose', ['2 of 2 (100.0%)', '1 of 2 (50.0%)', '3 of 4 (75.0%)']],
  ['all planned doses', ['1 of 2 (50.0%)', '1 of 2 (50.0%)', '2 of 4 (50.0%)']],
  ['doses received: mean (SD)', ['1.50 (SD 0.71, n 2)', '1.00 (SD 1.41, n 2)', '1.25 (SD 0.96, n 4)']],
  [
    'days from the first dose to the last: median (quartiles)',
    ['4.50 (1.00 to 8.00)', '8.00 (8.00 to 8.00)', '8.00 (1.00 to 8.00)'],
  ],
  [
    'days followed from allocation: median (quartiles)',
    ['150.00 (100.00 to 200.00)', '150.00 (0.00 to 300.00)', '150.00 (50.00 to 250.00)'],
  ],
  ['treatment stopped', ['1 of 2 (50.0%)', '0 of 2 (0.0%)', '1 of 4 (25.0%)']],
  ['stopped: rash', ['1 of 2 (50.0%)', '0 of 2 (0.0%)', '1 of 4 (25.0%)']],
  ['participation: completed', ['0 of 2 (0.0%)', '1 of 2 (50.0%)', '1 of 4 (25.0%)']],
  ['participation: withdrawn', ['0 of 2 (0.0%)', '1 of 2 (50.0%)', '1 of 4 (25.0%)']],
];
for (const [label, expected] of rows) test(label, () => assert.deepEqual(shown(table, label), expected));

test('while arms are masked nothing of doses is said, which would tell them', () => {
  const pooled = exposureTable(people, [{ id: 'all participants' }], true);
  assert.equal(shown(pooled, 'at least one dose'), undefined);
  assert.equal(shown(pooled, 'doses received: mean (SD)'), undefined);
  assert.ok(shown(pooled, 'treatment stopped') !== undefined);
});

test('a trial without a planned dose says nothing of all of them', () => {
  const none = people.map((person) => ({ ...person, dosesPlanned: 0 }));
  assert.equal(shown(exposureTable(none, twoArms, false), 'all planned doses'), undefined);
});
