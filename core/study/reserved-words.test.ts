import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { reservedWords } from './reserved-words.ts';

const folder = new URL('../criteria/', import.meta.url);

/** The words that the readers of the language take, from their own text: what stands in quotes where words are taken. */
const wordsOfReaders = (): ReadonlySet<string> => {
  const readers = readdirSync(folder).filter((file) => /^read.*(?<!\.test)\.ts$/.test(file));
  const text = readers.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  const taken = [
    ...text.matchAll(/(?:take|need|sees)Words\(([^()]*)\)/g),
    ...text.matchAll(/(?:directions = |\(|join: )\[?((?:'[a-z]+'(?:, | \| )?)+)\]? as const/g),
    ...text.matchAll(/(?:directions|choices) = \[(.*)\] as const/g),
    ...text.matchAll(/^ {2}\['[a-z ]+', \[(.*)\]\],$/gm),
  ].flatMap(([, words]) => [...(words ?? '').matchAll(/'([a-z]+)'/g)].map(([, word]) => word ?? ''));
  return new Set(taken);
};

test('the reserved words are those that the readers take', () => {
  const taken = wordsOfReaders();
  assert.ok(taken.size > 40, `${taken.size} words`);
  assert.deepEqual([...reservedWords].toSorted(), [...taken].toSorted());
});
