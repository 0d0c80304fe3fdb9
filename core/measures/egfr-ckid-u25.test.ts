import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCkidU25, egfrCkidU25 } from './egfr-ckid-u25.ts';
import { person, rangeText, sittingWith } from './given.ts';

/**
 * K by hand from the formulas of pierce2021, to five digits: what 100 cm and 1 mg/dL give. The abstract prints 35.7 and
 * 33.1 for one-year-olds, and 50.8 and 41.4 from 18 on.
 */
const rows: readonly (readonly [age: number, sex: 'male' | 'female', k: string])[] = [
  [1, 'male', '35.7'],
  [1, 'female', '33.1'],
  [11.999999, 'male', '39.0'],
  [12, 'male', '39.0'],
  [12, 'female', '36.1'],
  [15, 'male', '44.5'],
  [15, 'female', '38.6'],
  [17.999999, 'male', '50.8'],
  [18, 'male', '50.8'],
  [18, 'female', '41.4'],
  [25.9, 'female', '41.4'],
];
for (const [age, sex, k] of rows)
  test(`K of a ${sex} of ${age} years is ${k}`, () => assert.equal(computeCkidU25(1, 100, { age, sex }).toFixed(1), k));

const at = (born: string, sex: string | undefined, written = { creatinine: '0.7 mg/dL', height: '150 cm' }) =>
  egfrCkidU25.compute(sittingWith(written, person(born, sex)));

test('ages from the first birthday to the day before the 26th', () => {
  const statuses = [
    ['2025-05-18', 'ok'],
    ['2025-05-19', 'not evaluable'],
    ['2000-05-19', 'ok'],
    ['2000-05-18', 'not evaluable'],
  ] as const;
  for (const [born, status] of statuses) assert.equal(at(born, 'female').status, status, born);
});

test('41.4 · 1.5 / 0.7 in a young woman, and bounds where the sex is not described', () => {
  assert.equal(rangeText(at('2004-05-18', 'female')), '[88.714285714');
  const either = at('2004-05-18', undefined);
  assert.equal(rangeText(either), '[88.714285714..[108.857142857');
  assert.equal(either.status, 'partial');
});

test('a birth known by its year gives the bounds of the youngest and the oldest', () => {
  const [low, high] = [at('2010-12-31', 'male'), at('2010-01-01', 'male')].map(rangeText);
  assert.equal(rangeText(at('2010', 'male')), `${low}..${high}`);
});

test('from 18 on it is the number of the table, and it rises with the height alone', () => {
  assert.equal(computeCkidU25(1, 100, { age: 18, sex: 'male' }), 50.8);
  const of = (creatinine: string, height: string) => rangeText(at('2004-05-18', 'female', { creatinine, height }));
  assert.equal(of('0.7 mg/dL', '>150 cm'), '(88.714285714..');
  assert.equal(of('0 mg/dL', '150 cm'), '..');
});
