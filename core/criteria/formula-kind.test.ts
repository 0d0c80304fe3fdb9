import assert from 'node:assert/strict';
import test from 'node:test';
import { formulaKind, isCondition, isNumeric, isValue } from './formula-kind.ts';
import { formulaOf } from './given.ts';

/** Sentence, and what it comes to. */
const rows: readonly (readonly [string, 'condition' | 'value' | 'time'])[] = [
  ['UPCR < 0.5 g/g', 'condition'],
  ['pregnant', 'condition'],
  ['CR', 'condition'],
  ['received rituximab ever', 'condition'],
  ['judged "worse"', 'condition'],
  ['change of PGA from baseline > 1', 'condition'],
  ['change of PGA from baseline', 'value'],
  ['change of PGA from baseline + 1', 'value'],
  ['change of PGA from baseline * 2', 'value'],
  ['first point from week 4 to week 24 where (CR)', 'time'],
];
for (const [sentence, kind] of rows)
  test(`${sentence}: ${kind}`, () => {
    const formula = formulaOf(sentence);
    assert.equal(formulaKind(formula), kind);
    assert.deepEqual([isCondition(formula), isValue(formula)], [kind === 'condition', kind === 'value']);
  });

/** Sentence, and whether it compares numbers. */
const comparing: readonly (readonly [string, boolean])[] = [
  ['UPCR < 0.5 g/g', true],
  ['UPCR between 0.5 and 3 g/g', true],
  ['UPCR falls by >= 50 % from baseline', true],
  ['eGFR within 10 % of eGFR at baseline', true],
  ['pregnant', false],
  ['not (UPCR < 0.5 g/g)', false],
  ['change of PGA from baseline', false],
];
for (const [sentence, expected] of comparing)
  test(`${sentence}: ${expected ? 'compares numbers' : 'does not compare numbers'}`, () =>
    assert.equal(isNumeric(formulaOf(sentence)), expected));
