import assert from 'node:assert/strict';
import test from 'node:test';
import {
  type Recomputed,
  recomputeDifference,
  recomputeOddsRatio,
  recomputeP,
  recomputeProportion,
  recomputeRiskRatio,
  recomputeStrataOddsRatio,
  recomputeStrataP,
} from './recompute.ts';

const [first, second] = [
  { events: 56, of: 70 },
  { events: 48, of: 80 },
];
const written = (found: readonly Recomputed[], places: number) =>
  found.map(({ by, value, lower, upper }) =>
    [by, value, lower, upper]
      .map((each) => (typeof each === 'number' ? each.toFixed(places) : (each ?? '–')))
      .join(' '),
  );

/** newcombe1998a, example 56/70 against 48/80: hybrid score .0524 to .3339, Miettinen–Nurminen .0528 to .3382. */
test('differences in percentage points, by four methods', () => {
  const found = written(recomputeDifference(first, second), 2);
  assert.ok(found.includes('Newcombe 20.00 5.24 33.39'), found.join());
  assert.ok(found.includes('Miettinen–Nurminen 20.00 5.28 33.82'), found.join());
  assert.equal(found.length, 4);
});

/** kamen2022: 5 of 6 is 35.9 to 99.6 by Clopper–Pearson; Wilson 43.6 to 97.0. */
test('shares in percent', () => {
  assert.deepEqual(written(recomputeProportion({ events: 5, of: 6 }), 1), [
    'Clopper–Pearson 83.3 35.9 99.6',
    'Wilson 83.3 43.6 97.0',
  ]);
});

/** deng2017: 9 of 12 against 5 of 6 has Fisher 1.000, chi-square .688, odds ratio .60 (.05 to 7.4). */
test('p values and odds ratios; what has no interval has none', () => {
  const [cells, placebo] = [
    { events: 9, of: 12 },
    { events: 5, of: 6 },
  ];
  assert.deepEqual(written(recomputeP(cells, placebo), 3).slice(0, 2), [
    'Fisher exact 1.000 – –',
    'chi-square 0.688 – –',
  ]);
  assert.ok(written(recomputeOddsRatio(cells, placebo), 2)[0]?.startsWith('crude odds ratio 0.60 0.05 7.4'));
});

test('a method that cannot be done is left out, and the others stand', () => {
  const nobody = { events: 0, of: 10 };
  assert.deepEqual(
    recomputeOddsRatio(nobody, { events: 3, of: 10 }).map(({ by }) => by),
    ['conditional odds ratio'],
  );
  assert.equal(
    recomputeP(nobody, nobody).some(({ by }) => by === 'chi-square'),
    false,
  );
  assert.ok(recomputeRiskRatio(first, second).every(({ value }) => Math.abs(value - 4 / 3) < 1e-12));
});

/** furie2020 by new and relapsed disease: Mantel–Haenszel 1.596 (1.082 to 2.356). */
test('strata: the common odds ratio and the test', () => {
  const strata = [
    { arm1: { events: 69, of: 148 }, arm0: { events: 55, of: 148 } },
    { arm1: { events: 27, of: 75 }, arm0: { events: 17, of: 75 } },
  ];
  assert.deepEqual(written(recomputeStrataOddsRatio(strata), 3), ['Mantel–Haenszel 1.596 1.082 2.356']);
  assert.equal(recomputeStrataP(strata).length, 2);
});
