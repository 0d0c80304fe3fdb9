import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { colourStyle, count, layOutRows, plainStyle, wrap } from './text.ts';

test('the first column stands to the left, the others to the right, two blanks between', () => {
  assert.deepEqual(
    layOutRows([
      ['', 'msc', 'il-2'],
      ['randomised', '20', '20'],
      ['withdrew', '0', '1'],
    ]),
    ['              msc  il-2', '  randomised   20    20', '  withdrew      0     1'],
  );
});

test('rows of unequal length, no rows, another indent', () => {
  assert.deepEqual(layOutRows([['a'], ['bb', '1', '2'], []]), ['  a', '  bb  1  2', '']);
  assert.deepEqual(layOutRows([]), []);
  assert.deepEqual(layOutRows([['a', 'b']], '    '), ['    a  b']);
});

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', '-', '(', 'é') });

test('columns end at the same place in every row that has them', () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(word, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    );
  fc.assert(
    fc.property(table, (rows) => {
      const lines = layOutRows(rows);
      assert.equal(new Set(lines.map((line) => line.length)).size, 1);
      for (const [index, line] of lines.entries()) assert.ok(line.endsWith(rows[index]?.at(-1) ?? '?'));
    }),
  );
});

/** The text, the width, the indent of later lines, and the lines. */
const wrapped: readonly (readonly [string, number, string, readonly string[]])[] = [
  ['one two three', 7, '', ['one two', 'three']],
  ['one two three', 8, '  ', ['one two', '  three']],
  ['one two three four', 9, '  ', ['one two', '  three', '  four']],
  ['short', 80, '  ', ['short']],
  ['', 10, '  ', ['']],
  ['  many   blanks\nand lines ', 80, '', ['many blanks and lines']],
  ['averyverylongword and', 5, ' ', ['averyverylongword', ' and']],
];

for (const [text, width, indent, lines] of wrapped)
  test(`"${text}" in ${width}`, () => assert.deepEqual(wrap(text, width, indent), lines));

test('wrapping loses and adds no word, and no line of several words is too long', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 6, max: 40 }), (words, width) => {
      const lines = wrap(words.join(' '), width, '   ');
      assert.deepEqual(
        lines
          .join(' ')
          .split(/\s+/)
          .filter((each) => each !== ''),
        words,
      );
      for (const line of lines) assert.ok(line.length <= width || !line.trim().includes(' '), line);
    }),
  );
});

test('a style changes no word', () => {
  for (const name of ['strong', 'faint', 'good', 'bad', 'open'] as const) {
    assert.equal(plainStyle[name]('x'), 'x');
    assert.match(colourStyle[name]('x'), /^.\[\d+mx.\[0m$/s);
  }
});

test('one is one, and none is several', () => {
  assert.deepEqual(
    [count(0, 'error'), count(1, 'error'), count(2, 'error'), count(1, 'criterion', 'criteria')],
    ['0 errors', '1 error', '2 errors', '1 criterion'],
  );
  assert.equal(count(18, 'criterion', 'criteria'), '18 criteria');
});
