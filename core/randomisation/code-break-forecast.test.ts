import assert from 'node:assert/strict';
import test from 'node:test';
import { bigStickProcess } from './big-stick.ts';
import { permutedBlocksProcess } from './block-process.ts';
import { forecastCodeBreak } from './code-break-forecast.ts';
import { simpleProcess } from './simple.ts';

const arms = [
  { id: 'A', ratio: 1 },
  { id: 'B', ratio: 1 },
];
const plan = { arms, strata: ['all'], slotsPerStratum: 8 };
const blocks = (...blockSizes: readonly number[]) =>
  permutedBlocksProcess({ algorithm: 'permuted-blocks/1', ...plan, blockSizes });
const blank = (slots: number) => Array.from({ length: slots }, () => undefined);
const near = (found: number | undefined, expected: number): void =>
  assert.ok(Math.abs((found ?? Number.NaN) - expected) < 1e-12, `${found}, expected ${expected}`);

/** By hand; no number of a paper, so no key of evidence/references.bib. */
test('in a block of two the other is known; in a block of four two thirds; beyond the block nothing is told', () => {
  const two = forecastCodeBreak(blocks(2), 2, blank(4), 0);
  assert.deepEqual(two[0], { slot: 1, before: 0.5, expected: 1, atMost: 1 });
  near(two[1]?.atMost, 0.5);
  const four = forecastCodeBreak(blocks(4), 2, blank(6), 1);
  for (const other of four.filter(({ slot }) => slot < 4)) {
    near(other.before, 0.5);
    near(other.expected, 2 / 3);
  }
  near(four.find(({ slot }) => slot === 4)?.atMost, 0.5);
});

test('what was told before counts: the third of a block of four may settle the fourth', () => {
  const [third] = forecastCodeBreak(blocks(4), 2, [0, 0, undefined, undefined], 3);
  // Two of an arm are known, so both that are left are the other already.
  assert.deepEqual(third, { slot: 2, before: 1, expected: 1, atMost: 1 });
  const [open] = forecastCodeBreak(blocks(4), 2, [0, undefined, undefined, undefined], 1);
  near(open?.before, 2 / 3);
  assert.equal(open?.atMost, 1);
  near(open?.expected, (1 / 3) * 1 + (2 / 3) * 0.5);
});

test('simple chance tells nothing; a big stick of 1 is blocks of two, and a wide one tells little', () => {
  for (const { atMost } of forecastCodeBreak(simpleProcess({ algorithm: 'simple/1', ...plan }), 2, blank(6), 2))
    near(atMost, 0.5);
  const stick = (limit: number) => bigStickProcess({ algorithm: 'big-stick/1', ...plan, limit });
  assert.equal(forecastCodeBreak(stick(1), 2, blank(2), 0)[0]?.atMost, 1);
  const wide = forecastCodeBreak(stick(3), 2, blank(8), 3);
  assert.ok(wide.every(({ atMost }) => atMost < 0.75));
});
