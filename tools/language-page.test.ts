import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checkFormula } from '#core/criteria/check.ts';
import { isUnreadable, readFormula } from '#core/criteria/read.ts';
import { readStudy } from '#core/study/compile-study.ts';

/** docs/language.md: every sentence in a `criterion`, `endpoint` or `refused` block is held to what the page says of it. */
const page = readFileSync('docs/language.md', 'utf8');
const { study } = readStudy(readFileSync('trials/nct05631717/study.yaml', 'utf8'));

const blocks = (language: string): readonly (readonly string[])[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((found) =>
    (found[1] ?? '').split('\n').filter((line) => line !== ''),
  );

const problemsOf = (sentence: string, pointsRequired: boolean): readonly string[] => {
  assert.ok(study);
  const { lexicon } = study;
  const formula = readFormula(sentence, lexicon);
  if (isUnreadable(formula)) return [formula.problem];
  return checkFormula(formula, { lexicon, pointsRequired, isScheduled: () => true }).map((problem) => problem.problem);
};

const readable = [
  ['criterion', true],
  ['endpoint', false],
] as const;

for (const [language, pointsRequired] of readable) {
  const sentences = blocks(language).flat();
  test(`the page has ${language} sentences`, () => assert.ok(sentences.length > 5));
  for (const sentence of sentences)
    test(`read as ${language}: ${sentence}`, () => assert.deepEqual(problemsOf(sentence, pointsRequired), []));
}

for (const block of blocks('refused')) {
  assert.ok(block.length % 2 === 0 && block.length > 0, 'a refused block has a sentence and its problem, in turn');
  for (let line = 0; line < block.length; line += 2) {
    const [sentence = '', answer = ''] = block.slice(line, line + 2);
    test(`refused: ${sentence}`, () =>
      assert.deepEqual(
        problemsOf(sentence, true).map((problem) => `-> ${problem}`),
        [answer],
      ));
  }
}
