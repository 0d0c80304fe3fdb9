import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, assertNear, assertSays } from '../given.ts';
import type { CoxRow } from './cox-data.ts';
import { profileCoxInterval } from './cox-profile.ts';
import { coxRowsOf, estimable, numberOf, timeToEventSets } from './given.ts';

// Expected numbers: `evidence/oracles/time-to-event/make.R` (`venzon1988`).

for (const set of timeToEventSets()) {
  test(`R coxph with an offset, ${set.name}: the ends of the arm's hazard ratio, x beside it`, () => {
    const { lower, upper, conventions } = estimable(profileCoxInterval(coxRowsOf(set, 'arm and x')));
    assertClose(numberOf(lower), set.profile[0], 1e-8);
    assertClose(numberOf(upper), set.profile[1], 1e-8);
    assert.equal(conventions.isMonotone, false);
  });
}

// One covariate, one event among n at risk, n1 of arm 1: likelihood h / (n1·h + n0), or 1 / (n1·h + n0); twice the log
// of its ratio to the supremum is 3.841459 (the 95 % quantile of chi-square with 1 df) where the other end lies.
const limit = Math.exp(3.841458820694124 / 2);
test('by hand: one event, in arm 1 of 2 + 2: from a finite lower end to no end', () => {
  const columns = { time: [1, 2, 2, 2], status: [1, 0, 0, 0], arm: [1, 1, 0, 0] };
  const found = estimable(profileCoxInterval(coxRowsOf(columns, 'arm')));
  // h / (2h + 2) = ½ / limit
  assertNear(numberOf(found.lower), 1 / (limit - 1), 1e-9);
  assert.deepEqual(found.upper, { notEstimable: 'unbounded' });
  assert.equal(found.conventions.isMonotone, true);
});

test('by hand: one event, in arm 0 of 2 + 2: from 0 to a finite upper end', () => {
  const columns = { time: [1, 2, 2, 2], status: [1, 0, 0, 0], arm: [0, 1, 1, 0] };
  const found = estimable(profileCoxInterval(coxRowsOf(columns, 'arm')));
  assert.deepEqual(found.lower, { notEstimable: 'unbounded' });
  assertNear(numberOf(found.upper), limit - 1, 1e-9);
});

test('exchanging the arms turns the interval over; less confidence makes it shorter', () => {
  const [set] = timeToEventSets();
  assert.ok(set !== undefined);
  const swapped = { ...set, arm: set.arm.map((arm) => 1 - arm) };
  const [found, turned] = [set, swapped].map((columns) => estimable(profileCoxInterval(coxRowsOf(columns, 'arm'))));
  assert.ok(found !== undefined && turned !== undefined);
  assertClose(numberOf(turned.lower), 1 / numberOf(found.upper), 1e-8);
  const narrow = estimable(profileCoxInterval(coxRowsOf(set, 'arm'), 0, 'Efron', 0.8));
  assert.ok(numberOf(narrow.lower) > numberOf(found.lower) && numberOf(narrow.upper) < numberOf(found.upper));
});

test('what has no likelihood, or no such covariate, is refused', () => {
  const columns = { time: [1, 2], status: [1, 1], arm: [1, 1] };
  const nothing = { time: [1, 2], status: [0, 0], arm: [1, 0] };
  assert.deepEqual(profileCoxInterval(coxRowsOf(columns, 'arm')), { notEstimable: 'no information' });
  assert.deepEqual(profileCoxInterval(coxRowsOf(nothing, 'arm')), { notEstimable: 'no events' });
  assert.deepEqual(profileCoxInterval(coxRowsOf({ ...columns, arm: [1, 0] }, 'arm'), 1), {
    notEstimable: 'no such covariate',
  });
});

const few: readonly CoxRow[] = [
  { time: 1, event: true, covariates: [1] },
  { time: 2, event: true, covariates: [0] },
  { time: 3, event: true, covariates: [1] },
  { time: 4, event: false, covariates: [0] },
];
test('a result says by which method and conventions it was found', () => {
  assertSays(profileCoxInterval(few), 'cox-profile/1', {
    ties: 'Efron',
    confidence: 0.95,
    interval: 'profile likelihood',
    isMonotone: false,
  });
});
