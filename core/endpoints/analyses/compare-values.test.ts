import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '#core/statistics/given.ts';
import { computeDifferenceInterval } from '#core/statistics/intervals/miettinen-nurminen.ts';
import { computeStratifiedDifference } from '#core/statistics/intervals/stratified-miettinen-nurminen.ts';
import { testNonInferiority } from '#core/statistics/tests/non-inferiority.ts';
import type { ProportionComparison } from '#core/study/schema-analyses.ts';
import { alphaOfMargin, compareValues } from './compare-values.ts';
import { responders } from './given.ts';

const asked: ProportionComparison = {
  id: 'a',
  kind: 'compare proportions',
  endpoint: 'sri-4',
  population: 'randomised',
  test: 'fisher exact',
  interval: 'miettinen-nurminen',
  hypothesis: 'superiority',
  experimental: 'msc',
  control: 'il-2',
  alpha: '0.05',
  sides: 2,
};
const values = responders('yyyynn', 'yynnnn');
const [arm1, arm0] = [
  { events: 4, of: 6 },
  { events: 2, of: 6 },
];
const none = () => undefined;
const byOrder = (id: string) => (Number(id.slice(-1)) % 2 === 0 ? 'even' : 'odd');

test('superiority by its test and interval', () => {
  const { found, method, ...counts } = compareValues(asked, values, none);
  const interval = computeDifferenceInterval(arm1, arm0);
  assert.ok(found.kind === 'estimate' && 'lower' in interval);
  assert.deepEqual(counts, { arm1, arm0 });
  assert.deepEqual([found.estimate, found.lower, found.upper], [interval.estimate, interval.lower, interval.upper]);
  assertNear(found.p ?? 0, expectedOf<{ readonly fisher: number }>('planned-analyses').fisher, 1e-12);
  assert.equal(method, 'fisher-exact/1, miettinen-nurminen/1');
});

test('by strata where the test is stratified; of one side by the signed root', () => {
  const stratified = { ...asked, test: 'cochran-mantel-haenszel' } as const;
  const strata = [
    { arm1: { events: 2, of: 3 }, arm0: { events: 1, of: 3 } },
    { arm1: { events: 2, of: 3 }, arm0: { events: 1, of: 3 } },
  ];
  const interval = computeStratifiedDifference(strata);
  const { found } = compareValues(stratified, values, byOrder);
  assert.ok(found.kind === 'estimate' && 'lower' in interval && found.p !== undefined);
  assert.deepEqual([found.lower, found.upper], [interval.lower, interval.upper]);
  const oneSided = compareValues({ ...stratified, sides: 1, alpha: '0.025' }, values, byOrder).found;
  assert.ok(oneSided.kind === 'estimate');
  assertNear(oneSided.p ?? 0, found.p / 2, 1e-12);
});

test('non-inferiority by its margin, whatever the test of strata', () => {
  const margin = { ...asked, hypothesis: 'non-inferiority', margin: '0.15', test: 'cochran-mantel-haenszel' } as const;
  const { found } = compareValues(margin, values, byOrder);
  const test = testNonInferiority(arm1, arm0, { margin: 0.15, direction: 'more events are better' });
  assert.ok(found.kind === 'estimate' && 'p' in test);
  assert.deepEqual([found.p, found.isShown, found.lower], [test.p, test.isNonInferior, test.lower]);
  assert.deepEqual([alphaOfMargin(margin), alphaOfMargin({ alpha: '0.025', sides: 1 })], [0.025, 0.025]);
});

test('nobody in an arm, or nothing that varies, says why', () => {
  const [alone] = [responders('yn', '')];
  assert.deepEqual(compareValues(asked, alone, none).found, { kind: 'not estimable', why: 'no participants' });
  const byStrata = compareValues({ ...asked, test: 'cochran-mantel-haenszel' }, alone, none);
  assert.deepEqual(byStrata.found, { kind: 'not estimable', why: 'no stratum with both arms' });
  const even = compareValues({ ...asked, test: 'chi-squared' }, responders('nn', 'nn'), none).found;
  assert.ok(even.kind === 'estimate' && even.p === undefined, 'an interval without a test');
});
