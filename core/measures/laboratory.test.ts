import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { rationalOf, readDecimal, writeRational } from '#core/quantities/decimal.ts';
import { compareRanges, exactly } from '#core/quantities/range.ts';
import { multiply, rational } from '#core/quantities/rational.ts';
import { rangeText, sittingWith } from './given.ts';
import { isBelowZero, laboratory, missingItem, notEvaluable } from './laboratory.ts';
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
  ] as const;
  for (const [id, written, expected] of rows) assert.equal(rangeText(read(id, written)), expected, `${id} ${written}`);
});

test('a censored result stays a range, and a counted one too', () => {
  const rows = [
    ['UPCR', '<0.04 g/g', '[0..(0.04'],
    ['UPCR', '<=40 mg/g', '[0..[0.04'],
    ['creatinine', '>20 mg/dL', '(20..'],
    ['leucocytes', '5-10 10*9/L', '[5..[10'],
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
