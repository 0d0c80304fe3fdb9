import assert from 'node:assert/strict';
import test from 'node:test';
import type { SentenceCursor } from './cursor.ts';
import { lexicon } from './given.ts';
import { readNumber } from './read-number.ts';
import { isUnlexable, tokenise } from './token.ts';

const cursorAt = (text: string): SentenceCursor => {
  const tokens = tokenise(text);
  assert(!isUnlexable(tokens));
  return { tokens, lexicon, length: text.length, at: 0, depth: 0, subject: undefined };
};

/** Text, the number, its unit, how many tokens were taken. */
const rows: readonly (readonly [string, string, string | undefined, number])[] = [
  ['1.20 mg/dL', '1.20', 'mg/dL', 2],
  ['2.5 10^9/L', '2.5', '10^9/L', 2],
  ['5 /[HPF]', '5', '/[HPF]', 2],
  ['6', '6', undefined, 1],
  ['6 and pregnant', '6', undefined, 1],
  ['3 x ULN', '3', undefined, 1],
  ['6 since baseline', '6', undefined, 1],
  ['6 otherwise', '6', undefined, 1],
];
for (const [text, written, unit, taken] of rows)
  test(text, () => {
    const cursor = cursorAt(text);
    const read = readNumber(cursor);
    assert.deepEqual([read.written, read.unit, cursor.at], [written, unit, taken]);
  });

test('a word that is no unit is refused with the nearest one', () =>
  assert.throws(() => readNumber(cursorAt('1 mg/dLx')), /unit/));
