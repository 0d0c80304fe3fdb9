import assert from 'node:assert/strict';
import test from 'node:test';
import type { AllocationMethod, DrawnMethod } from './allocation-method.ts';
import { armsOf, goldenSecret, minimisationOf, planOf } from './given.ts';
import { type ReportRefused, reportScheme, type SchemeReport } from './report-scheme.ts';

const simulation = { lists: 300, secret: goldenSecret };
const isReport = (answer: SchemeReport | ReportRefused): answer is SchemeReport => 'participants' in answer;
const reportOf = (method: AllocationMethod, participants: number): SchemeReport => {
  const report = reportScheme(method, participants, simulation);
  assert.ok(isReport(report), JSON.stringify(report));
  return report;
};

const plan = planOf(1);
const blocks = (...blockSizes: readonly number[]): DrawnMethod => ({
  algorithm: 'permuted-blocks/1',
  blockSizes,
  ...plan,
});
const simple: DrawnMethod = { algorithm: 'simple/1', ...plan };
const bigStick: DrawnMethod = { algorithm: 'big-stick/1', limit: 3, ...plan };

// A benchmark simulated by another program with 20,000 lists for each cell: correct guesses for 20, 40 and 120 participants,
// and the mean imbalance of 40. Guesses to 0.005; imbalance to four standard errors of that simulation, at most 0.03, and for
// simple randomisation 0.11.
const benchmark: readonly (readonly [
  name: string,
  method: DrawnMethod,
  guesses: readonly [number, number, number],
  imbalance: number,
])[] = [
  ['simple', simple, [0.5, 0.501, 0.5], 5.02],
  ['blocks of 2', blocks(2), [0.75, 0.75, 0.75], 0],
  ['blocks of 4', blocks(4), [0.708, 0.708, 0.708], 0],
  ['blocks of 6', blocks(6), [0.67, 0.675, 0.683], 0.8],
  ['blocks of 2 and 4', blocks(2, 4), [0.718, 0.72, 0.722], 0.22],
  ['blocks of 4 and 6', blocks(4, 6), [0.685, 0.689, 0.692], 0.45],
  ['blocks of 2, 4 and 6', blocks(2, 4, 6), [0.697, 0.699, 0.701], 0.38],
  ['big stick of 3', bigStick, [0.573, 0.578, 0.582], 1.33],
];
for (const [name, method, guesses, imbalance] of benchmark) {
  test(`${name}: the benchmark is met, exactly computed`, () => {
    for (const [index, participants] of [20, 40, 120].entries()) {
      const report = reportOf(method, participants);
      assert.equal(report.by, 'chain');
      const expected = guesses[index] ?? Number.NaN;
      assert.ok(Math.abs(report.correctGuesses - expected) <= 0.005, `${participants}: ${report.correctGuesses}`);
    }
    const bound = method === simple ? 0.11 : 0.03;
    assert.ok(Math.abs(reportOf(method, 40).meanImbalance - imbalance) <= bound);
  });
}

const biasedCoin = (times: number): DrawnMethod => ({
  algorithm: 'biased-coin/1',
  chance: { times, outOf: 100 },
  ...plan,
});
const spreadOf = ({ imbalances }: SchemeReport): number =>
  Math.sqrt(imbalances.reduce((sum, { imbalance, chance }) => sum + chance * imbalance ** 2, 0));

// Zhao, Weng, Wu and Palesch, Pharmaceutical Statistics 2012;11:39-48, tables III (20, 80, 300 participants) and IV (100),
// simulated with 5000 lists: the standard deviation of the final difference, the share of allocations that are certain, and
// that of correct guesses. The bounds are three standard errors of that simulation: 0.05, 0.002 and, for 20, 0.003.
const published: readonly (readonly [
  name: string,
  method: DrawnMethod,
  participants: number,
  spread: number,
  certain: number,
  guesses: number,
])[] = [
  ['block of 20', blocks(20), 20, 0, 0.09, 0.616],
  ['biased coin of 0.70', biasedCoin(70), 20, 1.731, 0, 0.633],
  ['block of 20', blocks(20), 80, 0, 0.091, 0.617],
  ['biased coin of 0.70', biasedCoin(70), 80, 1.76, 0, 0.64],
  ['block of 20', blocks(20), 300, 0, 0.091, 0.617],
  ['biased coin of 0.70', biasedCoin(70), 300, 1.783, 0, 0.642],
  ['big stick of 4', { algorithm: 'big-stick/1', limit: 4, ...plan }, 100, 2.454, 0.118, 0.558],
  ['block of 30', blocks(30), 100, 2.633, 0.056, 0.591],
  ['block of 12', blocks(12), 100, 1.702, 0.137, 0.639],
  ['block of 10', blocks(10), 100, 0, 0.167, 0.654],
  ['block of 8', blocks(8), 100, 1.524, 0.192, 0.662],
  ['block of 6', blocks(6), 100, 1.27, 0.241, 0.68],
  ['block of 4', blocks(4), 100, 0, 0.334, 0.709],
  ['block of 2', blocks(2), 100, 0, 0.5, 0.751],
  ['biased coin of 0.65', biasedCoin(65), 100, 2.349, 0, 0.614],
  ['block of 100', blocks(100), 100, 0, 0.02, 0.558],
];
for (const [name, method, participants, spread, certain, guesses] of published) {
  test(`${name}, ${participants} participants: as published`, () => {
    const report = reportOf(method, participants);
    assert.ok(Math.abs(spreadOf(report) - spread) < 0.05, `spread ${spreadOf(report)}`);
    assert.ok(Math.abs(report.certain - certain) < 0.002, `certain ${report.certain}`);
    const bound = participants === 20 ? 0.003 : 0.002;
    assert.ok(Math.abs(report.correctGuesses - guesses) < bound, `guesses ${report.correctGuesses}`);
  });
}

test('minimisation is simulated, and says how often and how far off that may be', () => {
  const report = reportOf(minimisationOf(), 40);
  assert.ok(report.by === 'simulation');
  assert.equal(report.lists, 300);
  assert.equal(report.certain, 0);
  assert.ok(report.errors.meanImbalance > 0 && report.errors.meanImbalance < 0.2);
  // Simple randomisation ends 5.01 apart on average; four factor levels balanced with 4/5 keep the arms closer.
  assert.ok(report.meanImbalance < 3);
  assert.ok(report.correctGuesses > 0.5 && report.correctGuesses < 0.8);
});

const one = { algorithm: 'uploaded-list/1', arms: armsOf(1), strata: ['all'] } as const;
const refusals: readonly (readonly [
  method: AllocationMethod,
  participants: number,
  lists: number,
  expected: unknown,
])[] = [
  [blocks(3), 0, 1, { refused: 'block size no multiple of the ratio sum' }],
  [blocks(4), 0, 1, { refused: 'participants not a whole number above zero' }],
  [blocks(4), 1.5, 1, { refused: 'participants not a whole number above zero' }],
  [{ ...one, rows: [{ stratum: 'all', slot: 1, arm: 'A' }] }, 10, 1, { refused: 'not drawn by chance' }],
  [{ algorithm: 'assigned/1', arms: [{ id: 'A', participants: 3 }] }, 10, 1, { refused: 'not drawn by chance' }],
  [{ algorithm: 'single-group/1', arm: 'A' }, 10, 1, { refused: 'not drawn by chance' }],
  [minimisationOf(), 10, 1, { refused: 'fewer than two lists' }],
  [minimisationOf({ factors: [] }), 10, 1, { refused: 'no factors' }],
  [{ algorithm: 'simple/1', ...planOf(1, 1, 1, 1, 1, 1) }, 60, 1, { refused: 'too many states' }],
];
for (const [method, participants, lists, expected] of refusals) {
  test(`${method.algorithm} of ${participants}: ${JSON.stringify(expected)}`, () =>
    assert.deepEqual(reportScheme(method, participants, { ...simulation, lists }), expected));
}
