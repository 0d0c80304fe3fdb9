import assert from 'node:assert/strict';
import test from 'node:test';
import { watch } from './schema-watch.ts';

const least = { id: 'vitals', title: 'Vital signs', doses: ['drip'], measures: ['heart-rate'] };

test('what a watch may say', () => {
  const rows = [
    [least, true],
    [{ ...least, before: false, 'minutes from start': [15, 30], 'minutes from end': [120], 'minutes late': 10 }, true],
    [{ ...least, doses: [] }, false],
    [{ ...least, measures: [] }, false],
    [{ ...least, 'minutes from start': [0] }, false],
    [{ ...least, 'minutes from start': [7.5] }, false],
    [{ ...least, 'minutes from end': [10_081] }, false],
    [{ ...least, every: 15 }, false],
  ] as const;
  for (const [written, expected] of rows)
    assert.equal(watch.safeParse(written).success, expected, JSON.stringify(written));
});
