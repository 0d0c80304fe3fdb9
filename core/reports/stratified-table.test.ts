import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { isStratified, type StratifiedResult } from '#core/endpoints/analyse-stratified.ts';
import { computeStratifiedDifference } from '#core/statistics/intervals/stratified-miettinen-nurminen.ts';
import { testCochranMantelHaenszel } from '#core/statistics/tests/cochran-mantel-haenszel.ts';
import { stratifiedTable } from './stratified-table.ts';

const study = shipped('nct03580291');
const [analysis] = study.definition.analyses.filter(isStratified);
assert.ok(analysis);
/** The strata of the public case cmh-01 (evidence/oracles/public). */
const strata = [
  { arm1: { events: 8, of: 10 }, arm0: { events: 4, of: 10 } },
  { arm1: { events: 7, of: 9 }, arm0: { events: 5, of: 11 } },
  { arm1: { events: 3, of: 6 }, arm0: { events: 1, of: 5 } },
];
const shown = (more: Partial<StratifiedResult>) =>
  stratifiedTable(
    {
      analysis,
      experimental: { arm: 'cells', counts: { events: 18, of: 25 }, values: [] },
      control: { arm: 'mmf', counts: { events: 10, of: 26 }, values: [] },
      test: testCochranMantelHaenszel(strata),
      interval: computeStratifiedDifference(strata),
      ...more,
    },
    study,
  );

test('responders, the common difference and p', () => {
  const { title, rows } = shown({});
  assert.equal(title, 'Complete renal response, by the strata of the allocation');
  assert.deepEqual(
    rows[0]?.cells.map(({ value }) => value),
    ['18 of 25 (72.0%)', '10 of 26 (38.5%)'],
  );
  assert.match(rows[1]?.cells[0]?.value ?? '', /^34\.9% \(\d/);
  assert.deepEqual(
    rows[2]?.cells.map(({ value }) => value),
    ['0.0136', ''],
  );
});

test('nobody, and what cannot be estimated says why', () => {
  const nobody = { counts: { events: 0, of: 0 }, values: [] };
  const none = { notEstimable: 'no stratum with both arms' } as const;
  const { rows } = shown({
    experimental: { arm: 'cells', ...nobody },
    control: { arm: 'mmf', ...nobody },
    test: none,
    interval: none,
  });
  assert.deepEqual(
    rows.map(({ cells }) => cells[0]?.value),
    ['0 of 0', 'not estimable: no stratum with both arms', 'not estimable: no stratum with both arms'],
  );
});

test('cells keep what they print unrounded; one side is asked by the signed root', () => {
  const { rows } = shown({});
  assert.deepEqual(rows[0]?.cells[0]?.numbers, { events: 18, of: 25, share: 0.72 });
  const two = rows[2]?.cells[0]?.numbers ?? {};
  assert.deepEqual(Object.keys(two), ['p', 'statistic', 'df']);
  const one = shown({ analysis: { ...analysis, sides: 1, alpha: '0.025' } }).rows;
  assert.equal(one[2]?.label, 'Cochran–Mantel–Haenszel, one-sided p');
  assert.ok(Math.abs((one[2]?.cells[0]?.numbers?.p ?? 0) - (two.p ?? 0) / 2) < 1e-12);
});
