/**
 * What the bench of the statistics times, as a process of its own: prints the seconds of the work, without starting and
 * reading, and what it found. statistics.R has the same tasks.
 *
 *   node tools/bench/statistics-work.ts fisher 100000
 *   node tools/bench/statistics-work.ts survival people.csv
 */
import { readFileSync } from 'node:fs';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import { designGroupSequential } from '#core/statistics/designs/group-sequential.ts';
import { type RejectionRegion, rejectionRegion } from '#core/statistics/designs/rejection-region.ts';
import { binomialProbabilities } from '#core/statistics/distributions/binomial.ts';
import { fitMmrm } from '#core/statistics/models/mmrm/fit-mmrm.ts';
import { fitCox } from '#core/statistics/survival/cox.ts';
import { estimateSurvival, survivalAt } from '#core/statistics/survival/kaplan-meier.ts';
import { testLogRank } from '#core/statistics/survival/log-rank.ts';
import { scoreOfDifference } from '#core/statistics/tests/difference-score.ts';
import { testFisherExact } from '#core/statistics/tests/fisher-exact.ts';
import { openQuickDraws } from '#hosts/rehearsal/characteristics/quick-draws.ts';
import { numbersOf } from './statistics-data.ts';

type Found = readonly number[];
const perArm = 20;

const cells = 1024;

/** Draws a number of responders by its distribution function, from the least that a uniform number of its cell can have. */
const responders = (n: number, p: number): ((uniform: number) => number) => {
  const below = Float64Array.from(binomialProbabilities(n, p));
  for (let count = 1; count <= n; count += 1) below[count] = (below[count] ?? 0) + (below[count - 1] ?? 0);
  const countFrom = (uniform: number, from: number): number => {
    let count = from;
    while (count < n && uniform > (below[count] ?? 1)) count += 1;
    return count;
  };
  const least = Uint8Array.from({ length: cells }, (_, cell) => countFrom(cell / cells, 0));
  return (uniform) => countFrom(uniform, least[Math.floor(uniform * cells)] ?? 0);
};

/** Simulated, not summed: the share of trials whose table the test rejects. */
const shareRejected = ({ n1, n0, rejects }: RejectionRegion, p1: number, p0: number, trials: number): number => {
  const [draw1, draw0] = [responders(n1, p1), responders(n0, p0)];
  const { moveTo, uniform } = openQuickDraws(secretFromSeed(7), 2);
  let rejected = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    moveTo(trial, 0);
    rejected += rejects[draw1(uniform(0)) * (n0 + 1) + draw0(uniform(1))] ?? 0;
  }
  return rejected / trials;
};

const fisher = (trials: number): Found => {
  const region = rejectionRegion(perArm, perArm, (arm1, arm0) => {
    const test = testFisherExact(arm1, arm0);
    return 'twoSided' in test && test.twoSided <= 0.05;
  });
  return [shareRejected(region, 0.6, 0.3, trials)];
};

const nonInferiority = (trials: number): Found => {
  const passes = 1.959963984540054;
  const region = rejectionRegion(
    perArm,
    perArm,
    (arm1, arm0) => scoreOfDifference(arm1, arm0, -0.3, 'N / (N - 1)') > passes,
  );
  return [shareRejected(region, 0.6, 0.6, trials)];
};

/** z of two groups of n with these responders, the variance pooled; 0 where nobody or everybody responded. */
const pooledZ = (x1: number, x0: number, n: number): number => {
  const all = (x1 + x0) / (2 * n);
  return all <= 0 || all >= 1 ? 0 : (x1 - x0) / n / Math.sqrt((all * (1 - all) * 2) / n);
};

/** Two looks, at 40 and at 80 of 80: shares of trials that stop at the first, and that succeed at either. */
const sequential = (trials: number): Found => {
  const design = designGroupSequential({ spending: "O'Brien-Fleming type" }, [0.5, 1], { alpha: 0.025, power: 0.8 });
  if ('notEstimable' in design) throw new Error(design.notEstimable);
  const [early = 0, late = 0] = design.criticalValues;
  const [draw1, draw0] = [responders(perArm, 0.65), responders(perArm, 0.35)];
  const { moveTo, uniform } = openQuickDraws(secretFromSeed(8), 4);
  let [stopped, succeeded] = [0, 0];
  for (let trial = 0; trial < trials; trial += 1) {
    moveTo(trial, 0);
    const [x1, x0] = [draw1(uniform(0)), draw0(uniform(1))];
    const stops = pooledZ(x1, x0, perArm) > early;
    if (stops) stopped += 1;
    if (stops || pooledZ(x1 + draw1(uniform(2)), x0 + draw0(uniform(3)), 2 * perArm) > late) succeeded += 1;
  }
  return [early, late, stopped / trials, succeeded / trials];
};

/** Survival at a year by arm, the log-rank chi-square, and both coefficients of the Cox model. */
const survival = (rows: readonly (readonly number[])[]): Found => {
  const people = rows.map(([time = 0, event, arm = 0, age = 0]) => ({
    time,
    event: event === 1,
    covariates: [arm, age],
  }));
  const [arm1, arm0] = [1, 0].map((arm) => people.filter(({ covariates }) => covariates[0] === arm));
  if (arm1 === undefined || arm0 === undefined) return [];
  const curves = [arm1, arm0].map((arm) => estimateSurvival(arm));
  const [test, model] = [testLogRank([{ arm1, arm0 }]), fitCox(people)];
  if ('notEstimable' in test || 'notEstimable' in model) return [];
  const years = curves.map((curve) => ('steps' in curve ? survivalAt(curve, 365).survival : 0));
  return [...years, test.chiSquare, ...model.terms.map(({ estimate }) => estimate)];
};

/** The difference at the last visit, its standard error as if the covariance were known, and the restricted likelihood. */
const repeated = (rows: readonly (readonly number[])[]): Found => {
  const model = fitMmrm(
    rows.map(([id, arm, base = 0, visit = 1, value = 0]) => ({
      participant: String(id),
      arm: arm === 1 ? (1 as const) : (0 as const),
      visit: visit - 1,
      value,
      covariates: [base],
      factors: [],
    })),
    { structures: ['unstructured'] },
  );
  if ('notEstimable' in model) return [];
  return [model.visits.at(-1)?.difference.estimate ?? 0, model.logLikelihood];
};

const [task = '', given = ''] = process.argv.slice(2);
const simulations: Readonly<Record<string, (trials: number) => Found>> = { fisher, nonInferiority, sequential };
const fits: Readonly<Record<string, (rows: readonly (readonly number[])[]) => Found>> = { survival, repeated };
const [simulate, fitted] = [simulations[task], fits[task]];
const rows = fitted === undefined ? [] : numbersOf(readFileSync(given, 'utf8'));
const start = performance.now();
const found = simulate?.(Number(given)) ?? fitted?.(rows) ?? [];
console.log([(performance.now() - start) / 1000, ...found].join(' '));
