import assert from 'node:assert/strict';
import test from 'node:test';
import { isDescription } from '#core/endpoints/analyses/describe.ts';
import { responders, settingOf, smallSetting, studyWith } from '#core/endpoints/analyses/given.ts';
import { summariseValues } from '#core/statistics/descriptive/summary.ts';
import { plannedDescriptions, sayShare, valueCells } from './planned-descriptions.ts';

const study = studyWith([
  'id: changes, kind: description, endpoint: sledai-change, population: randomised',
  'id: claims, kind: description, endpoint: sri-4, population: treated',
]);
const analyses = study.definition.analyses.filter(isDescription);

/** Changes at week 24: −8, −4, −6, −5, −5 with cells; at week 12 −4, −2, −3, −3, −5: quartiles of type 2 (hyndman1996). */
test('values by visit and arm: known, mean (SD), median (quartiles), range', () => {
  const [values] = plannedDescriptions(analyses.slice(0, 1), study, smallSetting(study).valuesOf);
  assert.deepEqual(
    [values?.id, values?.columns],
    ['described-values', ['known', 'mean (SD)', 'median (quartiles)', 'range']],
  );
  const shown = values?.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);
  assert.deepEqual(shown?.[0], [
    'Change of SLEDAI-2K, week 12, msc',
    '5 of 6',
    '−3.40 (1.14)',
    '−3.00 (−4.00 to −3.00)',
    '−5.00 to −2.00',
  ]);
  assert.deepEqual(shown?.[2], [
    'Change of SLEDAI-2K, week 24, msc',
    '5 of 6',
    '−5.60 (1.52)',
    '−5.00 (−6.00 to −5.00)',
    '−8.00 to −4.00',
  ]);
  assert.equal(values?.rows[2]?.cells[1]?.id, 'changes/msc/mean');
  assert.equal(values?.rows[0]?.cells[1]?.id, 'changes/week 12/msc/mean');
  assert.match(values?.notes?.at(-1) ?? '', /quartiles of type 2/);
});

test('shares by arm, with the population where it is not all randomised', () => {
  const tables = plannedDescriptions(analyses.slice(1), study, settingOf(study, responders('yyn', 'yn')).valuesOf);
  assert.deepEqual(
    tables.map(({ id }) => id),
    ['described'],
  );
  const [row] = tables[0]?.rows ?? [];
  assert.equal(row?.label, 'SRI-4 response, all treated');
  assert.deepEqual(
    row?.cells.map(({ value }) => value),
    ['2 of 3 (66.7%)', '1 of 2 (50.0%)'],
  );
  assert.deepEqual(row?.cells[0]?.rests, ['value/planted/msc-1', 'value/planted/msc-2', 'value/planted/msc-3']);
});

test('one value has no spread, nobody has nothing, those not known are said', () => {
  assert.equal(valueCells(3, summariseValues([0.25])).mean.value, '0.25');
  assert.deepEqual(
    Object.values(valueCells(0, { notEstimable: 'no participants' })).map(({ value }) => value),
    ['0 of 0', '–', '–', '–'],
  );
  assert.deepEqual(sayShare({ events: 1, of: 4, unknown: 2 }), {
    value: '1 of 4 (25.0%), 2 not known',
    numbers: { events: 1, of: 4, share: 0.25, unknown: 2 },
  });
  assert.equal(sayShare({ events: 0, of: 0, unknown: 0 }).value, '0 of 0');
});
