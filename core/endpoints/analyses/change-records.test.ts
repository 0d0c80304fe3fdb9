import assert from 'node:assert/strict';
import test from 'node:test';
import type { ValuesOf } from '../derived-values.ts';
import { changeRecords } from './change-records.ts';
import { number, settingOf, smallSetting, studyWith } from './given.ts';

const study = studyWith([]);
const asked = { endpoint: 'sledai-change', population: 'randomised', experimental: 'msc', control: 'il-2' } as const;

/** The numbers are those of evidence/oracles/planned-analyses: baseline and change added exactly. */
test('the value at each visit in the order of the schedule, the baseline, arm and factor', () => {
  const data = changeRecords(asked, smallSetting(study));
  assert.ok('records' in data);
  assert.deepEqual([data.visits, data.main, data.records.length], [['week 12', 'week 24'], 1, 12]);
  const rows = data.records.map(({ arm, baseline, values, factors }) => [arm, baseline, ...values, ...factors]);
  assert.deepEqual(rows[0], [1, 12, 8, 4, 'a']);
  assert.deepEqual(rows[4], [1, 11, undefined, 6, 'b']);
  assert.deepEqual(rows[5], [1, 14, 9, undefined, 'a']);
  assert.deepEqual(rows[11], [0, 8, 7, 6, 'b']);
  assert.deepEqual(data.records[0]?.baselineRecords, ['participant/P-01#1/item']);
});

test('another population has fewer, and people of other arms are not compared', () => {
  const fewer = changeRecords({ ...asked, population: 'per protocol' }, smallSetting(study));
  assert.ok('records' in fewer);
  assert.equal(fewer.records.length, 10);
  const turned = changeRecords({ ...asked, experimental: 'il-2', control: 'third' }, smallSetting(study));
  assert.ok('records' in turned);
  assert.deepEqual(
    turned.records.map(({ participant, arm }) => [participant, arm]),
    ['P-07', 'P-08', 'P-09', 'P-10', 'P-11', 'P-12'].map((id) => [id, 1]),
  );
});

test('a further visit at which nobody of an arm is known is left out, that of the analysis never', () => {
  const setting = smallSetting(study);
  const without =
    (visit: string): ValuesOf =>
    (endpoint, at, population) =>
      setting
        .valuesOf(endpoint, at, population)
        .map((value) => (at === visit && value.arm === 'il-2' ? { ...value, outcome: number(undefined) } : value));
  const early = changeRecords(asked, { ...setting, valuesOf: without('week 12') });
  assert.ok('records' in early);
  assert.deepEqual([early.visits, early.main, early.records[0]?.values], [['week 24'], 0, [4]]);
  const late = changeRecords(asked, { ...setting, valuesOf: without('week 24') });
  assert.ok('records' in late);
  assert.deepEqual([late.visits, late.main], [['week 12', 'week 24'], 1]);
});

test('an endpoint without a baseline is refused, one without people has no records', () => {
  const nowhere = changeRecords({ ...asked, endpoint: 'response' }, smallSetting(study));
  assert.deepEqual(nowhere, { notEstimable: 'the endpoint names no baseline' });
  const nobody = changeRecords(asked, settingOf(study, []));
  assert.ok('records' in nobody);
  assert.deepEqual(nobody.records, []);
});
