import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { baselineTable } from './baseline-table.ts';
import { figureOf, measured, shown, someone, twoArms } from './given.ts';

const study = shipped('nct05631717');
const people = [
  someone('1', 'cells', { age: 20, sex: 'male', stratum: 'b' }),
  someone('2', 'cells', { age: 30 }),
  someone('3', 'cells', { age: 40 }),
  someone('4', 'placebo', { age: 30 }),
  someone('5', 'placebo', { age: 50 }),
  someone('6', 'placebo', { age: undefined }),
];
const values = [
  measured('1', 'cells', { value: 10 }),
  measured('2', 'cells', { value: 30 }),
  measured('4', 'placebo', { value: 20 }),
];
const table = baselineTable(study, people, values, twoArms);

test('a number by arm and for all, of those of whom it is known', () => {
  assert.deepEqual(shown(table, 'Age at consent, years: mean (SD)')?.slice(0, 3), [
    '30.00 (SD 10.00, n 3)',
    '40.00 (SD 14.14, n 2)',
    '34.00 (SD 11.40, n 5)',
  ]);
});

test('the standardised difference: −10 over the root of (100 + 200)/2', () => {
  const difference = figureOf(table, 'baseline/age/difference');
  assert.equal(difference?.value, '−0.82');
  assert.deepEqual(difference?.rests, ['baseline/age/mean/cells', 'baseline/age/mean/placebo']);
  assert.ok(Math.abs((difference?.numbers?.difference ?? 0) + 10 / Math.sqrt(150)) < 1e-12);
});

test('levels by how often they are had, of those of whom they are known', () => {
  assert.deepEqual(shown(table, 'Sex: male')?.slice(0, 3), ['1 of 3 (33.3%)', '0 of 3 (0.0%)', '1 of 6 (16.7%)']);
  assert.deepEqual(shown(table, 'Stratum: b')?.slice(0, 3), ['1 of 3 (33.3%)', '0 of 3 (0.0%)', '1 of 6 (16.7%)']);
});

test('what all share is no characteristic', () => assert.equal(shown(table, 'Site: one'), undefined));

test('a measure has its title and unit, and only values of the baseline visit', () => {
  const later = measured('5', 'placebo', { isBaseline: false, value: 500 });
  const both = baselineTable(study, people, [...values, later], twoArms);
  const label = 'Alanine aminotransferase, U/L: mean (SD)';
  assert.deepEqual(shown(both, label)?.slice(0, 3), ['20.00 (SD 14.14, n 2)', '20.00 (n 1)', '20.00 (SD 10.00, n 3)']);
  assert.deepEqual(shown(both, label), shown(table, label));
});

test('a difference that cannot be said is a dash', () =>
  assert.equal(figureOf(table, 'baseline/ALT/difference')?.value, '–'));

test('nothing is tested', () => {
  const text = JSON.stringify(table);
  assert.doesNotMatch(text, /"p"/);
  assert.match(text, /Nothing is tested/);
});

test('one arm has neither a column for all nor a difference', () => {
  const alone = baselineTable(study, people.slice(0, 3), [], [{ id: 'cells' }]);
  assert.deepEqual(alone.columns, ['cells']);
  assert.ok(alone.rows.every(({ cells }) => cells.length === 1));
});

test('the order of people changes nothing that is shown', () => {
  const values_ = (of: typeof table) => of.rows.map(({ label, cells }) => [label, cells.map(({ value }) => value)]);
  assert.deepEqual(values_(baselineTable(study, people.toReversed(), values.toReversed(), twoArms)), values_(table));
});
