/** Sentences that a careless reader gets wrong without noticing: the traps that the language was designed against. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { type ChartFacts, conditionOf, type PlainRecord, truthOf, unreadable } from './given.ts';
import { printCondition } from './print.ts';

const dates = { screening: '2026-05-18', randomisation: '2026-06-01' };
const complete = { condition: '2026-06-01', vaccination: '2026-06-01' };
const having = (...history: readonly PlainRecord[]): ChartFacts => ({ dates, complete, history });

const infection = (attributes: Readonly<Record<string, boolean>>): PlainRecord => ({
  concept: 'pneumonia',
  start: '2026-05-10',
  attributes,
});
const recent = 'within 4 weeks before randomisation';

/** "severe active or recurrent infection": severe, and active or recurrent; not any that is recurrent. */
const severity: readonly (readonly [Readonly<Record<string, boolean>>, string])[] = [
  [{ severe: true, active: true, recurrent: false }, 'true'],
  [{ severe: true, active: false, recurrent: true }, 'true'],
  [{ severe: false, active: true, recurrent: true }, 'false'],
  [{ severe: true, active: false, recurrent: false }, 'false'],
  [{ severe: true, active: false }, 'unknown'],
];
for (const [attributes, expected] of severity)
  test(`a severe active or recurrent infection: ${JSON.stringify(attributes)}`, () => {
    const sentence = `had infection where (severe and (active or recurrent)) ${recent}`;
    assert.equal(truthOf(sentence, having(infection(attributes))), expected);
  });

test('"severe and active or recurrent" without brackets is refused: it has two readings', () => {
  const found = unreadable(`had infection where (severe and active or recurrent) ${recent}`);
  assert.deepEqual([found.problem, found.expected], ['found "or"', [')']]);
});

/** "malignancy, except cured basal cell carcinoma": another cancer beside the cured one still counts. */
const cancers: readonly (readonly [readonly string[], string])[] = [
  [['cured-basal-cell-carcinoma'], 'false'],
  [['cured-basal-cell-carcinoma', 'breast-cancer'], 'true'],
  // Coded wider than the exception: it may be the cured one, written down twice.
  [['cured-basal-cell-carcinoma', 'malignancy'], 'unknown'],
  [['basal-cell-carcinoma'], 'unknown'],
  [['cured-basal-cell-carcinoma', 'cured-basal-cell-carcinoma'], 'false'],
  [[], 'false'],
];
for (const [found, expected] of cancers)
  test(`malignancy other than the cured one, with ${found.join(' and ') || 'none'}: ${expected}`, () => {
    const history = found.map((concept) => ({ concept, start: '2020-01-01' }));
    assert.equal(truthOf('had malignancy other than cured-basal-cell-carcinoma ever', having(...history)), expected);
  });

/** "live vaccine, except zoster": the live zoster vaccine is excepted, another live vaccine beside it is not. */
const vaccines: readonly (readonly [readonly string[], string])[] = [
  [['live-zoster-vaccine'], 'false'],
  [['zoster-vaccine'], 'false'],
  [['yellow-fever-vaccine'], 'true'],
  [['live-zoster-vaccine', 'yellow-fever-vaccine'], 'true'],
  [['inactivated-vaccine'], 'false'],
];
for (const [given, expected] of vaccines)
  test(`live vaccine other than zoster, with ${given.join(' and ')}: ${expected}`, () => {
    const history = given.map((concept) => ({ concept, start: '2026-05-01' }));
    const sentence = 'received live-vaccine other than zoster-vaccine within 12 weeks before randomisation';
    assert.equal(truthOf(sentence, having(...history)), expected);
  });

/** A hyphen belongs to a name, a minus stands between blanks. */
const hyphens: readonly (readonly [string, string])[] = [
  ['protein-24h > 1 g/24h', 'protein-24h > 1 g/24h'],
  ['SLEDAI-2K - 4 > 2', 'SLEDAI-2K - 4 > 2'],
  ['SLEDAI-2K at baseline - SLEDAI-2K >= 4', 'SLEDAI-2K at baseline - SLEDAI-2K >= 4'],
  ['PGA - PGA at baseline < 0.3', 'PGA - PGA at baseline < 0.3'],
];
for (const [sentence, printed] of hyphens)
  test(`hyphen and minus: ${sentence}`, () => assert.equal(printCondition(conditionOf(sentence)), printed));

test('a minus without blanks is part of an unknown name, never a difference', () => {
  assert.equal(unreadable('PGA-PGA at baseline < 0.3').problem, 'found "PGA-PGA"');
  assert.equal(unreadable('SLEDAI-2K-4 > 2').problem, 'found "SLEDAI-2K-4"');
});

/** A power of ten is a unit after a number; 2.5 x 10^9/L is 2500 a microlitre and not 10. */
const powers: readonly (readonly [string, string, string])[] = [
  ['platelets at screening < 100 10^9/L', '99 10*9/L', 'true'],
  ['platelets at screening < 100 10^9/L', '100 10^9/L', 'false'],
  ['platelets at screening < 100 10^9/L', '99999 /uL', 'true'],
  ['leucocytes at screening < 2.5 10^9/L', '2.5 10^9/L', 'false'],
  ['leucocytes at screening < 2500 /uL', '2.4 10^9/L', 'true'],
];
for (const [sentence, value, expected] of powers)
  test(`${sentence}, ${value}: ${expected}`, () => {
    const measure = sentence.split(' ')[0] ?? '';
    assert.equal(truthOf(sentence, { items: { [`${measure} at screening`]: value } }), expected);
  });

test('a superscript that was lost is no unit', () =>
  assert.equal(unreadable('platelets at screening < 100 109/L').problem, 'found "109"'));

test('"if" stands in brackets, so that what follows it is never swallowed', () => {
  assert.equal(unreadable('pregnant and if lactating then fertile else CR or low-protein').problem, 'found "if"');
  const read = conditionOf('pregnant and (if lactating then fertile else CR) or low-protein');
  assert.equal(printCondition(read), '(pregnant and (if lactating then fertile else CR)) or low-protein');
});

/** 0.7 x 0.4 is 0.27999... in binary: a fall of exactly 30% is none of more than 30%. */
test('a value exactly on a percentage lies on it', () => {
  const facts = { items: { 'UPCR at baseline': '0.40 g/g', 'UPCR at week 24': '0.28 g/g' } };
  assert.equal(truthOf('UPCR at week 24 falls by > 30% from baseline', facts), 'false');
  assert.equal(truthOf('UPCR at week 24 falls by >= 30% from baseline', facts), 'true');
});

test('a missing result satisfies no upper limit', () => {
  assert.equal(truthOf('UPCR at week 24 < 0.5 g/g', { items: {} }), 'unknown');
  assert.equal(truthOf('not UPCR at week 24 >= 0.5 g/g', { items: {} }), 'unknown');
});
