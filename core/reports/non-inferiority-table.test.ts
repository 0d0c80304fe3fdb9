import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import {
  analyseNonInferiority,
  isNonInferiority,
  type NonInferiorityResult,
} from '#core/endpoints/analyse-non-inferiority.ts';
import { deriveValues } from '#core/endpoints/derived-values.ts';
import { computeStratifiedDifference } from '#core/statistics/intervals/stratified-miettinen-nurminen.ts';
import { testNonInferiority } from '#core/statistics/tests/non-inferiority.ts';
import { nonInferiorityTable } from './non-inferiority-table.ts';

const study = shipped('nct03580291');
const [analysis] = study.definition.analyses.filter(isNonInferiority);
assert.ok(analysis);
const empty = analyseNonInferiority(analysis, study, deriveValues(study, []));
const counts = [
  { events: 70, of: 115 },
  { events: 66, of: 115 },
] as const;
const question = { margin: 0.15, direction: 'more events are better' } as const;

test('nothing to estimate is said in each view', () => {
  const { title, rows } = nonInferiorityTable(empty, study);
  assert.equal(title, 'Complete or partial renal response: cells not inferior to mmf by 15.0%, all randomised');
  assert.deepEqual(
    rows.map(({ cells }) => cells.map(({ value }) => value)),
    Array.from({ length: 3 }, () => ['0 of 0 against 0 of 0', 'not estimable: no participants', '–', '–']),
  );
});

/** 70 of 115 against 66 of 115: by optimize and uniroot in R 4.2.2, −0.09210 to 0.16059, and p at −.15 is .002037 (evidence/oracles/non-inferiority has more). */
test('counts, interval, p and verdict; the strata in a row of their own', () => {
  const [experimental, control] = counts;
  const view = {
    view: 'as reported' as const,
    experimental: { arm: 'cells', counts: experimental, values: [] },
    control: { arm: 'mmf', counts: control, values: [] },
    test: testNonInferiority(experimental, control, question),
  };
  const strata = [
    { arm1: { events: 35, of: 57 }, arm0: { events: 33, of: 57 } },
    { arm1: { events: 35, of: 58 }, arm0: { events: 33, of: 58 } },
  ];
  const interval = computeStratifiedDifference(strata);
  assert.ok('lower' in interval);
  const result: NonInferiorityResult = {
    analysis,
    views: [view],
    stratified: { interval, p: 0.001, isNonInferior: true },
  };
  const [first, second] = nonInferiorityTable(result, study).rows;
  assert.deepEqual(
    first?.cells.map(({ value }) => value),
    ['70 of 115 against 66 of 115', '3.5% (−9.2% to 16.1%)', '0.0020', 'yes'],
  );
  assert.deepEqual([second?.label, second?.cells[3]?.value], ['as reported, by strata', 'yes']);
});

test('cells keep what they print unrounded', () => {
  const [experimental, control] = counts;
  const test = testNonInferiority(experimental, control, question);
  const view = {
    view: 'as reported' as const,
    experimental: { arm: 'cells', counts: experimental, values: [] },
    control: { arm: 'mmf', counts: control, values: [] },
    test,
  };
  const [row] = nonInferiorityTable({ analysis: empty.analysis, views: [view], stratified: undefined }, study).rows;
  const [responders, difference, p, verdict] = row?.cells.map(({ numbers }) => numbers) ?? [];
  assert.ok('lower' in test);
  assert.deepEqual(responders, { events1: 70, of1: 115, events0: 66, of0: 115 });
  assert.deepEqual(difference, { estimate: test.estimate, lower: test.lower, upper: test.upper });
  assert.deepEqual(p, { p: test.p, statistic: test.z });
  assert.deepEqual(verdict, {});
});
