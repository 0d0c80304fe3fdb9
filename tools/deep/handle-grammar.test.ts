/** Sentences over the whole grammar: `GRAMMAR_RUNS=20000 GRAMMAR_SEED=a node --test tools/deep/handle-grammar.test.ts`. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { anyFormula } from '#core/criteria/any-sentence/given.ts';
import { conditionOf, lexicon } from '#core/criteria/given.ts';
import { printFormula } from '#core/criteria/print.ts';
import { fuzz } from './fuzzing.ts';
import { handleSentence } from './handle-sentence.ts';
import { mutateSentence } from './mutate.ts';

const words = {
  lexicon,
  definitions: new Map([
    ['low-protein', conditionOf('UPCR < 0.5 g/g')],
    ['CR', conditionOf('low-protein and creatinine <= 1.2 mg/dL')],
  ]),
};

const numberOf = (seed: string): number => [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
const seed = process.env.GRAMMAR_SEED ?? 'npm test';
const runs = Number(process.env.GRAMMAR_RUNS ?? 2000);
const sentences = fc.sample(anyFormula, { seed: numberOf(seed), numRuns: 2000 }).map(printFormula);

test(`${runs} sentences over the whole grammar, half of them mutated, seed ${seed}: none throws or takes long`, () => {
  const { counts, broken } = fuzz(
    'grammar',
    runs,
    seed,
    (stream) => {
      const sentence = stream.pick(sentences);
      return stream.chance(0.5) ? sentence : mutateSentence(sentence, sentences, stream);
    },
    (sentence) => handleSentence(sentence, words),
  );
  assert.deepEqual(broken, []);
  const { refused = 0, accepted = 0, 'at fault': atFault = 0 } = counts;
  assert.equal(refused + accepted + atFault, runs);
  assert(refused > runs / 4 && accepted > runs / 8 && atFault > runs / 10, JSON.stringify(counts));
});

/** Constructs that the study of the other fuzz run may not write. */
const constructs: readonly string[] = [
  'classify (',
  'first point from',
  'any point from',
  'every point from',
  ' x ULN',
  'integral of',
  'number of new',
  'where (',
  'lasting at least',
  'dose of',
  'other than',
  'known ',
  'includes only',
  'first available of',
  'undefined "',
];
const all = sentences.join('\n');
for (const construct of constructs)
  test(`some sentence has ${construct}`, () => assert(all.includes(construct), construct));

test('a sentence in these words is asked of everybody', () => {
  assert.equal(handleSentence('CR or received prednisone where (failed) ever', words), 'accepted');
  assert.equal(handleSentence('creatinine > 2', words), 'at fault');
  assert.equal(handleSentence('creatinin > 2 mg/dL', words), 'refused');
});
