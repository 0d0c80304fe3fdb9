import assert from 'node:assert/strict';
import test from 'node:test';
import { sayRange } from '#core/measures/say.ts';
import { between, everything, exactly, lessThan, type Range } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { computePercentChange } from './change-from-anchor.ts';

const n = (value: number): Range => exactly(rational(value));
const from = (low: number, high: number): Range => between(rational(low), rational(high));

// By hand: 100·value/anchor − 100.
// biome-ignore format: one row a line
const rows: readonly (readonly [value: Range, anchor: Range, percent: string])[] = [
  [n(3), n(4), '-25'],
  [n(8), n(4), '100'],
  [n(0), n(4), '-100'],
  [from(2, 6), n(4), '-50 to 50'],
  // An anchor between 4 and 8 is used once: 6/8 to 6/4, and not the quotients of two different anchors.
  [n(6), from(4, 8), '-25 to 50'],
  [lessThan(rational(1)), n(4), 'below -75'],
  [n(4), n(0), 'not known'],
  [n(4), from(0, 8), 'not known'],
  [everything, n(4), 'not known'],
];

for (const [value, anchor, percent] of rows)
  test(`${sayRange(value)} from ${sayRange(anchor)}: ${percent}`, () => {
    const said = sayRange(computePercentChange(value, anchor));
    assert.equal(said.replace(/^less than |^< ?/, 'below '), percent);
  });
