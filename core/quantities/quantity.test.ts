import assert from 'node:assert/strict';
import test from 'node:test';
import { inUnit, isQuantity, type Quantity, type QuantityProblem, readQuantity } from './quantity.ts';
import { atLeastValue, atMost, between, compareRanges, exactly, lessThan, moreThan, type Range } from './range.ts';
import { rational } from './rational.ts';
import { isUnit, readUnit, type Unit } from './unit.ts';

const unit = (text: string): Unit => {
  const read = readUnit(text);
  assert.ok(isUnit(read));
  return read;
};

const quantity = (text: string, unitText: string): Quantity => {
  const read = readQuantity(text, unit(unitText));
  assert.ok(isQuantity(read));
  return read;
};

const read: readonly (readonly [string, Range])[] = [
  ['1.20', exactly(rational(6, 5))],
  ['-0.5', exactly(rational(-1, 2))],
  ['0', exactly(rational(0))],
  ['<0.04', lessThan(rational(4, 100))],
  ['<=5', atMost(rational(5))],
  ['≤5', atMost(rational(5))],
  ['>200', moreThan(rational(200))],
  ['>=200', atLeastValue(rational(200))],
  ['≥200', atLeastValue(rational(200))],
  ['5-10', between(rational(5), rational(10))],
  ['0.5-1.5', between(rational(1, 2), rational(3, 2))],
  ['-2--1', between(rational(-2), rational(-1))],
  ['5-5', exactly(rational(5))],
];

for (const [text, range] of read) {
  test(`"${text}" is read and kept as written`, () => {
    const mgPerL = unit('mg/L');
    assert.deepEqual(readQuantity(text, mgPerL), { range, unit: mgPerL, written: text });
  });
}

const refused: readonly (readonly [string, QuantityProblem['problem']])[] = [
  ['', 'empty'],
  ['  ', 'empty'],
  ['< 5', 'blank inside'],
  ['5 - 10', 'blank inside'],
  ['1,5', 'decimal comma'],
  ['<0,04', 'decimal comma'],
  ['1e3', 'exponent'],
  ['2.5E-3', 'exponent'],
  ['10-5', 'range runs backwards'],
  ['1234567890123456789012345678901', 'too many digits'],
  ['1-1234567890123456789012345678901', 'too many digits'],
  ['<5-10', 'not a number'],
  ['5-', 'not a number'],
  ['<<5', 'not a number'],
  ['ND', 'not a number'],
  ['1.2.3', 'not a number'],
  ['5mg', 'not a number'],
];

for (const [text, problem] of refused) {
  test(`"${text}" is refused: ${problem}`, () => {
    assert.deepEqual(readQuantity(text, unit('mg/L')), { problem, text });
  });
}

const creatinine = rational(11312, 100);

test('a value changes its unit exactly, censoring and range included', () => {
  assert.deepEqual(inUnit(quantity('9.5', 'g/dL'), unit('g/L')), exactly(rational(95)));
  assert.deepEqual(inUnit(quantity('<0.04', 'g/L'), unit('mg/dL')), lessThan(rational(4)));
  assert.deepEqual(inUnit(quantity('5-10', '/[HPF]'), unit('/[HPF]')), between(rational(5), rational(10)));
  assert.deepEqual(inUnit(quantity('56.56', 'mg/mmol'), unit('g/g'), creatinine), exactly(rational(1, 2)));
});

test('a value does not change into a unit that is not commensurable', () => {
  assert.equal(inUnit(quantity('56.56', 'mg/mmol'), unit('g/g')), undefined);
  assert.equal(inUnit(quantity('2', 'cells/kg'), unit('/kg')), undefined);
});

// A laboratory's detection limit decides a threshold above it and leaves one below it open.
test('"<0.04" g/L is below 4 mg/dL, and may or may not be below 3 mg/dL', () => {
  const range = inUnit(quantity('<0.04', 'g/L'), unit('mg/dL'));
  assert.ok(range);
  assert.equal(compareRanges(range, '<', exactly(rational(4))), 'true');
  assert.equal(compareRanges(range, '<', exactly(rational(3))), 'unknown');
  assert.equal(compareRanges(range, '>', exactly(rational(4))), 'false');
});
