import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable, withoutSpans } from './given.ts';
import { printValue } from './print-value.ts';
import type { Value } from './syntax.ts';

/** The left side of a comparison that the value opens. */
const leftOf = (text: string): Value => {
  const read = conditionOf(`${text} > 0`);
  assert(read.kind === 'comparison', text);
  return read.left;
};

/** Fully parenthesised, so that a row shows what binds to what. */
const bracketed = (value: Value): string => {
  if (value.kind === 'sum' || value.kind === 'product')
    return `[${bracketed(value.left)} ${value.operator} ${bracketed(value.right)}]`;
  return value.kind === 'percent-of' ? `[${value.percent}% of ${bracketed(value.of)}]` : printValue(value);
};

const rows: readonly (readonly [string, string])[] = [
  ['1', '1'],
  ['1.20 mg/dL', '1.20 mg/dL'],
  ['2.5 10^9/L', '2.5 10^9/L'],
  ['UPCR', 'UPCR'],
  ['UPCR at week 24', 'UPCR at week 24'],
  ['PGA - PGA at baseline', '[PGA - PGA at baseline]'],
  ['PGA - 1 - 2', '[[PGA - 1] - 2]'],
  ['PGA - (1 - 2)', '[PGA - [1 - 2]]'],
  ['PGA + 2 * 3', '[PGA + [2 * 3]]'],
  ['(PGA + 2) * 3', '[[PGA + 2] * 3]'],
  ['PGA / 2 / 3', '[[PGA / 2] / 3]'],
  ['PGA / (2 * 3)', '[PGA / [2 * 3]]'],
  ['125% of creatinine at baseline', '[125% of creatinine at baseline]'],
  ['50% of PGA * 2', '[[50% of PGA] * 2]'],
  ['2 * 50% of PGA', '[2 * [50% of PGA]]'],
  ['50% of (PGA * 2)', '[50% of [PGA * 2]]'],
  ['50% of 20% of PGA', '[50% of [20% of PGA]]'],
  ['change of PGA at week 4 from baseline', 'change of PGA at week 4 from baseline'],
  ['change of PGA from baseline - 1', '[change of PGA from baseline - 1]'],
  ['number of new A grades of BILAG-2004 from baseline', 'number of new A grades of BILAG-2004 from baseline'],
  ['((PGA))', 'PGA'],
  ['latest UPCR within 4 weeks before randomisation', 'latest UPCR within 4 weeks before randomisation'],
  ['highest creatinine from baseline to week 24', 'highest creatinine from baseline to week 24'],
  ['mean PGA since screening - 1', '[mean PGA since screening - 1]'],
  ['first UPCR ever', 'first UPCR ever'],
  ['lowest UPCR at least 2 weeks after screening', 'lowest UPCR at least 2 weeks after screening'],
  [
    'integral of prednisone-equivalent from baseline to week 24',
    'integral of prednisone-equivalent from baseline to week 24',
  ],
  ['number of infection within 1 year before screening', 'number of infection within 1 year before screening'],
  [
    'number of infection where (severe and not treated) ever',
    'number of infection where (severe and not treated) ever',
  ],
  ['3 x ULN of ALT at screening', '3 x ULN of ALT at screening'],
  ['2 * 1.5 x LLN of ALT', '[2 * 1.5 x LLN of ALT]'],
];
for (const [text, expected] of rows)
  test(`${text} → ${expected}`, () => assert.equal(bracketed(leftOf(text)), expected));

test('a measure without a point asks here', () => {
  const here = { kind: 'measure', measure: 'UPCR', point: { kind: 'here' } };
  const named = { kind: 'measure', measure: 'UPCR', point: { kind: 'named', name: 'week 24' } };
  assert.deepEqual(withoutSpans(leftOf('UPCR')), here);
  assert.deepEqual(withoutSpans(leftOf('UPCR at week 24')), named);
});

test('a number keeps its digits and its unit as written', () => {
  assert.deepEqual(withoutSpans(leftOf('0.50 g/24h')), { kind: 'number', written: '0.50', unit: 'g/24h' });
  assert.deepEqual(withoutSpans(leftOf('007')), { kind: 'number', written: '007', unit: undefined });
});

/** Sentence, what stands at the place, what was expected, the nearest name or unit. */
const errors: readonly (readonly [string, string, string, string | undefined])[] = [
  ['creatinin at baseline > 1 mg/dL', 'creatinin', 'a measure, a number or a value in parentheses', 'creatinine'],
  ['low-protien and UPCR > 1 g/g', 'low-protien', 'a measure, a number or a value in parentheses', 'low-protein'],
  ['blood-lead > 3 g/dL', 'blood-lead', 'a measure, a number or a value in parentheses', undefined],
  ['UPCR at week 25 > 1 g/g', 'week', 'a visit or milestone', 'week 24'],
  ['UPCR at screning > 1 g/g', 'screning', 'a visit or milestone', 'screening'],
  ['UPCR at > 1 g/g', '>', 'a visit or milestone', undefined],
  ['UPCR > 1 g/gg', 'g/gg', 'a UCUM unit', 'g/g'],
  ['creatinine > 1 mg/dLx', 'mg/dLx', 'a UCUM unit', 'mg/dL'],
  ['creatinine > 1 furlongs', 'furlongs', 'a UCUM unit', undefined],
  ['UPCR > 50% UPCR at baseline', 'UPCR', 'and', undefined],
  ['UPCR + 50% > 1 g/g', '>', 'of', undefined],
  ['PGA + > 1', '>', 'a measure, a number or a value in parentheses', undefined],
  ['(PGA + 1 > 2', '', ')', undefined],
  ['change of UPCR > 1 g/g', '>', 'from', undefined],
  ['change of UPRC from baseline > 1 g/g', 'UPRC', 'a measure', 'UPCR'],
  ['number of new 3 grades of BILAG-2004 from baseline > 1', '3', 'a grade', undefined],
  ['number of new A grade of BILAG-2004 from baseline > 1', 'grade', 'grades of', undefined],
  ['UPCR > "1"', '"1"', 'a measure, a number or a value in parentheses', undefined],
  ['latest UPCR at baseline > 1 g/g', 'at', 'within', undefined],
  ['latest > 1 g/g', '>', 'a measure', undefined],
  ['highest creatinine > 1 mg/dL', '>', 'within', undefined],
  ['integral of UPCR at baseline > 1 g/g', 'at', 'from', undefined],
  ['number of infections ever > 1', 'infections', 'a drug, condition or procedure', 'infection'],
  ['ALT > 3 x UNL', 'UNL', 'ULN', undefined],
  ['ALT > 3 ULN', 'ULN', 'a UCUM unit', '1 x ULN, or 3 x ULN'],
  ['3 x ULN > ALT', '>', 'of and a measure, since no measure alone stands on the left', undefined],
  ['ALT + 1 U/L > 3 x ULN', '', 'of and a measure, since no measure alone stands on the left', undefined],
  ['UPCR >', '', 'a measure, a number or a value in parentheses', undefined],
];
for (const [sentence, place, expected, nearest] of errors)
  test(`${sentence}: at "${place}" expects ${expected}, nearest ${nearest}`, () => {
    const found = unreadable(sentence);
    assert.equal(sentence.slice(found.span.start, found.span.end), place);
    assert(found.expected.includes(expected), found.expected.join('; '));
    assert.equal(found.nearest, nearest);
  });

test('a word after a number is its unit, unless the sentence goes on with it', () => {
  for (const word of ['and', 'or', 'then', 'else', 'from', 'between', 'within', 'falls'])
    assert.notEqual(unreadableUnit(`PGA > 1 ${word} PGA`), 'a UCUM unit');
  assert.equal(unreadableUnit('PGA > 1 unless PGA > 2'), 'a UCUM unit');
});

const unreadableUnit = (sentence: string): string | undefined => unreadable(sentence).expected[0];
