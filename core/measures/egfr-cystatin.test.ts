import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCystatin2012, egfrCystatin } from './egfr-cystatin.ts';
import { person, sittingWith } from './given.ts';

/** Worked example E4 of inker2012, on both sides of the knot; the rest recomputed in R 4.2.2. */
test('worked examples', () => {
  const rows = [
    ['female', 40, 1.2, '61.630'],
    ['female', 40, 0.7, '112.870'],
    ['male', 25, 0.6, '138.893'],
    ['male', 71, 2.5, '22.035'],
    ['female', 71, 2.5, '20.536'],
  ] as const;
  for (const [sex, age, cystatin, expected] of rows)
    assert.equal(computeCystatin2012(cystatin, { age, sex }).toFixed(3), expected, `${sex} ${age} ${cystatin}`);
  assert.equal(computeCystatin2012(0.8, { age: 0, sex: 'male' }), 133);
});

test('it is scheduled where cystatin C is', () => {
  assert.equal(egfrCystatin.instrument?.id, 'cystatin-C');
  const measured = egfrCystatin.compute(sittingWith({ 'cystatin-C': '1.2 mg/L' }, person('1986-05-18', 'female')));
  assert.equal(egfrCystatin.explain(measured), 'Estimated GFR, CKD-EPI 2012 from cystatin C 61.63 mL/min/1.73m2');
});

test('of no cystatin C no filtration follows', () => {
  const { missing } = egfrCystatin.compute(sittingWith({ 'cystatin-C': '0 mg/L' }, person('1986-05-18', 'male')));
  assert.deepEqual(missing, [
    { kind: 'unreadable', item: 'cystatin-C', point: 'screening', why: 'zero, of which no filtration follows' },
  ]);
});

test('it asks for the sex', () => {
  const either = egfrCystatin.compute(sittingWith({ 'cystatin-C': '1 mg/L' }, person('1986-05-18', undefined)));
  const missing = { kind: 'item', item: 'sex', point: 'screening', why: 'not recorded' };
  assert.deepEqual([either.status, either.missing], ['partial', [missing]]);
});
