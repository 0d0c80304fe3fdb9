import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear } from '../given.ts';
import { type CoxRow, coxDataOf } from './cox-data.ts';
import { type CoxEnding, coxRanges, maximiseCox } from './cox-maximum.ts';
import { coxRowsOf, timeToEventSets } from './given.ts';

// Expected numbers: `evidence/oracles/time-to-event/make.R` (`cox1972`).

test('the maximum of R coxph, from wherever the search starts', () => {
  for (const set of timeToEventSets()) {
    const data = coxDataOf(coxRowsOf(set, 'arm and x'));
    for (const start of [
      [0, 0],
      [2, -1],
    ]) {
      const { ending, beta } = maximiseCox(data, 'Efron', start);
      assert.equal(ending, 'maximum', set.name);
      beta.forEach((value, j) => {
        assertNear(value, set.efron.estimates[j] ?? Number.NaN, 1e-8, set.name);
      });
    }
  }
});

test('a held coefficient stays, and the likelihood is less than at the maximum', () => {
  const [set] = timeToEventSets();
  assert.ok(set !== undefined);
  const data = coxDataOf(coxRowsOf(set, 'arm and x'));
  const held = maximiseCox(data, 'Efron', [0.3, 0], 0);
  assert.equal(held.beta[0], 0.3);
  assert.ok(Math.abs(held.at.score[1] ?? Number.NaN) < 1e-7);
  assert.ok(held.at.logLikelihood < set.efron.logLikelihood[1]);
  assert.deepEqual(
    maximiseCox(data, 'Efron', [0.3, 0.1], 0).at.logLikelihood.toFixed(9),
    held.at.logLikelihood.toFixed(9),
  );
});

const row = (time: number, event: boolean, ...covariates: readonly number[]): CoxRow => ({ time, event, covariates });
// heinze2001: the likelihood is monotone when at each event the extreme covariate has the event.
const endings: readonly (readonly [name: string, rows: readonly CoxRow[], expected: CoxEnding])[] = [
  ['no event in arm 0', [row(1, true, 1), row(2, true, 1), row(3, false, 0), row(4, false, 0)], 'monotone'],
  ['no event in arm 1', [row(1, true, 0), row(2, true, 0), row(3, false, 1), row(4, false, 1)], 'monotone'],
  ['a marker in the order of the events', [5, 4, 3, 2, 1].map((x, i) => row(i + 1, true, x * 100)), 'monotone'],
  ['the same, in thousandths', [5, 4, 3, 2, 1].map((x, i) => row(i + 1, true, x / 1000)), 'monotone'],
  ['one exchange in that order', [5, 4, 2, 3, 1].map((x, i) => row(i + 1, true, x)), 'maximum'],
  ['the covariate does not vary', [row(1, true, 0.1), row(2, true, 0.1), row(3, false, 0.1)], 'no information'],
  ['nor among those at risk', [row(1, false, 1), row(2, true, 0), row(3, true, 0)], 'no information'],
  [
    'two covariates that are one',
    [row(1, true, 0, 0), row(2, true, 1, 2), row(3, true, 0, 0), row(4, true, 1, 2)],
    'no information',
  ],
  ['as many each way', [row(1, true, 1), row(2, true, 0), row(3, true, 1), row(4, true, 0)], 'maximum'],
];
for (const [name, rows, expected] of endings) {
  test(`${name}: ${expected}`, () => {
    const data = coxDataOf(rows);
    const start = Array.from({ length: data.width }, () => 0);
    assert.equal(maximiseCox(data, 'Efron', start).ending, expected);
    assert.equal(maximiseCox(data, 'Breslow', start).ending, expected);
  });
}

test('ranges of the covariates', () => {
  assert.deepEqual(coxRanges(coxDataOf([row(1, true, 1, -3), row(2, true, 4, 5)])), [3, 8]);
});
