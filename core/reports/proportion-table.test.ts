import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { analyseProportion, isProportion } from '#core/endpoints/analyse-proportion.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { proportionTable } from './proportion-table.ts';

const study = shipped('nct04318600');
const analyses = study.definition.analyses.filter(isProportion);
const valuesOf = deriveValues(study, []);

test('one row an analysis, one column an arm; an arm that is not asked stays empty', () => {
  const table = proportionTable(
    analyses.map((each) => analyseProportion(each, study, valuesOf)),
    study,
  );
  assert.equal(table.title, 'Shares with their intervals, 95% Clopper–Pearson');
  assert.deepEqual([table.columns, table.rows.length], [['cells', 'control'], analyses.length]);
  const related = table.rows.find(({ label }) => label === 'Adverse event related to the cells, all treated');
  assert.deepEqual(
    related?.cells.map(({ value }) => value),
    ['0 of 0', ''],
  );
});

test('counts, share, ends, and how many are not known', () => {
  const [analysis] = analyses;
  assert.ok(analysis);
  const arm = {
    arm: 'cells',
    counts: { events: 1, of: 11 },
    unknown: 2,
    values: [],
    interval: { lower: 0.0023, upper: 0.4128 },
  };
  const rows = proportionTable([{ analysis, arms: [arm] }], study).rows;
  assert.equal(rows[0]?.cells[0]?.value, '1 of 11, 9.1% (0.2% to 41.3%), 2 not known');
  const mixed = proportionTable(
    [
      { analysis, arms: [arm] },
      { analysis: { ...analysis, interval: 'wilson' }, arms: [arm] },
    ],
    study,
  );
  assert.match(mixed.rows[1]?.label ?? '', /95% Wilson$/);
});

test('cells keep what they print unrounded', () => {
  const [analysis] = analyses;
  assert.ok(analysis);
  const arm = {
    arm: 'cells',
    counts: { events: 1, of: 11 },
    unknown: 2,
    values: [],
    interval: { lower: 0.0023, upper: 0.4128 },
  };
  const [one] = proportionTable([{ analysis, arms: [arm] }], study).rows;
  assert.deepEqual(one?.cells[0]?.numbers, {
    events: 1,
    of: 11,
    share: 1 / 11,
    unknown: 2,
    lower: 0.0023,
    upper: 0.4128,
  });
  const none = { ...arm, counts: { events: 0, of: 0 }, interval: { notEstimable: 'no participants' } as const };
  const [empty] = proportionTable([{ analysis, arms: [none] }], study).rows;
  assert.deepEqual(empty?.cells[0]?.numbers, { events: 0, of: 0 });
});
