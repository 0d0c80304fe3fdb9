import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../given.ts';
import { type CoxTies, coxDataOf } from './cox-data.ts';
import { coxLikelihoodAt } from './cox-likelihood.ts';
import { coxRowsOf, timeToEventSets } from './given.ts';

// Expected numbers: `evidence/oracles/time-to-event/make.R` (`efron1977`).

const all: readonly CoxTies[] = ['Efron', 'Breslow'];

test('at no effect, and at the maximum, as R coxph', () => {
  for (const set of timeToEventSets()) {
    for (const ties of all) {
      const expected = ties === 'Efron' ? set.efron : set.breslow;
      const data = coxDataOf(coxRowsOf(set, 'arm and x'));
      assertNear(coxLikelihoodAt(data, [0, 0], ties).logLikelihood, expected.logLikelihood[0], 1e-12, set.name);
      const best = coxLikelihoodAt(data, expected.estimates, ties);
      assertNear(best.logLikelihood, expected.logLikelihood[1], 1e-12, set.name);
      for (const slope of best.score) assert.ok(Math.abs(slope) < 1e-6, `${set.name}: slope ${slope} at the maximum`);
    }
  }
});

// Two events at 1 among three at risk with risks a, b (events) and c; one later event of c alone adds nothing.
const rows = [
  { time: 1, event: true, covariates: [1] },
  { time: 1, event: true, covariates: [0] },
  { time: 2, event: true, covariates: [0] },
];
const byHand: readonly (readonly [ties: CoxTies, likelihood: (hazardRatio: number) => number])[] = [
  ['Breslow', (ratio) => ratio / (ratio + 2) ** 2],
  ['Efron', (ratio) => ratio / (ratio + 2) / (ratio + 2 - (ratio + 1) / 2)],
];
for (const [ties, likelihood] of byHand) {
  test(`by hand, two tied events: ${ties}`, () => {
    for (const beta of [-1, 0, 0.7]) {
      const found = coxLikelihoodAt(coxDataOf(rows), [beta], ties).logLikelihood;
      assertNear(found, Math.log(likelihood(Math.exp(beta))), 1e-14);
    }
  });
}

test('score and information are the slopes of the likelihood and of the score', () => {
  const beta = fc.double({ min: -1, max: 1, noNaN: true });
  const [set] = timeToEventSets();
  assert.ok(set !== undefined);
  const data = coxDataOf(coxRowsOf(set, 'arm and x'));
  const step = 1e-5;
  fc.assert(
    fc.property(beta, beta, fc.constantFrom(...all), (b1, b2, ties) => {
      const at = (d1: number, d2: number) => coxLikelihoodAt(data, [b1 + d1, b2 + d2], ties);
      const here = at(0, 0);
      const slopes = [at(step, 0), at(0, step)].map((up, j) => {
        const down = j === 0 ? at(-step, 0) : at(0, -step);
        assertNear((up.logLikelihood - down.logLikelihood) / (2 * step), here.score[j] ?? Number.NaN, 1e-7);
        return up.score.map((value, k) => (value - (down.score[k] ?? Number.NaN)) / (2 * step));
      });
      slopes.forEach((row, j) => {
        row.forEach((slope, k) => {
          assertNear(-slope, here.information[j]?.[k] ?? Number.NaN, 1e-6);
        });
      });
    }),
    { numRuns: 30 },
  );
});
