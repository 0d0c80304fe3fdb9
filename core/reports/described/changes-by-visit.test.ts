import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import type { MeasurementData } from '#core/reports/datasets/measurement-data.ts';
import { changesByVisit } from './changes-by-visit.ts';
import { measured, twoArms } from './given.ts';

const study = shipped('nct05631717');
const later = (participant: string, arm: string, value: number | undefined, more: Partial<MeasurementData> = {}) =>
  measured(participant, arm, { value, isBaseline: false, visit: 'week 4', day: 28, ...more });

const lines = (rows: readonly MeasurementData[]) =>
  changesByVisit(study, rows, twoArms).rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]);

test('the change from baseline at a visit, of those of whom both are known', () =>
  assert.deepEqual(
    lines([
      measured('1', 'cells', { value: 20 }),
      later('1', 'cells', 26),
      measured('2', 'cells', { value: 30 }),
      later('2', 'cells', 40),
      later('3', 'cells', 99),
      measured('4', 'placebo', { value: 25 }),
      later('4', 'placebo', 22),
      measured('5', 'placebo', { value: undefined }),
      later('5', 'placebo', 10),
    ]),
    [['Alanine aminotransferase, U/L: week 4', '8.00 (SD 2.83, n 2)', '−3.00 (n 1)', '4.33 (SD 6.66, n 3)']],
  ));

test('visits in the order of the plan; before allocation nothing changes', () =>
  assert.deepEqual(
    lines([
      measured('1', 'cells', { value: 20 }),
      later('1', 'cells', 21, { visit: 'week 8', day: 56 }),
      later('1', 'cells', 22),
      later('1', 'cells', 23, { visit: 'screening', day: -10 }),
    ]).map(([label]) => label),
    ['Alanine aminotransferase, U/L: week 4', 'Alanine aminotransferase, U/L: week 8'],
  ));

test('scores have no unit and stand with the endpoints', () =>
  assert.deepEqual(
    lines([
      measured('1', 'cells', { measure: 'SLEDAI-2K', unit: undefined, value: 10 }),
      later('1', 'cells', 4, { measure: 'SLEDAI-2K', unit: undefined }),
    ]),
    [],
  ));

test('a change rests on both of its values', () => {
  const [row] = changesByVisit(
    study,
    [measured('1', 'cells'), later('1', 'cells', 30, { records: ['later'] })],
    twoArms,
  ).rows;
  assert.deepEqual(row?.cells[0]?.rests, ['participant/1#6/ALT', 'later']);
});
