import assert from 'node:assert/strict';
import test from 'node:test';
import { sayRange } from '#core/measures/say.ts';
import { everything, exactly, lessThan } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { compileValue, inUnitOf, isUnbounded } from './compile-value.ts';
import { chartFrom, conditionOf, lexicon } from './given.ts';
import { fraction, literal } from './literal.ts';
import { pointName } from './point-name.ts';
import type { Value } from './syntax.ts';
import { isTypeProblem, typeOfValue } from './value-type.ts';

const leftOf = (text: string): Value => {
  const read = conditionOf(`${text} > 0`);
  assert(read.kind === 'comparison', text);
  return read.left;
};

const grades = ['constitutional', 'mucocutaneous', 'neuropsychiatric', 'musculoskeletal', 'cardiorespiratory'].concat([
  'gastrointestinal',
  'ophthalmic',
  'renal',
  'haematological',
]);
const graded = (point: string, letters: string): Record<string, string> =>
  Object.fromEntries(grades.map((system, index) => [`BILAG-2004.${system} at ${point}`, letters[index] ?? 'E']));

const chart = chartFrom({
  items: {
    'creatinine at baseline': '1.0 mg/dL',
    'creatinine at week 24': '113.12 umol/L',
    'UPCR at baseline': '2 g/g',
    'UPCR at week 24': '<0.5 g/g',
    'PGA at baseline': '2',
    'PGA at week 24': '0.5',
    ...graded('baseline', 'ABCDEEEEE'),
    ...graded('week 24', 'BAAABBEEE'),
  },
});

/** Value, what it is at week 24. */
const rows: readonly (readonly [string, string])[] = [
  ['3', '3'],
  ['3.50 mg/dL', '3.5'],
  ['PGA', '0.5'],
  ['PGA at baseline', '2'],
  ['PGA at week 4', 'not known'],
  ['creatinine', '1.2796'],
  ['50% of PGA', '0.25'],
  ['12.5% of PGA at baseline', '0.25'],
  ['change of PGA from baseline', '-1.5'],
  ['change of PGA at baseline from week 24', '1.5'],
  ['PGA + PGA at baseline', '2.5'],
  ['PGA - PGA at baseline', '-1.5'],
  ['PGA * PGA at baseline', '1'],
  ['PGA at baseline / PGA', '4'],
  ['PGA / 0', 'not known'],
  ['UPCR', 'below 0.5'],
  ['change of UPCR from baseline', '-2 to -1.5'],
  ['UPCR / UPCR at baseline', 'below 0.25'],
  ['50% of UPCR', 'below 0.25'],
  ['change of PGA from week 4', 'not known'],
  // A: second, third and fourth systems; B: fifth and sixth, since A to B is no new B.
  ['number of new A grades of BILAG-2004 from baseline', '3'],
  ['number of new B grades of BILAG-2004 from baseline', '2'],
  ['number of new A grades of BILAG-2004 from week 4', '0 to 3'],
  ['BILAG-2004-total', '60'],
];
for (const [text, expected] of rows)
  test(`${text}: ${expected}`, () =>
    assert.equal(sayRange(compileValue(leftOf(text), lexicon).ask(chart, 'week 24').range), expected));

test('a value carries what it rests on and what it lacks', () => {
  const worth = compileValue(leftOf('PGA + PGA at week 4'), lexicon).ask(chart, 'week 24');
  assert.deepEqual(
    worth.evidence.map(({ record }) => record),
    ['week 24/PGA'],
  );
  assert.deepEqual(worth.missing, [{ kind: 'item', item: 'PGA', point: 'week 4', why: 'not recorded' }]);
});

test('a value converts to the unit of another, exactly', () => {
  const target = typeOfValue(leftOf('100 umol/L'), lexicon);
  assert(!isTypeProblem(target));
  const converted = inUnitOf(compileValue(leftOf('creatinine'), lexicon), target);
  assert.deepEqual(converted(chart, 'week 24').range, exactly(rational(11_312, 100)));
  const other = typeOfValue(leftOf('1 g/24h'), lexicon);
  assert(!isTypeProblem(other));
  assert.throws(() => inUnitOf(compileValue(leftOf('creatinine'), lexicon), other), /does not convert/);
});

test('percentages and numbers are exact', () => {
  assert.deepEqual(fraction('125'), rational(5, 4));
  assert.deepEqual(fraction('33.3'), rational(333, 1000));
  assert.deepEqual(literal('0.10'), rational(1, 10));
  assert.throws(() => literal('1e3'), /1e3/);
});

test('a point is its name, or here; without either the sentence is broken', () => {
  assert.equal(pointName({ kind: 'named', name: 'week 4' }, 'week 24'), 'week 4');
  assert.equal(pointName({ kind: 'here' }, 'week 24'), 'week 24');
  assert.throws(() => pointName({ kind: 'here' }, undefined), /without a point/);
});

test('only a range without ends is unbounded', () => {
  assert.equal(isUnbounded(everything), true);
  assert.equal(isUnbounded(lessThan(rational(1))), false);
});

test('what does not type is not compiled', () => {
  assert.throws(() => compileValue(leftOf('PGA + pregnant'), lexicon), /does not type/);
  assert.throws(() => compileValue(leftOf('UPCR + 1'), lexicon), /unit missing/);
});

test('a value as long as may be written is computed', () => {
  const sum = compileValue(leftOf(`PGA${' + PGA'.repeat(200)}`), lexicon).ask(chart, 'week 24');
  assert.equal(sayRange(sum.range), '100.5');
});
