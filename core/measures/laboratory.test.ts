import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rationalOf, readDecimal, writeRational } from '#core/quantities/decimal.ts';
import { compareRanges, exactly, moreThan } from '#core/quantities/range.ts';
import { multiply, rational } from '#core/quantities/rational.ts';
import { rangeText, sittingWith } from './given.ts';
import { isBelowZero, laboratory, laboratoryMeasure, missingItem, notEvaluable } from './laboratory.ts';
import type { Measured } from './measured.ts';

const measure = (id: string) => {
  const found = laboratory.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};
const read = (id: string, written: string): Measured => measure(id).compute(sittingWith({ [id]: written }));

/** Factors of ucum with the molar mass of creatinine, 113.12 g/mol: 56.56 mg/mmol = 0.5 g/g, 2 g/g = 226.24 mg/mmol. */
test('a result in any accepted unit is the same value', () => {
  const rows = [
    ['creatinine', '1.20 mg/dL', '[1.2'],
    ['creatinine', '120 umol/L', '[1.35744'],
    ['UPCR', '0.5 g/g', '[0.5'],
    ['UPCR', '0.5 mg/mg', '[0.5'],
    ['UPCR', '500 mg/g', '[0.5'],
    ['UPCR', '56.56 mg/mmol', '[0.5'],
    ['UPCR', '226.24 mg/mmol', '[2'],
    ['protein-24h', '500 mg/24h', '[0.5'],
    ['protein-24h', '0.50 g/(24.h)', '[0.5'],
    ['weight', '63500 g', '[63.5'],
    ['haemoglobin', '9.5 g/dL', '[95'],
    ['platelets', '99 10^9/L', '[99'],
    ['platelets', '99000 /uL', '[99'],
    ['ALT', '40 U/L', '[40'],
    ['albumin', '3.0 g/dL', '[30'],
    ['C3', '78 mg/dL', '[0.78'],
    ['C4', '0.08 g/L', '[0.08'],
    ['anti-dsDNA', '120 IU/mL', '[120'],
    ['BUN', '10 mmol/L', '[28.014'],
    ['urea', '60.06 mg/dL', '[10'],
    ['bilirubin', '58.466 mg/L', '[100'],
    ['bilirubin', '5.8466 mg/dL', '[100'],
    ['UACR', '56.56 mg/mmol', '[500'],
    ['height', '1.62 m', '[162'],
    ['temperature', '38.0 °C', '[38'],
    ['systolic-pressure', '140 mmHg', '[140'],
    ['heart-rate', '72 beats/min', '[72'],
    ['ANA-titre', '80 1', '[80'],
    ['ANA-titre', '80 {titer}', '[80'],
    ['glucose', '180.16 mg/dL', '[10'],
    ['CA-19-9', '37 kU/L', '[37'],
    ['sclerosed-glomeruli', '50 %', '[50'],
  ] as const;
  for (const [id, written, expected] of rows) assert.equal(rangeText(read(id, written)), expected, `${id} ${written}`);
});

test('a censored result stays a range, and a counted one too', () => {
  const rows = [
    ['UPCR', '<0.04 g/g', '[0..(0.04'],
    ['UPCR', '<=40 mg/g', '[0..[0.04'],
    ['creatinine', '>20 mg/dL', '(20..'],
    ['leucocytes', '5-10 10*9/L', '[5..[10'],
    ['urine-RBC', '5-10 /HPF', '[5..[10'],
    ['urine-WBC', '0-2 /[HPF]', '[0..[2'],
    ['urine-RBC', '>100 /hpf', '(100..'],
    ['urine-WBC', '5 /HPF', '[5'],
    ['UPCR', '0 g/g', '[0'],
  ] as const;
  for (const [id, written, expected] of rows) {
    assert.equal(rangeText(read(id, written)), expected, written);
    assert.equal(read(id, written).status, 'ok', 'the laboratory said so: nothing is missing');
  }
});

test('what was not measured, or cannot be read, is not evaluable and says why', () => {
  const rows = [
    ['creatinine', 'not done', 'item', 'not done'],
    ['creatinine', '1.2', 'unreadable', 'the unit "" is not known'],
    ['creatinine', '1.2 mg/dl/x', 'unreadable', 'the unit "mg/dl/x" is not known'],
    ['creatinine', '1.2 g/g', 'unreadable', 'g/g does not convert to mg/dL'],
    ['creatinine', 'normal mg/dL', 'unreadable', 'not a number'],
    ['creatinine', '1,2 mg/dL', 'unreadable', 'decimal comma'],
    ['creatinine', '-1.2 mg/dL', 'unreadable', 'below zero'],
    ['creatinine', '<0 mg/dL', 'unreadable', 'below zero'],
    ['urine-RBC', '10-5 /HPF', 'unreadable', 'range runs backwards'],
    ['anti-dsDNA', '20 U/mL', 'unreadable', 'U/mL does not convert to [IU]/mL'],
    ['AFP', '6 IU/mL', 'unreadable', 'IU/mL does not convert to ng/mL'],
    ['potassium', '4 mg/dL', 'unreadable', 'mg/dL does not convert to mmol/L'],
  ] as const;
  for (const [id, written, kind, why] of rows) {
    const { status, missing, evidence } = read(id, written);
    assert.equal(status, 'not evaluable', written);
    const [first] = missing;
    assert.equal(first?.kind, kind, written);
    assert.equal(first !== undefined && 'why' in first ? first.why : undefined, why, written);
    assert.deepEqual(evidence, [], written);
  }
  assert.deepEqual(measure('creatinine').compute(sittingWith({})).missing, [
    { kind: 'item', item: 'creatinine', point: 'screening', why: 'not recorded' },
  ]);
});

test('the evidence says what was written, not what was converted', () => {
  assert.deepEqual(read('creatinine', '120 umol/L').evidence, [
    { record: 'record of creatinine', what: 'creatinine', written: '120 umol/L', date: '2026-05-18' },
  ]);
  assert.equal(measure('creatinine').explain(read('creatinine', '120 umol/L')), 'Serum creatinine 1.3574 mg/dL');
});

test('a creatinine entered in umol/L decides every limit as the same creatinine in mg/dL does', () => {
  const places = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(places, places, (digits, limit) => {
      // 1 mg/dL is 10 mg/L; 113.12 g/mol make that 10 / 113.12 mmol/L. The exact value is not a decimal, so go from umol/L.
      const micromoles = writeRational(rational(digits, 1000), 3);
      const inMilligrams = multiply(rational(digits, 1000), rational(11_312n, 1_000_000n));
      const measured = read('creatinine', `${micromoles} umol/L`);
      assert.ok(measured.kind === 'number');
      const decided = compareRanges(measured.range, '<=', exactly(rational(limit, 10_000)));
      assert.equal(decided, compareRanges(exactly(inMilligrams), '<=', exactly(rational(limit, 10_000))));
    }),
  );
});

test('a protein to creatinine ratio is the same in g/g, mg/g and mg/mmol', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300_000 }), (digits) => {
      const grams = rational(digits, 10_000);
      const factors = [
        ['g/g', rational(1)],
        ['mg/g', rational(1000)],
        ['mg/mmol', rational(11_312, 100)],
      ] as const;
      const texts = factors.map(([unit, factor]) =>
        rangeText(read('UPCR', `${writeRational(multiply(grams, factor), 12)} ${unit}`)),
      );
      assert.deepEqual(new Set(texts).size, 1, texts.join(' '));
    }),
  );
});

test('below zero: a result that names a number under zero, and nothing else', () => {
  const at = (text: string) => rationalOf(readDecimal(text) ?? { digits: 0n, scale: 0 });
  assert.equal(isBelowZero(exactly(at('-0.1'))), true);
  assert.equal(isBelowZero(moreThan(at('-0.1'))), true);
  assert.equal(isBelowZero(exactly(at('0'))), false);
  assert.equal(isBelowZero(notEvaluable([]).range), false);
});

test('an answer that is there and was not done is another thing than none', () => {
  const done = { written: 'not done', unit: undefined, date: undefined, record: 'r' };
  assert.deepEqual(missingItem('weight', sittingWith({}), done), {
    kind: 'item',
    item: 'weight',
    point: 'screening',
    why: 'not done',
  });
  assert.deepEqual(missingItem('weight', sittingWith({}), undefined), {
    kind: 'item',
    item: 'weight',
    point: 'screening',
    why: 'not recorded',
  });
});

/** Worked example X3: 28 mg/dL of urea nitrogen are 9.996 mmol/L with the factor 0.357, and 9.995 with the masses. */
test('a limit in mmol/L decides urea nitrogen in mg/dL', () => {
  const measured = read('BUN', '28 mg/dL');
  assert.ok(measured.kind === 'number');
  const limit = (text: string) =>
    exactly(multiply(rationalOf(readDecimal(text) ?? assert.fail()), rational(28_014, 10_000)));
  assert.equal(compareRanges(measured.range, '<', limit('9.996')), 'true');
  assert.equal(compareRanges(measured.range, '>', limit('9.994')), 'true');
});

test('a row that does not exist is a mistake in the program', () => {
  assert.equal(laboratoryMeasure('creatinine'), measure('creatinine'));
  assert.throws(() => laboratoryMeasure('creatine'), /no row creatine/);
});

test('a result that was read misses nothing; a row without a molar mass or a code has none', () => {
  assert.deepEqual(read('creatinine', '1.2 mg/dL').missing, []);
  assert.deepEqual(measure('platelets').value, { kind: 'quantity', unit: '10*9/L' });
  const coded = laboratory.filter(({ instrument }) => instrument?.items.some((item) => 'loinc' in item));
  assert.ok(coded.length > 0 && coded.length < laboratory.length);
});
