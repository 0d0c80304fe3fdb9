import assert from 'node:assert/strict';
import test from 'node:test';
import { type ChangeComparison, compareChanges, isChangeComparison } from '#core/endpoints/analyses/compare-changes.ts';
import { analysisIn, changed, settingOf, smallSetting, studyWith } from '#core/endpoints/analyses/given.ts';
import { changeComparisonTable } from './change-comparison-table.ts';

const study = studyWith([`id: by-visit, ${changed}, comparison: ancova`, `id: by-all, ${changed}, comparison: mmrm`]);
const askedFor = (id: string): ChangeComparison => {
  const analysis = analysisIn(study, id);
  return isChangeComparison(analysis) ? analysis : assert.fail();
};
const shown = (id: string, setting = smallSetting(study)) =>
  changeComparisonTable(compareChanges(askedFor(id), setting), study);

/** The numbers are those of R in evidence/oracles/planned-analyses; baselines 12, 9, 15, 8, 11 and 10, 13, 9, 16, 8. */
test('analysis of covariance: who is in the model, what they began with, adjusted means of both kinds, difference and p', () => {
  const table = shown('by-visit');
  assert.equal(table.title, 'Change of SLEDAI-2K: msc minus il-2, analysis of covariance');
  assert.deepEqual(
    table.rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
    [
      ['in the model', '5 of 6', '5 of 6'],
      ['baseline, mean (SD)', '11.00 (2.74)', '11.20 (3.27)'],
      ['adjusted mean, 95%', '5.50 (4.31 to 6.69)', '8.75 (7.56 to 9.94)'],
      ['difference, 95%', '−3.24 (−4.91 to −1.58)', ''],
      ['two-sided p', '0.0031', ''],
      ['adjusted mean, factors as often as observed', '5.48 (4.30 to 6.65)', '8.72 (7.55 to 9.90)'],
    ],
  );
  assert.match(
    table.notes?.[0] ?? '',
    /^all randomised; msc minus il-2, adjusted for the value at baseline and the factors/,
  );
});

test('each cell rests on the values and on the records of the baseline', () => {
  const [cell] = shown('by-visit').rows[3]?.cells ?? [];
  assert.equal(cell?.id, 'by-visit/difference');
  assert.equal(cell.rests.filter((rest) => rest.startsWith('value/')).length, 12);
  assert.ok(cell.rests.includes('participant/P-01#1/item'));
  assert.deepEqual(Object.keys(cell.numbers ?? {}), ['estimate', 'lower', 'upper', 'standardError', 'df']);
});

test('a model of all visits has rows of each, and says its covariance and degrees of freedom', () => {
  const { rows, notes = [] } = shown('by-all');
  assert.deepEqual(
    rows.map(({ label }) => label).slice(2),
    ['12', '24'].flatMap((week) => [
      `adjusted mean at week ${week}, 95%`,
      `difference at week ${week}, 95%`,
      `two-sided p at week ${week}`,
    ]),
  );
  assert.match(notes[1] ?? '', /^unstructured covariance of the visits, degrees of freedom by Kenward-Roger/);
  assert.equal(rows[6]?.cells[0]?.id, 'by-all/difference', 'the visit of the analysis has the plain id');
  assert.equal(rows[3]?.cells[0]?.id, 'by-all/week 12/difference');
});

test('with nobody one row says why', () => {
  for (const id of ['by-visit', 'by-all']) {
    const { rows } = shown(id, settingOf(study, []));
    assert.deepEqual(
      rows.map(({ cells }) => cells[0]?.value.split(':')[0]),
      ['0 of 0', '–', 'not estimable'],
    );
  }
});
