import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { number, planted, responders, smallSetting, studyWith, timed } from '#core/endpoints/analyses/given.ts';
import type { ValuesOf } from '#core/endpoints/derived-values.ts';
import { pooledTable } from './pooled-table.ts';

const study = studyWith([
  'id: changes, kind: description, endpoint: sledai-change, population: randomised',
  `id: times, ${timed}`,
]);
const valuesOf: ValuesOf = (endpoint, at, population) =>
  endpoint.kind === 'response' ? responders('yyn?', 'ynnn') : smallSetting(study).valuesOf(endpoint, at, population);

/**
 * By hand: 3 of 8 with Clopper and Pearson's ends (clopper1934) by R's binom.test(3, 8); the ten
 * changes have squares about −4 of 36 in all, SD 2, Student's 2.262 × 2 / √10 = 1.43; seven of twelve times reached.
 */
test('all arms together: a share, a mean, a time, and no word of an arm', () => {
  const table = pooledTable(study, valuesOf);
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      ['Complete or partial response, all randomised', '3 of 8 (37.5%), 8.5% to 75.5%'],
      ['Change of SLEDAI-2K, all randomised', 'mean −4.00 (−5.43 to −2.57), SD 2.00, 10 of 12 known'],
      ['Time to partial or complete response, all randomised', '7 of 12 (58.3%), median day 140'],
    ],
  );
  assert.match(table.title, /the arms are masked and nothing is compared/);
  assert.deepEqual(table.columns, ['all participants']);
  assert.doesNotMatch(
    JSON.stringify(table.rows.map(({ cells }) => cells.map(({ rests: _, ...cell }) => cell))),
    /msc|il-2/,
  );
});

test('classes have a row each; nobody has nothing', () => {
  const trial = shipped('nct03673748');
  const { rows } = pooledTable(trial, () => []);
  assert.ok(rows.filter(({ label }) => label.startsWith('Reduction of the daily glucocorticoid dose')).length > 3);
  const values = rows.find(({ label }) => label.startsWith('Change of the physical component'));
  assert.equal(values?.cells[0]?.value, '0 of 0 known');
  const one = pooledTable(study, (endpoint) =>
    endpoint.kind === 'value' ? [planted('P-1', undefined, number(2))] : [],
  );
  assert.equal(one.rows[1]?.cells[0]?.value, 'mean 2.00, 1 of 1 known');
});
