import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { between, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { rangeText, sittingWith } from './given.ts';
import { laboratoryMeasure } from './laboratory.ts';
import { collectionAdequacy, proteinPerDay, proteinToCreatinine } from './urine-protein.ts';

/** Worked examples U1 to U3; the equality of mg/mg and g/g and the molar mass 113.12 are those of kdigo2024's units. */
test('U1: 180 over 90 mg/dL is 2 g/g, which is 2000 mg/g and 226.24 mg/mmol', () => {
  const ratio = proteinToCreatinine(rational(180), rational(90));
  assert.equal(ratio && writeRational(ratio), '2');
  const upcr = laboratoryMeasure('UPCR');
  for (const written of ['2 g/g', '2000 mg/g', '226.24 mg/mmol'])
    assert.equal(rangeText(upcr.compute(sittingWith({ UPCR: written }))), '[2', written);
  assert.equal(proteinToCreatinine(rational(180), rational(0)), undefined);
});

test('U2: 1.25 g/L in 1.6 L over 24 h are 2 g/24 h', () => {
  const perDay = (hours: number) =>
    proteinPerDay({ protein: rational(5, 4), volume: rational(8, 5), hours: rational(hours) });
  const [day, half, none] = [24, 12, 0].map(perDay);
  assert.deepEqual([day && writeRational(day), half && writeRational(half), none], ['2', '4', undefined]);
});

test('U3: 56.56 mg/mmol is 0.5 g/g', () =>
  assert.equal(rangeText(laboratoryMeasure('UPCR').compute(sittingWith({ UPCR: '56.56 mg/mmol' }))), '[0.5'));

/** mg in the collection, sex, of somebody of 60 kg. */
const rows = [
  [899, 'male', 'too little'],
  [900, 'male', 'adequate'],
  [1500, 'male', 'adequate'],
  [1501, 'male', 'too much'],
  [599, 'female', 'too little'],
  [600, 'female', 'adequate'],
  [1200, 'female', 'adequate'],
  [1201, 'female', 'too much'],
] as const;
for (const [creatinine, sex, expected] of rows)
  test(`${creatinine} mg of a ${sex} of 60 kg: ${expected}`, () =>
    assert.equal(collectionAdequacy(exactly(rational(creatinine)), rational(60), sex), expected));

test('a result on both sides of a limit leaves it open', () => {
  assert.equal(collectionAdequacy(between(rational(500), rational(700)), rational(60), 'female'), 'not known');
  assert.equal(collectionAdequacy(between(rational(1100), rational(1300)), rational(60), 'female'), 'not known');
  assert.equal(collectionAdequacy(between(rational(700), rational(900)), rational(60), 'female'), 'adequate');
});
