import assert from 'node:assert/strict';
import test from 'node:test';
import { sayNumber3, sayPeople, sayWithUnit } from './said.ts';

test('three digits that matter, whole numbers whole', () => {
  const rows = [
    [14, '14'],
    [-5, '−5'],
    [1234.5, '1235'],
    [96.84, '96.8'],
    [2.345, '2.35'],
    [0.456, '0.46'],
    [-0.0312, '−0.031'],
    [0, '0'],
  ] as const;
  for (const [value, expected] of rows) assert.equal(sayNumber3(value), expected);
});

test('units and people', () => {
  assert.deepEqual(
    [sayWithUnit(2.5, 'g/g'), sayWithUnit(-50, '%'), sayWithUnit(9, undefined), sayPeople(1), sayPeople(20)],
    ['2.50 g/g', '−50%', '9', '1 participant', '20 participants'],
  );
});
