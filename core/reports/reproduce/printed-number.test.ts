import assert from 'node:assert/strict';
import test from 'node:test';
import { countsPrinting, endsOf, placesOf, printsAs } from './printed-number.ts';

test('a number prints as it was printed, to its places', () => {
  const rows = [
    [0.0267, '0.027', true],
    [0.0504, '0.052', false],
    [0.1825, '0.18', true],
    [0.9999, '1.000', true],
    [0.125, '0.13', true],
    [0.125, '0.12', true],
    [0.1351, '0.13', false],
    [-6.66, '-6.7', true],
    [0.00008, '<0.0001', true],
    [0.0002, '<0.0001', false],
    [5.4, '5', true],
  ] as const;
  for (const [value, printed, expected] of rows)
    assert.equal(printsAs(value, printed), expected, `${value} ${printed}`);
  assert.deepEqual([placesOf('0.050'), placesOf('5'), placesOf('5.')], [3, 0, 0]);
  assert.deepEqual(endsOf('-6.7 to 12.1'), ['-6.7', '12.1']);
});

/** 46.4% of 135 would be 62.64 people: the estimate of a model, not a count. */
test('counts that print as a percentage, and a percentage that no count has', () => {
  assert.deepEqual(countsPrinting('83.3', 6), [5]);
  assert.deepEqual(countsPrinting('46.4', 135), []);
  assert.deepEqual(countsPrinting('0', 40), [0]);
  assert.deepEqual(
    countsPrinting('41', 179),
    [73, 74].filter((count) => Math.round((100 * count) / 179) === 41),
  );
});
