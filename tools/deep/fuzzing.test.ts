import assert from 'node:assert/strict';
import test from 'node:test';
import { brokenBy, fuzz } from './fuzzing.ts';

test('outcomes are counted, and the first twenty texts that break something are shown', () => {
  const { counts, broken } = fuzz(
    'numbers',
    100,
    'seed',
    (stream) => String(stream.integer(2)),
    (text) => (text === '0' ? 'zero' : { broken: 'not zero' }),
  );
  assert.equal((counts.zero ?? 0) + (counts.broken ?? 0), 100);
  assert.equal(broken.length, 20);
  assert.match(broken[0] ?? '', /^run \d+: not zero ← "1"$/);
});

test('a seed repeats its texts', () => {
  const texts = (seed: string): readonly string[] => {
    const seen: string[] = [];
    fuzz(
      'texts',
      10,
      seed,
      (stream) => String(stream.nextWord()),
      (text) => {
        seen.push(text);
        return 'seen';
      },
    );
    return seen;
  };
  assert.deepEqual(texts('a'), texts('a'));
  assert.notDeepEqual(texts('a'), texts('b'));
});

test('what was thrown is said', () => {
  assert.deepEqual(brokenBy(new RangeError('too deep')), { broken: 'RangeError: too deep' });
  assert.deepEqual(brokenBy('odd'), { broken: 'odd' });
});
