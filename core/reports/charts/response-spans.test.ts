import assert from 'node:assert/strict';
import test from 'node:test';
import { sixScene } from './given.ts';
import { seenLevels, spansOf } from './response-spans.ts';

const seen = (written: string) =>
  written.split(' ').map((each, index) => ({
    day: 28 * (index + 1),
    level: each === '-' ? undefined : each,
    records: [],
  }));

test('a level lasts over the visits in a row at which it was seen', () => {
  const rows = [
    ['- PR PR CR -', ['PR 56 84', 'CR 112 112']],
    ['CR - CR', ['CR 28 28', 'CR 84 84']],
    ['PR CR PR PR', ['PR 28 28', 'CR 56 56', 'PR 84 112']],
    ['CR CR CR', ['CR 28 84']],
    ['- -', []],
  ] as const;
  for (const [written, expected] of rows)
    assert.deepEqual(
      spansOf(seen(written)).map(({ level, from, to }) => `${level} ${from} ${to}`),
      expected,
      written,
    );
});

test('what was seen of each participant at visits that were held', () => {
  const levels = seenLevels(sixScene);
  assert.deepEqual(
    sixScene.people.map((person) => levels(person).map(({ day, level }) => [day, level])),
    [[[168, 'CR']], [[168, 'PR']], [[168, undefined]], [[168, undefined]], [], [[168, undefined]]],
  );
});
