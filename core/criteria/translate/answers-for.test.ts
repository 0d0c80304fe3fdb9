import assert from 'node:assert/strict';
import test from 'node:test';
import { type ChartFacts, chartFrom, conditionOf, lexicon } from '../given.ts';
import type { Condition } from '../syntax.ts';
import { answersFor, type ParticipantAnswers } from './answers-for.ts';
import { translateToElm } from './elm.ts';

const glossary = { lexicon, definitions: new Map<string, Condition>() };

const answersTo = (sentences: string, facts: ChartFacts): ParticipantAnswers => {
  const named = sentences
    .split(' | ')
    .map((sentence) => ({ name: sentence, formula: conditionOf(sentence), here: 'week 24' }));
  return answersFor(translateToElm({ id: 'some', version: '1' }, named, glossary), glossary)(chartFrom(facts));
};

/** `UPCR 0.4 g/g; UPCR at baseline <2 g/g` at week 24 unless it says otherwise. */
const facts = (written: string): ChartFacts => ({
  items: Object.fromEntries(
    written.split('; ').map((each) => {
      const [, item = '', point = 'week 24', value = ''] = /^(\S+)(?: at (\S+))? (.*)$/.exec(each) ?? [];
      return [`${item} at ${point}`, value];
    }),
  ),
});

const low = 'UPCR < 0.5 g/g';
const either = 'any available of (UPCR < 0.5 g/g; protein-24h < 0.5 g/24h)';

/** Sentences, what is known, what is passed for the first parameter, and the leaves that are not held. */
const rows: readonly (readonly [string, string, bigint | string | null, readonly string[]])[] = [
  [low, 'UPCR 0.4999 g/g', 4999n, []],
  [low, 'UPCR 113.12 mg/mmol', 10_000n, []],
  [low, 'PGA 1', null, []],
  // Below the limit of the assay and decided: a number that decides alike.
  [low, 'UPCR <0.1 g/g', 999n, []],
  [low, 'UPCR >=3 g/g', 30_000n, []],
  ['UPCR < 0.5 g/g | UPCR > 0.001 g/g', 'UPCR <0.1 g/g', null, ['UPCR at week 24 < 0.5 g/g']],
  // Open for the whole range: null.
  [low, 'UPCR <0.6 g/g', null, []],
  ['UPCR falls by > 50% from baseline', 'UPCR <0.6 g/g; UPCR at baseline 1 g/g', null, []],
  ['UPCR falls by > 50% from baseline', 'UPCR <0.5 g/g; UPCR at baseline 1 g/g', 4999n, []],
  // Undecided and yet available, which null does not say.
  [either, 'UPCR <0.6 g/g; protein-24h 1 g/24h', null, ['UPCR at week 24 < 0.5 g/g']],
  [either, 'UPCR <0.4 g/g; protein-24h 1 g/24h', 3999n, []],
  [either, 'protein-24h 1 g/24h', null, []],
  // More places than are passed: a neighbour that decides alike, on either side of the limit.
  ['UPCR > 1 g/g', 'UPCR 113.121 mg/mmol', 10_001n, []],
  ['UPCR < 1 g/g', 'UPCR 113.119 mg/mmol', 9_999n, []],
  ['UPCR != 1 g/g', 'UPCR 1.00001 g/g', 10_001n, []],
  [
    'UPCR between 1.00001 g/g and 1.00003 g/g',
    'UPCR 1.00002 g/g',
    null,
    ['UPCR at week 24 between 1.00001 g/g and 1.00003 g/g'],
  ],
  // Beyond what the arithmetic of Integer holds.
  [low, 'UPCR 99999999 g/g', null, ['UPCR at week 24 < 0.5 g/g']],
  ['pregnant', 'pregnant yes', 'yes', []],
  ['pregnant', 'lactating yes', null, []],
];
for (const [sentences, written, first, unheld] of rows)
  test(`${sentences}, with ${written}: ${first}`, () => {
    const found = answersTo(sentences, facts(written));
    assert.deepEqual([...found.answers.values()][0], first);
    assert.deepEqual(
      found.unheld.map(({ atom }) => atom),
      unheld,
    );
  });

test('a score with items missing is passed where it is decided, and is null where it is not', () => {
  const present = (...names: readonly string[]): ChartFacts =>
    facts(names.map((name) => `SLEDAI-2K.${name} present`).join('; '));
  assert.equal(answersTo('SLEDAI-2K >= 6', present('seizure')).answers.get('SLEDAI-2K at week 24'), 105n);
  assert.equal(answersTo('SLEDAI-2K >= 6', present('arthritis')).answers.get('SLEDAI-2K at week 24'), null);
  assert.deepEqual(answersTo('SLEDAI-2K >= 6', present('arthritis')).unheld, []);
});

test('judgements, points and histories are passed as we decide them', () => {
  const sentence = 'judged "well" | reached consent | had infection ever';
  const told = answersTo(sentence, {
    judged: { well: 'no' },
    dates: { consent: '2026-05-10' },
    history: [{ concept: 'pneumonia', start: '2026-01-01' }],
  });
  assert.deepEqual([...told.answers.values()], [false, true, true]);
  assert.deepEqual([...answersTo(sentence, {}).answers.values()], [null, null, null]);
});

test('what is not held names the parameters of its leaf', () => {
  const { unheld } = answersTo(
    `${either} | UPCR falls by > 50% from baseline`,
    facts('UPCR <0.6 g/g; protein-24h 1 g/24h'),
  );
  assert.deepEqual(unheld[0], { atom: 'UPCR at week 24 < 0.5 g/g', parameters: ['UPCR at week 24'] });
});
