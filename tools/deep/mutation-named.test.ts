import assert from 'node:assert/strict';
import test from 'node:test';
import { namesIn, survivorName } from './mutation-named.ts';

const survivor = { line: 7, mutator: 'EqualityOperator', was: 'a > 1', became: 'a >= 1' } as const;

test('a survivor is named by its file and its change, wherever its line has moved', () => {
  assert.equal(survivorName({ path: 'core/measures/bilag/renal.ts', ...survivor }), 'bilag/renal.ts: a > 1 → a >= 1');
  assert.equal(
    survivorName({ path: 'core/quantities/truth.ts', ...survivor }),
    'core/quantities/truth.ts: a > 1 → a >= 1',
  );
});

test('names stand in blocks of text, and nowhere else on the page', () => {
  const page =
    '# Title\n\na.ts: x → y\n\n```text\na.ts: a → b\nb.ts: c → d\n```\nwords\n```sh\nnode a.ts\n```\n```text\nc\n```\n';
  assert.deepEqual([...namesIn(page, 'core/measures/')], ['a.ts: a → b', 'b.ts: c → d', 'c']);
});

test('names of another folder say it, and are of that folder only', () => {
  const page = '```text\na.ts: a → b\ncore/statistics/b.ts: c → d\n```\n';
  assert.deepEqual([...namesIn(page, 'core/measures/')], ['a.ts: a → b']);
  assert.deepEqual([...namesIn(page, 'core/statistics/')], ['core/statistics/b.ts: c → d']);
  assert.deepEqual([...namesIn(page, 'core/study/')], []);
});
