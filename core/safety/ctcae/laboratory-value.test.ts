import assert from 'node:assert/strict';
import test from 'node:test';
import { exactly } from '#core/quantities/range.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { rationalIn, reported } from './given.ts';
import { above, at, type LimitComparison, lowerLimit, times } from './laboratory-rule.ts';
import { type LaboratoryTerm, subjectOf } from './laboratory-term.ts';
import { compareValue, inUnitOf } from './laboratory-value.ts';

/** 113.12 g/mol of creatinine; 60 umol/min in a ukat/L; 40.078 g/mol of calcium; equivalents of an ion with one charge. */
const conversions: readonly (readonly [LaboratoryTerm, string, string | undefined])[] = [
  ['creatinine increased', '100 umol/L', '1.1312'],
  ['creatinine increased', '12 mg/L', '1.2'],
  ['anemia', '10.5 g/dL', '105'],
  ['alanine aminotransferase increased', '2 ukat/L', '120'],
  ['hypercalcemia', '4.0078 mg/dL', '1'],
  ['hyperkalemia', '5.5 mEq/L', '5.5'],
  ['hypernatremia', '0.145 Eq/L', '145'],
  ['hypercalcemia', '5 mEq/L', undefined],
  ['hyperkalemia', '20 mg/dL', undefined],
  ['platelet count decreased', '75 g/L', undefined],
];

for (const [term, written, expected] of conversions)
  test(`${written} for ${term}: ${expected ?? 'does not convert'}`, () => {
    const found = inUnitOf(subjectOf(term), reported(written));
    assert.deepEqual(found, expected === undefined ? undefined : exactly(rationalIn(expected)));
  });

const compared = (term: LaboratoryTerm, written: string) => {
  const range = inUnitOf(subjectOf(term), reported(written));
  assert.ok(range !== undefined);
  return {
    reported: reported(written),
    converted: { range, unit: subjectOf(term).unit },
    references: {
      'upper limit of normal': exactly(rationalIn('5')),
      'lower limit of normal': exactly(rationalIn('3.5')),
      baseline: exactly(rationalIn('4')),
    },
  };
};

const comparisons: readonly (readonly [LaboratoryTerm, string, LimitComparison, Truth])[] = [
  ['hyperkalemia', '5.5 mmol/L', { is: '>', than: at('5.5 mmol/L') }, 'false'],
  ['hyperkalemia', '5.51 mEq/L', { is: '>', than: at('5.5 mmol/L') }, 'true'],
  ['hyperkalemia', '>5.4 mmol/L', { is: '>', than: at('5.5 mmol/L') }, 'unknown'],
  ['hyperkalemia', '3.4 mmol/L', { is: '<', than: lowerLimit }, 'true'],
  ['hyperkalemia', '6 mmol/L', { is: '>', than: times('1.5', 'baseline') }, 'false'],
  ['hyperkalemia', '6 mmol/L', { is: '>=', than: times('1.5', 'baseline') }, 'true'],
  ['hyperkalemia', '6 mmol/L', { is: '>', than: above('upper limit of normal', '1') }, 'false'],
  ['hypomagnesemia', '0.95 mg/dL', { is: '<', than: at('0.4 mmol/L', '0.9 mg/dL') }, 'false'],
  ['hypomagnesemia', '9.5 mg/L', { is: '<', than: at('0.4 mmol/L', '0.9 mg/dL') }, 'false'],
  ['hypomagnesemia', '0.39 mmol/L', { is: '<', than: at('0.4 mmol/L', '0.9 mg/dL') }, 'true'],
];

for (const [term, written, comparison, expected] of comparisons)
  test(`${written} ${comparison.is} ${comparison.than.kind} limit of ${term}: ${expected}`, () => {
    assert.equal(compareValue(compared(term, written), comparison), expected);
  });

test('a limit that fits no form of the value is a broken table', () => {
  assert.throws(() => compareValue(compared('hyperkalemia', '5 mmol/L'), { is: '>', than: at('3 g/L') }), /no limit/);
});
