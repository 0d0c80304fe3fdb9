import assert from 'node:assert/strict';
import test from 'node:test';
import { compileTrial } from '../given.ts';
import type { SimulatedTrials } from './simulate-trials.ts';
import { summariseTrials } from './summarise-trials.ts';
import { askTrial, isNotAsked } from './trial-question.ts';

const question = askTrial(compileTrial('nct05631717'));
assert.ok(!isNotAsked(question));

/** Trials by hand: responders and participants of cells and of interleukin-2. */
const trialsOf = (
  ...rows: readonly (readonly [x1: number, n1: number, x0: number, n0: number])[]
): SimulatedTrials => ({
  question,
  arms: ['msc', 'il-2'],
  trials: rows.length,
  events: Uint32Array.from(rows.flatMap(([x1, , x0]) => [x1, x0])),
  of: Uint32Array.from(rows.flatMap(([, n1, , n0]) => [n1, n0])),
});

/** Fisher two-sided (`fisher1935`, R 4.2.2): 14/20 v 6/20 p = .0256, 12/20 v 6/20 p = .1110, 10/20 v 10/20 p = 1. */
test('each trial is decided by the test of its analysis, and counted', () => {
  const found = summariseTrials(trialsOf([14, 20, 6, 20], [6, 20, 14, 20], [12, 20, 6, 20], [10, 20, 10, 20]));
  assert.deepEqual([found.trials, found.successes, found.share], [4, 2, 0.5]);
  assert.deepEqual(found.experimental, { arm: 'msc', participants: 20, fewest: 20, most: 20, response: 42 / 80 });
  assert.equal(found.control.response, 36 / 80);
  assert.ok(Math.abs(found.difference - (0.4 - 0.4 + 0.3 + 0) / 4) < 1e-12);
  assert.ok(found.lower < 0.5 && found.upper > 0.5 && found.width > 0.4 && found.width < 0.7);
});

test('an empty arm decides nothing', () => {
  const found = summariseTrials(trialsOf([1, 2, 0, 0]));
  assert.equal(found.successes, 0);
  assert.ok(Number.isNaN(found.difference));
});
