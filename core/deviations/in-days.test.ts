import assert from 'node:assert/strict';
import test from 'node:test';
import { readDay } from '#core/quantities/civil-date.ts';
import { fromTo, inDays } from './in-days.ts';

const rows: readonly (readonly [count: number, expected: string])[] = [
  [0, '0 days'],
  [1, '1 day'],
  [2, '2 days'],
  [120, '120 days'],
];
for (const [count, expected] of rows) test(`${count}: ${expected}`, () => assert.equal(inDays(count), expected));

test('a span of days, and one day', () => {
  const first = readDay('2026-02-27') ?? assert.fail();
  assert.equal(fromTo(first, first + 2), 'from 2026-02-27 to 2026-03-01');
  assert.equal(fromTo(first, first), 'on 2026-02-27');
});
