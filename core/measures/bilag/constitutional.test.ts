import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assessment, closed, involved, lettersFor, lettersOfOpen } from './given.ts';
import { gradeBilag } from './grade-bilag.ts';

/** yee2010: fever, weight loss, enlarged nodes or spleen, anorexia; the level of each in that order. */
const answersOf = (levels: string) =>
  Object.fromEntries([...levels].flatMap((level, index) => (level === '-' ? [] : [[index + 1, Number(level)]])));
const grade = (levels: string): string => lettersFor('constitutional', answersOf(levels), closed);
const open = (levels: string): string => lettersOfOpen('constitutional', answersOf(levels));

test('fever and two others make an A, either alone a B, anything present a C', () => {
  const rows = [
    ['2220', 'A'],
    ['3044', 'A'],
    ['2202', 'A'],
    ['2222', 'A'],
    ['1222', 'B'],
    ['0220', 'B'],
    ['0022', 'B'],
    ['2000', 'B'],
    ['2210', 'B'],
    ['2111', 'B'],
    ['1000', 'C'],
    ['0100', 'C'],
    ['0020', 'C'],
    ['0400', 'C'],
    ['1111', 'C'],
    ['1210', 'C'],
    ['0000', 'E'],
  ] as const;
  for (const [levels, expected] of rows) assert.equal(grade(levels), expected, levels);
});

test('what is missing leaves what it could lead to, and no more', () => {
  const rows = [
    ['-220', 'A/B'],
    ['222-', 'A'],
    ['-222', 'A/B'],
    ['2-00', 'B'],
    ['2-20', 'A/B'],
    ['0-00', 'C/E'],
    ['0-20', 'B/C'],
    ['--00', 'B/C/E'],
    ['----', 'A/B/C/E'],
  ] as const;
  for (const [levels, expected] of rows) assert.equal(open(levels), expected, levels);
});

const cell = fc.constantFrom('0', '1', '2', '3', '4', '-');
const completions = (levels: string): readonly string[] =>
  levels.includes('-') ? [...'01234'].flatMap((level) => completions(levels.replace('-', level))) : [levels];

test('what stays possible is exactly what all completions come to', () => {
  fc.assert(
    fc.property(fc.tuple(cell, cell, cell, cell), (cells) => {
      const levels = cells.join('');
      const grades = new Set(completions(levels).map(grade));
      assert.equal(open(levels), [...grades].toSorted().join('/'), levels);
    }),
    { numRuns: 40 },
  );
});

test('the reasons are the items that decide', () => {
  const reasonsOf = (levels: string) =>
    gradeBilag(assessment(answersOf(levels)), undefined, involved([])).systems.constitutional.possible.map((each) => [
      each.grade,
      each.reasons.map(({ rule, items }) => `${items.join()} ${rule}`),
    ]);
  assert.deepEqual(reasonsOf('3021'), [['B', ['1 fever']]]);
  assert.deepEqual(reasonsOf('2220'), [['A', ['1 fever', '2 weight loss', '3 enlarged lymph nodes or spleen']]]);
  assert.deepEqual(reasonsOf('0202'), [['B', ['2 weight loss', '4 anorexia']]]);
  assert.deepEqual(reasonsOf('0201'), [['C', ['2 weight loss', '4 anorexia']]]);
  assert.deepEqual(reasonsOf('-220'), [
    ['A', ['1 fever', '2 weight loss', '3 enlarged lymph nodes or spleen']],
    ['B', ['2 weight loss', '3 enlarged lymph nodes or spleen']],
  ]);
});
