import assert from 'node:assert/strict';
import test from 'node:test';
import { agree, readRun } from './statistics-run.ts';

const runOf = (...found: readonly number[]) => ({ whole: 2, work: 1, found });

test('a run is its seconds and what it found', () => {
  assert.deepEqual(readRun('0.5 1156.126 -0.25\n', 2), { whole: 2, work: 0.5, found: [1156.126, -0.25] });
});

const broken = ['', '0.5', 'NA 1', '0.5 NA', 'Error in library 1'];
for (const printed of broken) {
  test(`no run: ${JSON.stringify(printed)}`, () => {
    assert.throws(() => readRun(printed, 1), /no seconds and numbers/);
  });
}

const rows: readonly (readonly [a: readonly number[], b: readonly number[], expected: boolean])[] = [
  [[1, 2], [1, 2], true],
  [[1000], [1009], true],
  [[1000], [1011], false],
  [[0.001], [0.01], true],
  [[0.5], [0.52], false],
  [[1, 2], [1], false],
];
for (const [a, b, expected] of rows) {
  test(`${a} and ${b} within a hundredth: ${expected}`, () => {
    assert.equal(agree(runOf(...a), runOf(...b), 0.01), expected);
  });
}

test('without a run there is nothing to agree with', () => {
  assert.equal(agree(runOf(1), undefined, 1), false);
  assert.equal(agree(undefined, runOf(1), 1), false);
});
