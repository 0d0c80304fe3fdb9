import assert from 'node:assert/strict';
import test from 'node:test';
import { readDate } from '#core/quantities/partial-date.ts';
import { isWithin } from './within-span.ts';

const day = (date: string): number => Date.parse(date) / 86_400_000;
const span = { visit: 'week 24', from: day('2026-06-01'), until: day('2026-11-15') };

// biome-ignore format: one row a line
const rows: readonly (readonly [string, string])[] = [
  ['2026-05-31', 'false'], ['2026-06-01', 'true'], ['2026-11-15', 'true'], ['2026-11-16', 'false'],
  ['2026-05', 'false'], ['2026-06', 'true'], ['2026-11', 'unknown'], ['2026', 'unknown'], ['2027', 'false'],
];

for (const [written, expected] of rows)
  test(`${written}: ${expected}`, () => {
    const date = readDate(written);
    assert.ok(date);
    assert.equal(isWithin(date, span), expected);
  });
