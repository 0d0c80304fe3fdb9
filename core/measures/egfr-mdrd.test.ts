import assert from 'node:assert/strict';
import test from 'node:test';
import { computeMdrd, egfrMdrd } from './egfr-mdrd.ts';
import { person, sittingWith } from './given.ts';

/** Worked examples E1 to E3 of levey2006, with 175 for traceable creatinine; the rest recomputed in R 4.2.2. */
test('worked examples', () => {
  const rows = [
    ['female', 30, 0.8, '84.221'],
    ['male', 45, 1.5, '50.609'],
    ['female', 60, 120 / 88.4, '39.747'],
    ['female', 25, 0.5, '150.331'],
    ['male', 71, 4.2, '14.061'],
  ] as const;
  for (const [sex, age, creatinine, expected] of rows)
    assert.equal(computeMdrd(creatinine, { age, sex }).toFixed(3), expected, `${sex} ${age} ${creatinine}`);
});

/** The public calculator that the tests of admiral cite gives one decimal place. */
test('as a public calculator has it', () => {
  assert.equal(computeMdrd(1.09, { age: 55, sex: 'male' }).toFixed(1), '70.2');
});

test('the measure says which equation it is', () => {
  const measured = egfrMdrd.compute(sittingWith({ creatinine: '1.5 mg/dL' }, person('1981-05-18', 'male')));
  assert.equal(egfrMdrd.explain(measured), 'Estimated GFR, MDRD from creatinine 50.6089 mL/min/1.73m2');
});

test('of no creatinine no filtration follows', () => {
  const { missing } = egfrMdrd.compute(sittingWith({ creatinine: '0 mg/dL' }, person('1986-05-18', 'male')));
  assert.deepEqual(missing, [
    { kind: 'unreadable', item: 'creatinine', point: 'screening', why: 'zero, of which no filtration follows' },
  ]);
});
