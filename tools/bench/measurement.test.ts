import assert from 'node:assert/strict';
import test from 'node:test';
import { median, timed } from './measurement.ts';

const rows: readonly (readonly [values: readonly number[], middle: number])[] = [
  [[3], 3],
  [[3, 1, 2], 2],
  [[10, 9, 100, 1, 2], 9],
  [[], Number.NaN],
];
for (const [values, middle] of rows)
  test(`the middle of ${values.join(', ') || 'nothing'}`, () => assert.equal(median(values), middle));

test('time is told for one of what was done', () => {
  const wait = (): void => {
    const end = performance.now() + 2;
    while (performance.now() < end);
  };
  const each = timed(() => {
    wait();
    return 4;
  });
  assert(each >= 500, `${each} µs`);
});
