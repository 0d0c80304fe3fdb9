import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCkdEpi2021, egfr } from './egfr-ckd-epi-2021.ts';
import { person, sittingWith } from './given.ts';

/** Worked examples E1 to E3 of the equation of inker2021; E3 is 120 µmol/L, divided by 88.4; the rest recomputed in R 4.2.2. */
test('worked examples', () => {
  const rows = [
    ['female', 30, 0.8, '101.589'],
    ['male', 45, 1.5, '58.147'],
    ['female', 60, 120 / 88.4, '44.694'],
    ['female', 25, 0.5, '133.401'],
    ['male', 25, 0.6, '137.386'],
    ['female', 71, 4.2, '10.763'],
    ['male', 71, 4.2, '14.378'],
  ] as const;
  for (const [sex, age, creatinine, expected] of rows)
    assert.equal(computeCkdEpi2021(creatinine, { age, sex }).toFixed(3), expected, `${sex} ${age} ${creatinine}`);
});

/** The expected values of the tests of admiral, which divides µmol/L by 88.42. */
test('as another implementation in R has it', () => {
  const rows = [
    ['male', 55, 96.3, '80.2293'],
    ['female', 52, 70, '89.7175'],
    ['male', 67, 77, '94.5453'],
    ['female', 76, 65, '84.4646'],
  ] as const;
  for (const [sex, age, micromoles, expected] of rows)
    assert.equal(computeCkdEpi2021(micromoles / 88.42, { age, sex }).toFixed(4), expected, `${sex} ${age}`);
});

test('at the knot both powers are one: what is left is age and sex', () => {
  assert.equal(computeCkdEpi2021(0.7, { age: 0, sex: 'female' }), 142 * 1.012);
  assert.equal(computeCkdEpi2021(0.9, { age: 0, sex: 'male' }), 142);
});

test('the measure says what it is of', () => {
  const sitting = sittingWith({ creatinine: '1.5 mg/dL' }, person('1981-01-31', 'male'));
  const measured = egfr.compute(sitting);
  assert.equal(egfr.explain(measured), 'Estimated GFR, CKD-EPI 2021 from creatinine 58.1466 mL/min/1.73m2');
  assert.deepEqual(
    measured.evidence.map(({ what, written }) => `${what} ${written}`),
    ['creatinine 1.5 mg/dL', 'born 1981-01-31', 'sex male'],
  );
});

test('of no creatinine no filtration follows', () => {
  const { missing } = egfr.compute(sittingWith({ creatinine: '0 mg/dL' }, person('1986-05-18', 'male')));
  assert.deepEqual(missing, [
    { kind: 'unreadable', item: 'creatinine', point: 'screening', why: 'zero, of which no filtration follows' },
  ]);
});
