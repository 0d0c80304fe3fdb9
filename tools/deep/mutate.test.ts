import assert from 'node:assert/strict';
import test from 'node:test';
import { openStream, secretFromSeed } from '#core/randomisation/stream.ts';
import { mutateFile, mutateSentence } from './mutate.ts';

const sentence = 'UPCR falls by > 30% from baseline';
const others = [sentence, 'received rituximab within 24 weeks before screening'];
const file = 'a: 1\nb:\n  - c: x\n  - d: y\n';

const many = (seed: number, mutated: (stream: ReturnType<typeof openStream>) => string): readonly string[] => {
  const stream = openStream(secretFromSeed(seed), 'mutate');
  return Array.from({ length: 300 }, () => mutated(stream));
};

test('the same seed gives the same mutations, another seed others', () => {
  const sentences = (seed: number) => many(seed, (stream) => mutateSentence(sentence, others, stream));
  assert.deepEqual(sentences(1), sentences(1));
  assert.notDeepEqual(sentences(1), sentences(2));
});

test('mutations are many, change most texts, and reach for words of other sentences', () => {
  const sentences = many(1, (stream) => mutateSentence(sentence, others, stream));
  assert(new Set(sentences).size > 200);
  assert(sentences.filter((each) => each !== sentence).length > 240);
  assert(sentences.some((each) => each.includes('screening')));
  assert(sentences.some((each) => /\p{Cc}/u.test(each)));
  const files = many(1, (stream) => mutateFile(file, stream));
  assert(new Set(files).size > 150);
});

test('an empty text is mutated too', () => {
  for (const each of many(3, (stream) => mutateSentence('', others, stream) + mutateFile('', stream)))
    assert.equal(typeof each, 'string');
});
