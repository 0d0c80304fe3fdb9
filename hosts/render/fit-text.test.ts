import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fitText, lettersOf } from './fit-text.ts';

/** The text, how many letters fit, and the lines. */
const rows: readonly (readonly [text: string, letters: number, lines: readonly string[]])[] = [
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 13, ['one two three']],
  ['', 10, []],
  ['  blanks \n between  ', 20, ['blanks between']],
  ['a glucocorticoid', 6, ['a', 'glucoc', 'ortico', 'id']],
  ['one two\u00a0(n\u00a0=\u00a05)', 14, ['one', 'two\u00a0(n\u00a0=\u00a05)']],
  ['狼疮性肾炎', 6, ['狼疮性', '肾炎']],
  ['狼', 1, ['狼']],
];

for (const [text, letters, lines] of rows)
  test(`"${text}" in ${letters}`, () => assert.deepEqual(fitText(text, letters), lines));

test('nothing is lost or added, and no line is too long unless it is one wide character', () => {
  const word = fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom('a', 'é', '狼', '(', '\u00a0') });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), fc.integer({ min: 2, max: 20 }), (words, letters) => {
      const text = words.join(' ');
      const lines = fitText(text, letters);
      const packed = (some: string): string => some.trim().replaceAll(/[ \t\r\n]/g, '');
      assert.equal(packed(lines.join('')), packed(text));
      for (const line of lines) assert.ok(lettersOf(line) <= letters, line);
    }),
  );
});
