import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCkdEpi2009, egfrCkdEpi2009 } from './egfr-ckd-epi-2009.ts';
import { person, sittingWith } from './given.ts';

/** Worked examples E1 to E3 of the continuous form of levey2009, not of its rounded table; the rest recomputed in R 4.2.2. */
test('worked examples', () => {
  const rows = [
    ['female', 30, 0.8, '98.931'],
    ['male', 45, 1.5, '55.427'],
    ['female', 60, 120 / 88.4, '42.284'],
    ['female', 25, 0.5, '134.516'],
    ['male', 25, 0.6, '139.741'],
    ['female', 71, 4.2, '9.990'],
    ['male', 71, 4.2, '13.298'],
  ] as const;
  for (const [sex, age, creatinine, expected] of rows)
    assert.equal(computeCkdEpi2009(creatinine, { age, sex }).toFixed(3), expected, `${sex} ${age} ${creatinine}`);
});

test('the measure reads the same form as the default one and says its year', () => {
  const measured = egfrCkdEpi2009.compute(sittingWith({ creatinine: '0.8 mg/dL' }, person('1996-05-18', 'female')));
  assert.equal(egfrCkdEpi2009.explain(measured), 'Estimated GFR, CKD-EPI 2009 from creatinine 98.9309 mL/min/1.73m2');
  assert.equal(egfrCkdEpi2009.instrument?.id, 'creatinine');
});

test('of no creatinine no filtration follows', () => {
  const { missing } = egfrCkdEpi2009.compute(sittingWith({ creatinine: '0 mg/dL' }, person('1986-05-18', 'male')));
  assert.deepEqual(missing, [
    { kind: 'unreadable', item: 'creatinine', point: 'screening', why: 'zero, of which no filtration follows' },
  ]);
});

test('it asks for the sex', () => {
  const either = egfrCkdEpi2009.compute(sittingWith({ creatinine: '1 mg/dL' }, person('1986-05-18', undefined)));
  const missing = { kind: 'item', item: 'sex', point: 'screening', why: 'not recorded' };
  assert.deepEqual([either.status, either.missing], ['partial', [missing]]);
});
