import assert from 'node:assert/strict';
import test from 'node:test';
import { computeCockcroftGault, creatinineClearance } from './creatinine-clearance.ts';
import { person, rangeText, sittingWith } from './given.ts';

/** Worked examples E1 and E2 of cockcroft1976. */
test('worked examples', () => {
  const rows = [
    ['female', 30, 60, 0.8, '97.396'],
    ['male', 45, 80, 1.5, '70.370'],
  ] as const;
  for (const [sex, age, weight, creatinine, expected] of rows)
    assert.equal(computeCockcroftGault(creatinine, weight, { age, sex }).toFixed(3), expected, `${sex} ${age}`);
});

/** Whole numbers of the public calculator that the tests of admiral cite. */
test('as a public calculator has it', () => {
  assert.equal(computeCockcroftGault(1.09, 90, { age: 55, sex: 'male' }).toFixed(0), '97');
  assert.equal(computeCockcroftGault(85 / 88.42, 60, { age: 65, sex: 'female' }).toFixed(0), '55');
});

test('it needs a weight, and is not indexed to a body surface', () => {
  const she = person('1996-05-18', 'female');
  const measured = creatinineClearance.compute(sittingWith({ creatinine: '0.8 mg/dL', weight: '60000 g' }, she));
  assert.equal(
    creatinineClearance.explain(measured),
    'Creatinine clearance, Cockcroft-Gault from creatinine and weight 97.3958 mL/min',
  );
  const without = creatinineClearance.compute(sittingWith({ creatinine: '0.8 mg/dL' }, she));
  assert.deepEqual(without.missing, [{ kind: 'item', item: 'weight', point: 'screening', why: 'not recorded' }]);
});

/** (140 − 40) · 72 / (72 · 1) by hand: 100 in a man, 85 in a woman (cockcroft1976). */
test('with the weight it rises, with the creatinine it falls, and it asks for the sex', () => {
  const rows = [
    ['male', '1 mg/dL', '72 kg', '[100'],
    [undefined, '1 mg/dL', '72 kg', '[85..[100'],
    ['male', '1 mg/dL', '>72 kg', '(100..'],
    ['male', '>1 mg/dL', '72 kg', '(0..(100'],
    ['male', '0 mg/dL', '72 kg', '..'],
  ] as const;
  for (const [sex, creatinine, weight, expected] of rows) {
    const measured = creatinineClearance.compute(sittingWith({ creatinine, weight }, person('1986-05-18', sex)));
    assert.equal(rangeText(measured), expected, `${sex} ${creatinine} ${weight}`);
  }
});
