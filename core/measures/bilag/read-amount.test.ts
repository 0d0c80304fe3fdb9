import assert from 'node:assert/strict';
import test from 'node:test';
import { sittingWith } from '#core/measures/given.ts';
import { laboratoryMeasure } from '#core/measures/laboratory.ts';
import { exactly, lessThan, scaleRange } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { visit } from './given.ts';
import { bilagItem } from './items.ts';
import { type ReadAmount, readAmount } from './read-amount.ts';

/** Units of the form (isenberg2005); creatinine 113.12 g/mol, ucum for the rest. */
const read = (number: number, written: string): ReadAmount => {
  const { answer } = bilagItem(number);
  if (answer.type !== 'amount') return assert.fail(`${number} is no amount`);
  return readAmount(`BILAG.${number}`, answer, visit({ [`BILAG.${number}`]: written }));
};

test('a number comes in the unit of the form, exactly', () => {
  const rows = [
    [83, '180 mg/mmol', rational(180)],
    [83, '1 g/g', rational(11_312, 100)],
    [83, '1 mg/mg', rational(11_312, 100)],
    [83, '1000 mg/g', rational(11_312, 100)],
    [82, '300 mg/g', rational(33_936, 1000)],
    [84, '1500 mg/24h', rational(3, 2)],
    [84, '0.5 g/(24.h)', rational(1, 2)],
    [86, '130 umol/L', rational(130)],
    [86, '1 mg/dL', rational(1_000_000, 11_312)],
    [87, '49.5 mL/min/1.73m2', rational(99, 2)],
    [90, '79 g/L', rational(79, 10)],
    [90, '7.9 g/dL', rational(79, 10)],
    [91, '900 /uL', rational(9, 10)],
    [94, '25 10^9/L', rational(25)],
    [78, '141 mmHg', rational(141)],
  ] as const;
  for (const [number, written, expected] of rows)
    assert.deepEqual(read(number, written).value, exactly(expected), `${number} ${written}`);
});

test('a censored result stays a range; the evidence says what was written', () => {
  assert.deepEqual(read(84, '<0.3 g/24h').value, lessThan(rational(3, 10)));
  const { value, ...rest } = read(83, '1.50 g/g');
  assert.ok(value);
  const evidence = { record: 'now BILAG.83', what: 'BILAG.83', written: '1.50 g/g', date: '2026-05-18' };
  assert.deepEqual(rest, { evidence });
});

test('what cannot be read is told with the reason', () => {
  const rows = [
    [83, 'text mg/mmol', 'not a number'],
    [83, '1,5 mg/mmol', 'decimal comma'],
    [83, '180', 'the unit "" is not known'],
    [83, '180 mg/mol/', 'the unit "mg/mol/" is not known'],
    [83, '180 g/L', 'g/L does not convert to mg/mmol'],
    [90, '8 mmol/L', 'mmol/L does not convert to g/dL'],
    [87, '60 mL/min', 'mL/min does not convert to mL/min/1.73m2'],
    [86, '-5 umol/L', 'below zero'],
  ] as const;
  for (const [number, written, why] of rows)
    assert.deepEqual(
      read(number, written),
      { value: undefined, missing: { kind: 'unreadable', item: `BILAG.${number}`, point: 'now', why } },
      written,
    );
});

test('not recorded and not done are told apart', () => {
  const missing = (why: string) => ({
    value: undefined,
    missing: { kind: 'item', item: 'BILAG.83', point: 'now', why },
  });
  assert.deepEqual(read(83, 'not done'), missing('not done'));
  const { answer } = bilagItem(83);
  assert.ok(answer.type === 'amount');
  assert.deepEqual(readAmount('BILAG.83', answer, visit({})), missing('not recorded'));
});

test('the laboratory measure of the same name converts alike', () => {
  const laboratory = laboratoryMeasure('UPCR').compute(sittingWith({ UPCR: '1.3 g/g' }));
  assert.ok(laboratory.kind === 'number');
  assert.deepEqual(read(83, '1.3 g/g').value, scaleRange(laboratory.range, rational(11_312, 100)));
});

test('a form with a unit that is none is broken', () => {
  const broken = { type: 'amount', units: ['no unit'], plausible: ['0', '1'] } as const;
  assert.throws(() => readAmount('x', broken, sittingWith({ x: '1 g' })), /the form has no such unit: no unit/);
});

test('one text in two units is two results, however often and in whatever order they are read', () => {
  // 1 g/g is 113.12 mg/mmol, by the molar mass of creatinine of 113.12 g/mol.
  const [direct, converted] = [exactly(rational(1)), exactly(rational(2828, 25))];
  for (const unit of ['mg/mmol', 'g/g', 'mg/mmol', 'mg/mmol', 'g/g', 'g/g'])
    assert.deepEqual(read(83, `1 ${unit}`).value, unit === 'g/g' ? converted : direct, unit);
  assert.equal(read(83, '1 mmol').value, undefined);
  assert.deepEqual(read(83, '1 mg/mmol').value, direct);
});
