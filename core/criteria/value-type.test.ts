import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, lexicon } from './given.ts';
import type { Value } from './syntax.ts';
import { agree, isPure, isTypeProblem, knownUnit, typeOfValue } from './value-type.ts';

const leftOf = (text: string): Value => {
  const read = conditionOf(`${text} > 0`);
  assert(read.kind === 'comparison', text);
  return read.left;
};

/** The unit, with `!` where a bare number may not stand beside it and `bare` for a number without a unit; or the problem. */
const shown = (text: string): string => {
  const type = typeOfValue(leftOf(text), lexicon);
  if (isTypeProblem(type)) return type.problem;
  return `${type.unit.code}${type.demandsUnit ? '!' : ''}${type.bare ? ' bare' : ''}`;
};

const rows: readonly (readonly [string, string])[] = [
  ['1', '1 bare'],
  ['1 mg/dL', 'mg/dL'],
  ['1 g/24h', 'g/(24.h)'],
  ['creatinine', 'mg/dL!'],
  ['UPCR', 'g/g!'],
  ['age at consent', 'a!'],
  ['prednisone-equivalent', 'mg/d!'],
  ['SLEDAI-2K', '1'],
  ['BILAG-2004-total', '1'],
  ['BILAG-2004', 'not a number'],
  ['PGA + pregnant', 'not a number'],
  ['pregnant * 2', 'not a number'],
  ['50% of creatinine', 'mg/dL!'],
  ['50% of 3', '1 bare'],
  ['change of creatinine from baseline', 'mg/dL!'],
  ['change of BILAG-2004 from baseline', 'not a number'],
  ['change of pregnant from baseline', 'not a number'],
  ['number of new A grades of BILAG-2004 from baseline', '1'],
  ['number of new F grades of BILAG-2004 from baseline', 'unknown grade'],
  ['number of new A grades of PGA from baseline', 'not graded by system'],
  ['creatinine + 1 mg/dL', 'mg/dL!'],
  ['1 mg/dL + creatinine', 'mg/dL!'],
  ['100 umol/L + creatinine', 'umol/L!'],
  ['100 umol/L + 1 mg/dL', 'units differ'],
  ['creatinine + 1', 'unit missing'],
  ['UPCR - 1', 'unit missing'],
  ['PGA + 1', '1'],
  ['1 + 2', '1 bare'],
  ['creatinine + UPCR', 'units differ'],
  ['creatinine * 2', 'mg/dL!'],
  ['2 * creatinine', 'mg/dL!'],
  ['creatinine / 2', 'mg/dL!'],
  ['2 / creatinine', 'product of two units'],
  ['creatinine * PGA', 'mg/dL!'],
  ['creatinine / creatinine at baseline', '1'],
  ['creatinine / 1 mg/dL', '1'],
  ['creatinine / 100 umol/L', '1'],
  ['UPCR / 500 mg/g', '1'],
  ['UPCR / UPCR at baseline', '1'],
  ['UPCR * 500 mg/g', 'product of two units'],
  ['2 * 500 mg/g', 'mg/g'],
  ['creatinine * creatinine', 'product of two units'],
  ['creatinine * 1 mg/dL', 'product of two units'],
  ['creatinine / UPCR', 'product of two units'],
  ['2 * 3', '1 bare'],
  ['(creatinine / creatinine at baseline) * UPCR', 'g/g!'],
  ['(creatinine + 1) * 2', 'unit missing'],
];
for (const [text, expected] of rows) test(`${text} is ${expected}`, () => assert.equal(shown(text), expected));

/** Two values, and why they may not be compared. */
const pairs: readonly (readonly [string, string, string | undefined])[] = [
  ['creatinine', '1.2 mg/dL', undefined],
  ['creatinine', '106 umol/L', undefined],
  ['creatinine', '1.2', 'unit missing'],
  ['creatinine', '1.2 g/24h', 'units differ'],
  ['1.2 mg/dL', 'creatinine', undefined],
  ['UPCR', '0.5', 'unit missing'],
  ['UPCR', '0.5 mg/mg', undefined],
  ['UPCR', '50 mg/mmol', undefined],
  ['protein-24h', '0.5 g/24h', undefined],
  ['protein-24h', '0.5 g', 'units differ'],
  ['protein-24h', '0.5 g/d', undefined],
  ['age', '18', 'unit missing'],
  ['age', '18 years', undefined],
  ['age', '216 months', undefined],
  ['SLEDAI-2K', '6', undefined],
  ['SLEDAI-2K', '6 points', undefined],
  ['SLEDAI-2K', '6 mg', 'units differ'],
  ['platelets', '100 10^9/L', undefined],
  ['platelets', '100000 /uL', undefined],
  ['platelets', '100 mmol/L', 'units differ'],
  ['ALT', '40 U/L', undefined],
  ['ALT', '40 [IU]/L', 'units differ'],
];
for (const [left, right, expected] of pairs)
  test(`${left} beside ${right}: ${expected ?? 'agree'}`, () => {
    const [a, b] = [typeOfValue(leftOf(left), lexicon), typeOfValue(leftOf(right), lexicon)];
    assert(!isTypeProblem(a) && !isTypeProblem(b));
    assert.equal(agree(a, b, { start: 0, end: 1 })?.problem, expected);
    assert.equal(agree(b, a, { start: 0, end: 1 })?.problem, expected, 'either way round');
  });

test('only numbers and scores are pure; a written ratio of two masses is not', () => {
  for (const [text, expected] of [
    ['2', true],
    ['PGA', true],
    ['500 mg/g', false],
    ['UPCR', false],
  ] as const) {
    const type = typeOfValue(leftOf(text), lexicon);
    assert(!isTypeProblem(type));
    assert.equal(isPure(type), expected, text);
  }
});

test('a unit that nobody vouched for is broken, not a problem of the sentence', () => {
  assert.equal(knownUnit('mg/dl').code, 'mg/dL');
  assert.throws(() => knownUnit('furlongs'), /unit furlongs/);
});
