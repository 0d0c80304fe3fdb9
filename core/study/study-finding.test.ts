import assert from 'node:assert/strict';
import test from 'node:test';
import { writePath } from './study-finding.ts';

test('a path as a person writes it', () => {
  const rows = [
    [[], ''],
    [['title'], 'title'],
    [['eligibility', 'include', 2, 'rule'], 'eligibility.include[2].rule'],
    [['arms', 0, 'doses', 1, 'weight at'], 'arms[0].doses[1].weight at'],
    [['list', 0, 1], 'list[0][1]'],
    [['a\u001b\ud800', 'b'], 'a\\u{1b}\\u{d800}.b'],
  ] as const;
  for (const [path, expected] of rows) assert.equal(writePath(path), expected);
});
