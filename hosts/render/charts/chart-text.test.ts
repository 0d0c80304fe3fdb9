import assert from 'node:assert/strict';
import test from 'node:test';
import { cutText, linesOf, textAt, widthOf } from './chart-text.ts';

test('a text is cut with an ellipsis, and the whole stays its title', () => {
  assert.equal(cutText('cells', 11, 100), 'cells');
  const cut = cutText('Umbilical cord mesenchymal stem cells', 11, 80);
  assert.match(cut, /^Umbilical.*…$/);
  assert.ok(widthOf(cut, 11) <= 80);
  assert.equal(cutText('脐带间充质干细胞', 11, 30), '脐带…');
  const mark = textAt('A very long name & more', 10, 20, { room: 60 });
  assert.match(mark, /^<text x="10" y="20"><title>A very long name &amp; more<\/title>A very.*…<\/text>$/);
});

test('what is wide takes more room', () => {
  assert.ok(widthOf('WWW', 10) > widthOf('aaa', 10) && widthOf('aaa', 10) > widthOf('iii', 10));
  assert.equal(widthOf('', 10), 0);
  assert.equal(widthOf('ab', 20), 2 * widthOf('ab', 10));
});

test('lines break at blanks; no line is wider than its room', () => {
  const text = 'Differences of proportions, cells minus placebo, with 95% intervals by Miettinen and Nurminen';
  const lines = linesOf(text, 10, 200);
  assert.ok(lines.length > 1);
  assert.equal(lines.join(' '), text);
  for (const line of [...lines, ...linesOf('x'.repeat(300), 10, 90)]) assert.ok(widthOf(line, 10) <= 200);
  assert.deepEqual(linesOf('  ', 10, 90), []);
});
