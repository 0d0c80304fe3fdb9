import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, formulaOf, lexicon, unreadable, withoutSpans } from './given.ts';
import { isUnreadable, readFormula, readRule } from './read.ts';

const named = (name: string) => ({ kind: 'named', name });

test('an endpoint is a condition, a change or a first point', () => {
  assert.equal(formulaOf('CR').kind, 'reference');
  assert.equal(formulaOf('UPCR < 0.5 g/g').kind, 'comparison');
  assert.equal(formulaOf('change of UPCR from baseline').kind, 'change');
  assert.deepEqual(withoutSpans(formulaOf('first point from week 4 to week 24 where (CR or low-protein)')), {
    kind: 'first-point',
    from: named('week 4'),
    to: named('week 24'),
    where: {
      kind: 'or',
      terms: ['CR', 'low-protein'].map((definition) => ({ kind: 'reference', definition, point: { kind: 'here' } })),
    },
  });
});

test('a rule is a condition only', () => {
  for (const sentence of ['change of UPCR from baseline', 'first point from week 4 to week 24 where (CR)'])
    assert(isUnreadable(readRule(sentence, lexicon)), sentence);
});

test('an endpoint that begins with a change is that value, unless a comparison follows', () => {
  assert.equal(formulaOf('change of PGA from baseline > 1').kind, 'comparison');
  assert.equal(formulaOf('change of PGA from baseline + 1').kind, 'sum');
  assert.deepEqual(unreadable('change of PGA from baseline UPCR').span, { start: 28, end: 32 });
});

/** Sentence, what stands at the place, what was expected there. */
const errors: readonly (readonly [string, string, string])[] = [
  ['first point to week 24 where (CR)', 'to', 'first point from'],
  ['first point from week 4 until week 24 where (CR)', 'until', 'to'],
  ['first point from week 4 to week 24 where CR', 'CR', '('],
  ['first point from week 4 to week 24 (CR)', '(', 'where'],
  ['first point from week 4 to week 24 where (CR', '', ')'],
  ['first point from week 4 to week 24 where (CR) or CR', 'or', 'the end of the sentence'],
];
for (const [sentence, place, expected] of errors)
  test(`${sentence}: at "${place}" expects ${expected}`, () => {
    const found = unreadable(sentence);
    // "first point from" is read as one; the place is where it begins.
    assert.equal(sentence.slice(found.span.start, found.span.end), expected === 'first point from' ? 'first' : place);
    assert(found.expected.includes(expected), found.expected.join('; '));
  });

test('more than 10,000 characters are not read; 10,000 are', () => {
  const sentence = 'PGA > 1 or '.repeat(2000);
  const fits = `${sentence.slice(0, 9988)} PGA > 1`.padEnd(10_000);
  assert.equal(fits.length, 10_000);
  const found = unreadable(`${fits} `);
  assert.equal(found.problem, 'longer than 10000 characters');
  assert.deepEqual(found.span, { start: 10_000, end: 10_001 });
  assert.deepEqual(found.expected, ['named definitions for its parts']);
});

test('long rows of conditions are read; chains and nesting that nobody writes are refused, each at its place', () => {
  conditionOf(`PGA > 1${' or PGA > 1'.repeat(900)}`);
  conditionOf(`PGA${' + PGA'.repeat(200)} > 1`);
  const long: readonly (readonly [string, string])[] = [
    [`PGA${' + PGA'.repeat(201)} > 1`, 'a chain of more than 200 sums or products'],
    [`PGA${' * PGA'.repeat(1600)} > 1`, 'a chain of more than 200 sums or products'],
    [`${'1% of '.repeat(41)}PGA > 1`, 'nested more than 40 deep'],
  ];
  for (const [sentence, problem] of long) {
    const found = unreadable(sentence);
    assert.equal(found.problem, problem);
    assert(found.span.start > 0 && found.span.end < sentence.length);
  }
});

test('what cannot be cut into words says where', () => {
  const read = readFormula('UPCR > 0.5 g/g & CR', lexicon);
  assert.deepEqual(read, {
    problem: 'cannot read "&"',
    span: { start: 15, end: 16 },
    expected: [],
    nearest: undefined,
  });
});
