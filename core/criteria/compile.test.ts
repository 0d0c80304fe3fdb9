import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Truth } from '#core/quantities/truth.ts';
import { compileCondition } from './compile.ts';
import { ask, chartFrom, conditionOf, lexicon, truthOf } from './given.ts';

const answers: Readonly<Record<string, 'yes' | 'no' | undefined>> = { T: 'yes', F: 'no', U: undefined };
const letters: Readonly<Record<string, Truth>> = { T: 'true', F: 'false', U: 'unknown' };
const letterOf: Readonly<Record<Truth, string>> = { true: 'T', false: 'F', unknown: 'U' };

/** Single capitals stand for judgements; `TFU` answers A, B, C. */
const decided = (short: string, given: string): string => {
  const judged: Record<string, 'yes' | 'no'> = {};
  [...given].forEach((letter, index) => {
    const answer = answers[letter];
    if (answer !== undefined) judged[String.fromCharCode(65 + index)] = answer;
  });
  const sentence = short.replace(/\b[A-Z]\b/g, (letter) => `judged "${letter}"`);
  return letterOf[truthOf(sentence, { judged }, 'week 24')];
};

const triples = [...'TFU'].flatMap((a) => [...'TFU'].flatMap((b) => [...'TFU'].map((c) => a + b + c)));

/** All that a row could still become when what is unknown gets answered. */
const completions = (given: string): readonly string[] =>
  given.includes('U') ? [...completions(given.replace('U', 'T')), ...completions(given.replace('U', 'F'))] : [given];

type Logic = (a: boolean, b: boolean, c: boolean) => boolean;
const count = (...all: readonly boolean[]): number => all.filter(Boolean).length;

/** Strong Kleene logic with each leaf once: what all completions agree on (Kleene 1952, section 64). */
const logics: readonly (readonly [string, Logic])[] = [
  ['A and B and C', (a, b, c) => a && b && c],
  ['A or B or C', (a, b, c) => a || b || c],
  ['not A', (a) => !a],
  ['not (A and B) or C', (a, b, c) => !(a && b) || c],
  ['A and (B or C)', (a, b, c) => a && (b || c)],
  ['at least 1 of (A; B; C)', (a, b, c) => count(a, b, c) >= 1],
  ['at least 2 of (A; B; C)', (a, b, c) => count(a, b, c) >= 2],
  ['at least 3 of (A; B; C)', (a, b, c) => count(a, b, c) >= 3],
  ['(if A then B else C)', (a, b, c) => (a ? b : c)],
];
for (const [short, logic] of logics)
  test(`${short}: all 27 rows agree with their completions`, () => {
    for (const given of triples) {
      const outcomes = completions(given).map((row) => {
        const [a = false, b = false, c = false] = [...row].map((letter) => letter === 'T');
        return logic(a, b, c);
      });
      const expected = outcomes.every(Boolean) ? 'T' : outcomes.some(Boolean) ? 'U' : 'F';
      assert.equal(decided(short, given), expected, given);
    }
  });

/** Alternative measures: any available passes → true; some available and none passes → false; none → unknown. */
const pairs = ['TT', 'TF', 'TU', 'FT', 'FF', 'FU', 'UT', 'UF', 'UU'] as const;
const tables: readonly (readonly [string, string])[] = [
  ['any available of (A; B)', 'TTTTFFTFU'],
  ['first available of (A; B)', 'TTTFFFTFU'],
];
for (const [short, expected] of tables)
  test(`${short}: ${pairs.join(' ')} → ${expected}`, () =>
    assert.equal(pairs.map((given) => decided(short, given)).join(''), expected));

/** UPCR and its censored form: what is reported as below a limit above the threshold is available, and undecided. */
const censored: readonly (readonly [string, string | undefined, string | undefined, Truth])[] = [
  ['any', '<0.8 g/g', undefined, 'unknown'],
  ['any', '<0.8 g/g', '0.4 g/24h', 'true'],
  ['any', '<0.8 g/g', '0.6 g/24h', 'unknown'],
  ['any', '<0.4 g/g', undefined, 'true'],
  ['any', undefined, '0.6 g/24h', 'false'],
  ['any', 'not done', '0.6 g/24h', 'false'],
  ['any', 'not done', 'not done', 'unknown'],
  ['any', '0.4', '0.6 g/24h', 'false'],
  ['first', '<0.8 g/g', '0.4 g/24h', 'unknown'],
  ['first', '0.6 g/g', '0.4 g/24h', 'false'],
  ['first', 'not done', '0.4 g/24h', 'true'],
  ['first', '0.4 mmol', '0.4 g/24h', 'true'],
];
for (const [which, upcr, protein, expected] of censored)
  test(`${which} available of UPCR ${upcr}, protein ${protein}, below 0.5: ${expected}`, () => {
    const items = {
      ...(upcr === undefined ? {} : { 'UPCR at week 24': upcr }),
      ...(protein === undefined ? {} : { 'protein-24h at week 24': protein }),
    };
    const sentence = `${which} available of (UPCR < 0.5 g/g; protein-24h < 0.5 g/24h)`;
    assert.equal(truthOf(sentence, { items }, 'week 24'), expected);
  });

const levels: readonly (readonly [string, string | undefined, Truth])[] = [
  ['urine-hCG = negative', 'negative', 'true'],
  ['urine-hCG = negative', 'positive', 'false'],
  ['urine-hCG = negative', undefined, 'unknown'],
  ['urine-hCG = negative', 'not done', 'unknown'],
  ['urine-hCG != negative', 'negative', 'false'],
  ['urine-hCG != negative', 'positive', 'true'],
  ['urine-hCG != negative', undefined, 'unknown'],
  ['urine-hCG in (negative, positive)', undefined, 'true'],
  ['urine-hCG in (positive)', 'negative', 'false'],
  ['not urine-hCG = negative', undefined, 'unknown'],
];
for (const [sentence, answer, expected] of levels)
  test(`${sentence}, with ${answer}: ${expected}`, () =>
    assert.equal(
      truthOf(sentence, answer === undefined ? {} : { items: { 'urine-hCG at week 4': answer } }, 'week 4'),
      expected,
    ));

test('reached: true with a date, otherwise not yet known', () => {
  assert.equal(truthOf('reached consent', { dates: { consent: '2026-05-01' } }), 'true');
  const proof = ask('reached consent', {});
  assert.equal(proof.truth, 'unknown');
  assert.deepEqual(proof.missing, [{ kind: 'date', of: 'consent', written: undefined }]);
});

test('undefined is unknown, for want of a rule', () => {
  const proof = ask('undefined "nobody said"', {});
  assert.equal(proof.truth, 'unknown');
  assert.deepEqual(proof.missing, [{ kind: 'no rule', reason: 'nobody said' }]);
});

test('a judgement leads to its record; an unanswered one is missing', () => {
  assert.deepEqual(ask('judged "A" at week 4', { judged: { A: 'yes' } }).evidence, [
    { record: 'week 4/A', what: 'judged "A"', written: 'yes', date: undefined },
  ]);
  assert.deepEqual(ask('judged "A"', {}, 'baseline').missing, [{ kind: 'judgement', text: 'A', point: 'baseline' }]);
});

test('a reference asks its definition at its own point, or here', () => {
  const items = { 'UPCR at week 4': '0.4 g/g', 'UPCR at week 24': '0.6 g/g' };
  assert.equal(truthOf('low-protein at week 4', { items }, 'week 24'), 'true');
  assert.equal(truthOf('low-protein', { items }, 'week 24'), 'false');
  assert.equal(truthOf('low-protein at baseline', { items }, 'week 24'), 'unknown');
  assert.equal(truthOf('CR at week 4', { items: { ...items, 'creatinine at week 4': '1.2 mg/dL' } }), 'true');
  assert.equal(truthOf('not CR at week 4', { items }), 'unknown', 'CR unknown, so not CR is unknown');
});

test('an `if` shows the test and the branch taken; undecided, both', () => {
  const parts = (judged: Readonly<Record<string, 'yes' | 'no'>>): number =>
    ask('(if judged "A" at baseline then judged "B" at baseline else judged "C" at baseline)', { judged }).parts.length;
  assert.equal(parts({ A: 'yes' }), 2);
  assert.equal(parts({ A: 'no' }), 2);
  assert.equal(parts({}), 3);
});

test('what a missing definition or point would mean is broken, not unknown', () => {
  const setting = { lexicon, definitions: new Map() };
  assert.throws(() => compileCondition(conditionOf('CR'), setting), /CR is not defined/);
  assert.throws(() => ask('judged "A"', {}), /without a point/);
});

test('asking twice gives the same, in any order', () => {
  const setting = { lexicon, definitions: new Map() };
  const compiled = compileCondition(conditionOf('UPCR < 0.5 g/g or judged "A"'), setting);
  const charts = [{ items: { 'UPCR at week 4': '0.4 g/g' } }, {}, { judged: { A: 'no' as const } }].map((facts) =>
    chartFrom(facts),
  );
  const first = charts.map((chart) => compiled(chart, 'week 4').truth);
  const again = charts.toReversed().map((chart) => compiled(chart, 'week 4').truth);
  assert.deepEqual(first, again.toReversed());
  assert.deepEqual(first, ['true', 'unknown', 'unknown']);
});

test('learning more never changes what was decided, for the connectives of Kleene', () => {
  const letter = fc.constantFrom('T', 'F', 'U');
  fc.assert(
    fc.property(fc.constantFrom(...logics.map(([short]) => short)), letter, letter, letter, (short, a, b, c) => {
      const before = decided(short, a + b + c);
      if (before === 'U') return;
      for (const row of completions(a + b + c)) assert.equal(decided(short, row), before);
    }),
    { numRuns: 200, seed: 1 },
  );
  assert.equal(letters[decided('A', 'T')], 'true');
});
