import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, formulaOf } from './given.ts';
import { mapInner } from './map-inner.ts';
import { printCondition } from './print.ts';
import { everyFormula, innerConditions, measuresAsked, openPoints } from './walk.ts';

/** Sentence, kinds of every formula in it, outermost first. */
const kinds: readonly (readonly [string, string])[] = [
  ['pregnant', 'level'],
  ['not pregnant and CR', 'and not level reference'],
  ['(if pregnant then CR else UPCR < 1 g/g)', 'if level reference comparison'],
  ['at least 1 of (pregnant; CR or CR)', 'at-least level or reference reference'],
  ['any available of (CR; first available of (pregnant))', 'any-available reference first-available level'],
  ['first point from week 4 to week 24 where (CR)', 'first-point reference'],
  ['change of UPCR from baseline', 'change'],
];
for (const [sentence, expected] of kinds)
  test(`${sentence}: ${expected}`, () =>
    assert.equal(
      everyFormula(formulaOf(sentence))
        .map(({ kind }) => kind)
        .join(' '),
      expected,
    ));

test('a leaf holds no conditions', () => assert.deepEqual(innerConditions(formulaOf('UPCR < 1 g/g')), []));

/** Sentence, measures asked with their points; an empty point is left open. */
const asked: readonly (readonly [string, string])[] = [
  ['UPCR < 1 g/g', 'UPCR@'],
  ['UPCR at week 4 < UPCR at baseline', 'UPCR@week 4, UPCR@baseline'],
  ['creatinine <= 125% of creatinine at baseline', 'creatinine@, creatinine@baseline'],
  ['UPCR falls by > 30% from baseline', 'UPCR@, UPCR@baseline'],
  ['UPCR falls by > UPCR at week 4 from baseline', 'UPCR@, UPCR@baseline, UPCR@week 4'],
  ['UPCR rises by > 2 * UPCR from baseline', 'UPCR@, UPCR@baseline, UPCR@'],
  ['PGA between 1 and PGA at week 4 + 1', 'PGA@, PGA@week 4'],
  ['PGA within 10% of (PGA at week 4 - PGA at baseline)', 'PGA@, PGA@week 4, PGA@baseline'],
  ['number of new A grades of BILAG-2004 from baseline = 0', 'BILAG-2004@, BILAG-2004@baseline'],
  ['change of PGA at week 24 from baseline', 'PGA@week 24, PGA@baseline'],
  ['pregnant at screening or urine-hCG = negative', 'pregnant@screening, urine-hCG@'],
  ['received rituximab ever or judged "x" or CR or reached consent', ''],
  ['first point from week 4 to week 24 where (PGA > 1)', 'PGA@'],
];
for (const [sentence, expected] of asked)
  test(`${sentence} asks ${expected === '' ? 'nothing' : expected}`, () =>
    assert.equal(
      measuresAsked(formulaOf(sentence))
        .map(({ measure, point }) => `${measure}@${point.kind === 'here' ? '' : point.name}`)
        .join(', '),
      expected,
    ));

/** Sentence, the text of each place where a point is left open. */
const open: readonly (readonly [string, readonly string[]])[] = [
  ['UPCR at screening > 1 g/g', []],
  ['UPCR > 1 g/g', ['UPCR']],
  ['UPCR > UPCR at baseline', ['UPCR']],
  ['pregnant or lactating at screening', ['pregnant']],
  ['judged "x" or CR', ['judged "x"', 'CR']],
  ['judged "x" at week 4 or CR at week 4', []],
  ['UPCR falls by > 30% from baseline', ['UPCR']],
  ['UPCR at week 4 falls by > UPCR from baseline', ['UPCR']],
  ['change of UPCR from baseline', ['UPCR']],
  ['number of new A grades of BILAG-2004 from baseline = 0', ['BILAG-2004']],
  ['received rituximab within 4 weeks before screening', []],
  ['reached consent', []],
  ['50% of (PGA + 1) > 1', ['PGA']],
];
for (const [sentence, expected] of open)
  test(`${sentence} leaves open: ${expected.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      openPoints(formulaOf(sentence)).map((span) => sentence.slice(span.start, span.end)),
      expected,
    ));

/** A sentence, and the same with each condition directly inside it negated. */
const exchanged: readonly (readonly [string, string])[] = [
  ['pregnant and lactating', 'not pregnant and not lactating'],
  ['pregnant or lactating', 'not pregnant or not lactating'],
  ['not pregnant', 'not not pregnant'],
  ['any available of (pregnant; lactating)', 'any available of (not pregnant; not lactating)'],
  ['at least 1 of (pregnant; lactating)', 'at least 1 of (not pregnant; not lactating)'],
  ['pregnant', 'pregnant'],
  ['(if pregnant then lactating else fertile)', '(if not pregnant then not lactating else not fertile)'],
];
for (const [written, expected] of exchanged)
  test(`inside ${written}: ${expected}`, () => {
    const negated = mapInner(conditionOf(written), (term) => ({ kind: 'not', term, span: term.span }));
    assert.equal(printCondition(negated), expected);
  });
