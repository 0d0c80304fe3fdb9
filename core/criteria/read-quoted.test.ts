import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf, unreadable } from './given.ts';

test('a quotation is kept as written', () => {
  const read = conditionOf('judged "fit, for the trial; (or not)"');
  assert.equal(read.kind === 'judgement' && read.text, 'fit, for the trial; (or not)');
});

/** Sentence, what was expected. */
const refused: readonly (readonly [string, string])[] = [
  ['judged fit', 'the judgement in quotes'],
  ['judged "  "', 'the judgement in quotes'],
  ['undefined ""', 'the reason in quotes'],
  ['classify (low: pregnant)', 'the class in quotes'],
  ['classify ("low": pregnant; otherwise high)', 'the other class in quotes'],
];
for (const [sentence, expected] of refused)
  test(`${sentence} expects ${expected}`, () => assert.deepEqual(unreadable(sentence).expected, [expected]));
