import assert from 'node:assert/strict';
import test from 'node:test';
import { type CheckOptions, checkFormula, referencesOf } from './check.ts';
import { conditionOf, formulaOf, lexicon } from './given.ts';

const scheduled: ReadonlySet<string> = new Set([
  'UPCR@screening',
  'UPCR@baseline',
  'UPCR@week 24',
  'PGA@baseline',
  'creatinine-clearance@screening',
  'creatinine-clearance@baseline',
  'weight@baseline',
]);
const anywhere: CheckOptions = { lexicon, pointsRequired: false, isScheduled: () => true };
const eligibility: CheckOptions = { ...anywhere, pointsRequired: true };
const bySchedule: CheckOptions = { ...anywhere, isScheduled: (measure, visit) => scheduled.has(`${measure}@${visit}`) };

/** Each problem with the text at its place and what was expected first. */
const found = (sentence: string, options: CheckOptions): readonly string[] =>
  checkFormula(formulaOf(sentence), options).map(
    ({ problem, span, expected }) => `${sentence.slice(span.start, span.end)}: ${problem}; ${expected[0]}`,
  );

const missing = 'a number without a unit beside a measure that has one; a unit such as';
const types: readonly (readonly [string, readonly string[]])[] = [
  ['creatinine <= 1.2 mg/dL', []],
  ['creatinine <= 106 umol/L', []],
  ['creatinine <= 1.2', [`1.2: ${missing} mg/dL`]],
  ['1.2 >= creatinine', [`1.2: ${missing} mg/dL`]],
  ['UPCR < 0.5', [`0.5: ${missing} g/g`]],
  ['UPCR between 0.5 g/g and 1', [`1: ${missing} g/g`]],
  ['UPCR within 10% of 1', [`1: ${missing} g/g`]],
  ['UPCR falls by > 1 from baseline', [`1: ${missing} g/g`]],
  ['UPCR + 1 > 2 g/g', [`UPCR + 1: ${missing} g/g`]],
  [
    'creatinine < 1 g/24h',
    ['creatinine < 1 g/24h: g/24h cannot be compared with mg/dL; a unit that converts to mg/dL'],
  ],
  [
    'protein-24h < 0.5 g/g',
    ['protein-24h < 0.5 g/g: g/g cannot be compared with g/24h; a unit that converts to g/24h'],
  ],
  ['protein-24h < UPCR', ['protein-24h < UPCR: g/g cannot be compared with g/24h; a unit that converts to g/24h']],
  ['age at consent > 18', [`18: ${missing} years`]],
  ['SLEDAI-2K > 6', []],
  ['SLEDAI-2K > 6 mg', ['SLEDAI-2K > 6 mg: mg cannot be compared with 1; a unit that converts to 1']],
  ['BILAG-2004 > 6', ['BILAG-2004: BILAG-2004 is not a number; a comparison of its levels']],
  ['BILAG-2004 between 1 and 2', ['BILAG-2004: BILAG-2004 is not a number; a comparison of its levels']],
  ['BILAG-2004 falls by > 30% from baseline', ['BILAG-2004: BILAG-2004 is not a number; a comparison of its levels']],
  ['PGA + pregnant > 1', ['pregnant: pregnant is not a number; a comparison of its levels']],
  ['change of pregnant from baseline', ['pregnant: pregnant is not a number; a comparison of its levels']],
  ['change of UPCR from baseline - 1', [`change of UPCR from baseline - 1: ${missing} g/g`]],
  ['change of PGA from baseline * BILAG-2004', ['BILAG-2004: BILAG-2004 is not a number; a comparison of its levels']],
  [
    'number of new A grades of PGA from baseline = 0',
    ['PGA: PGA is not graded by system; a measure such as BILAG-2004'],
  ],
  [
    'number of new F grades of BILAG-2004 from baseline = 0',
    ['number of new F grades of BILAG-2004 from baseline: F is no grade; A'],
  ],
  [
    'received mycophenolate where (dose >= 2 mg/dL and failed) ever',
    ['dose >= 2 mg/dL: no dose is given in mg/dL; a unit such as mg, mg/d, g/m2 or {cells}/kg'],
  ],
  [
    'number of rituximab where (not (dose > 1 U/L)) ever > 0',
    ['dose > 1 U/L: no dose is given in U/L; a unit such as mg, mg/d, g/m2 or {cells}/kg'],
  ],
  ['received mycophenolate where (dose >= 2 g/d) ever', []],
  [
    'classify ("some": UPCR < 1 g/g; "others": UPCR < 1 g/g; otherwise "rest")',
    ['UPCR < 1 g/g: "others" is never the answer: "some" has the same condition; a condition of its own'],
  ],
  [
    'had infection from week 4 to baseline',
    ['had infection from week 4 to baseline: week 4 comes after baseline; from baseline to week 4'],
  ],
  [
    'highest UPCR from week 24 to baseline < 1 g/g',
    ['highest UPCR from week 24 to baseline < 1 g/g: week 24 comes after baseline; from baseline to week 24'],
  ],
  [
    'integral of prednisone-equivalent from week 24 to baseline',
    [
      'integral of prednisone-equivalent from week 24 to baseline: week 24 comes after baseline; from baseline to week 24',
    ],
  ],
  [
    'first point from week 24 to week 4 where (UPCR < 1 g/g)',
    ['first point from week 24 to week 4 where (UPCR < 1 g/g): week 24 comes after week 4; from week 4 to week 24'],
  ],
  ['had infection from baseline to week 4', []],
  ['had infection from first dose to week 4', []],
  [
    'highest prednisone-equivalent ever > 10 mg/d',
    [
      'highest prednisone-equivalent ever: prednisone-equivalent is followed from day to day, and ever has no first day; a window such as since baseline',
    ],
  ],
  [
    'classify ("some": UPCR < 1 g/g; "some": UPCR < 2 g/g; otherwise "rest")',
    ['UPCR < 2 g/g: "some" names two classes; a name of its own'],
  ],
  ['classify ("some": UPCR < 1 g/g; otherwise "some")', ['UPCR < 1 g/g: "some" names two classes; a name of its own']],
  [
    'UPCR at week 24 <= 50%',
    [
      'UPCR at week 24 <= 50%: a percentage beside what is not counted in percent; what it is a share of, such as 50% of UPCR at baseline',
    ],
  ],
  [
    'PGA at week 24 between 10% and 2',
    [
      'PGA at week 24 between 10% and 2: a percentage beside what is not counted in percent; what it is a share of, such as 50% of UPCR at baseline',
    ],
  ],
  ['UPCR * UPCR > 1 g/g', ['UPCR * UPCR: a product or quotient of two different units; a plain number on one side']],
  ['not (UPCR < 0.5 or PGA > 1)', [`0.5: ${missing} g/g`]],
  ['(if pregnant then UPCR < 1 else UPCR < 2)', [`1: ${missing} g/g`, `2: ${missing} g/g`]],
  ['first point from week 4 to week 24 where (UPCR < 1)', [`1: ${missing} g/g`]],
  [
    'at least 3 of (pregnant; lactating)',
    ['at least 3 of (pregnant; lactating): at least 3 of 2 can never hold; a number from 1 to 2'],
  ],
  ['at least 0 of (pregnant)', ['at least 0 of (pregnant): at least 0 of 1 always holds; a number from 1 to 1']],
  ['at least 2 of (pregnant; lactating)', []],
  ['received rituximab within 24 weeks before screening', []],
];
for (const [sentence, expected] of types)
  test(`${sentence}: ${expected.length === 0 ? 'fits' : expected.join(' | ')}`, () =>
    assert.deepEqual(found(sentence, anywhere), expected));

const open = 'no point in time; at screening or another visit';
const points: readonly (readonly [string, readonly string[]])[] = [
  ['UPCR at screening > 1 g/g', []],
  ['UPCR > 1 g/g', [`UPCR: ${open}`]],
  ['UPCR at screening > UPCR', [`UPCR: ${open}`]],
  ['pregnant or lactating at screening', [`pregnant: ${open}`]],
  ['CR', [`CR: ${open}`]],
  ['judged "x"', [`judged "x": ${open}`]],
  ['UPCR at week 4 falls by > UPCR from baseline', [`UPCR: ${open}`]],
  ['age at consent > 18 years', []],
  ['reached consent and received rituximab ever', []],
];
for (const [sentence, expected] of points)
  test(`eligibility: ${sentence}: ${expected.length === 0 ? 'says when' : expected.join(' | ')}`, () =>
    assert.deepEqual(found(sentence, eligibility), expected));

test('an endpoint may leave its point open', () => assert.deepEqual(found('UPCR < 1 g/g and CR', anywhere), []));

const notThen = (measure: string, visit: string) =>
  `${measure} is not scheduled at ${visit}; an activity with ${measure} at ${visit}`;
const schedule: readonly (readonly [string, readonly string[]])[] = [
  [
    'creatinine-clearance at screening < 30 mL/min',
    [
      'creatinine-clearance at screening: weight is not scheduled at screening, which creatinine-clearance needs; an activity with weight at screening',
    ],
  ],
  ['creatinine-clearance at baseline < 30 mL/min', []],
  ['UPCR at screening > 1 g/g', []],
  ['UPCR at week 4 > 1 g/g', [`UPCR at week 4: ${notThen('UPCR', 'week 4')}`]],
  ['UPCR falls by > 30% from week 4', [`UPCR: ${notThen('UPCR', 'week 4')}`]],
  ['change of PGA at week 24 from baseline', [`PGA at week 24: ${notThen('PGA', 'week 24')}`]],
  ['change of PGA from screening', [`PGA: ${notThen('PGA', 'screening')}`]],
  ['UPCR at baseline falls by > PGA at week 4 * 1 g/g from baseline', [`PGA at week 4: ${notThen('PGA', 'week 4')}`]],
  ['UPCR at consent > 1 g/g', ['UPCR at consent: nothing is measured at consent; screening']],
  ['UPCR at first dose > 1 g/g', ['UPCR at first dose: nothing is measured at first dose; screening']],
  ['judged "x" at consent', ['judged "x" at consent: nothing is judged at consent; screening']],
  ['judged "x" at week 4', []],
  ['age at consent > 18 years', []],
  ['prednisone-equivalent at first dose <= 10 mg/d', []],
];
for (const [sentence, expected] of schedule)
  test(`schedule: ${sentence}: ${expected.length === 0 ? 'is measured' : expected.join(' | ')}`, () =>
    assert.deepEqual(found(sentence, bySchedule), expected));

test('references anywhere in a condition', () => {
  assert.deepEqual(
    referencesOf(conditionOf('not (CR or pregnant) and (if low-protein then CR at week 4 else fertile)')),
    ['CR', 'low-protein', 'CR'],
  );
  assert.deepEqual(referencesOf(conditionOf('pregnant')), []);
});
