import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { acceptedLevels, readLevels } from './read-levels.ts';

/** Classes as in bajema2018. */
const classes = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

test('several levels in the order of the list, however they were joined', () => {
  const rows = [
    ['III', ['III']],
    ['III, V', ['III', 'V']],
    ['III,V', ['III', 'V']],
    ['III+V', ['III', 'V']],
    ['III + V', ['III', 'V']],
    ['V, III', ['III', 'V']],
    [' IV ', ['IV']],
    ['IV+V, II', ['II', 'IV', 'V']],
  ] as const;
  for (const [written, expected] of rows) assert.deepEqual(readLevels(written, classes), expected, written);
});

test('anything else is not read', () => {
  const rows = ['', ' ', 'iii', '3', 'III V', 'III/V', 'III, ', '+V', 'III, III', 'VII', 'IV-S', 'III (A/C)', 'none'];
  for (const written of rows) assert.equal(readLevels(written, classes), undefined, written);
});

test('what is written of any levels is read again', () => {
  const some = fc.shuffledSubarray([...classes], { minLength: 1 });
  fc.assert(
    fc.property(some, fc.constantFrom(', ', ',', '+', ' + '), (levels, sign) => {
      const expected = classes.filter((each) => levels.includes(each));
      assert.deepEqual(readLevels(levels.join(sign), classes), expected);
    }),
  );
});

test('a refusal says what is taken, and what it says is taken', () => {
  assert.equal(acceptedLevels(classes), 'one or several of I, II, III, IV, V, VI, written "I, II" or "I+II"');
  assert.deepEqual(readLevels('I, II', classes), ['I', 'II']);
  assert.equal(acceptedLevels(['a', 'b']), 'one or several of a, b, written "a, b" or "a+b"');
});
