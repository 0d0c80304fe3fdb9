import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { analyseStratified, isStratified } from './analyse-stratified.ts';
import type { AnalysisValue } from './analysis-value.ts';

const study = shipped('nct03580291');
const [analysis] = study.definition.analyses.filter(isStratified);
assert.ok(analysis);

const some = (stratum: string, arm: string, events: number, of: number): readonly AnalysisValue[] =>
  Array.from({ length: of }, (_, index) => ({
    endpoint: analysis.endpoint,
    participant: `${stratum} ${arm} ${index}`,
    arm,
    at: undefined,
    outcome: { kind: 'claim', reached: index < events ? 'true' : 'false' },
    reported: index < events ? 'true' : 'false',
    policy: 'observed',
    because: [],
    records: [],
    missing: [],
  }));
/** The strata of the public case cmh-01 (evidence/oracles/public): chi-square 6.085, p .01363, difference .3485. */
const values = [
  ...some('one', 'cells', 8, 10),
  ...some('one', 'mmf', 4, 10),
  ...some('two', 'cells', 7, 9),
  ...some('two', 'mmf', 5, 11),
  ...some('three', 'cells', 3, 6),
  ...some('three', 'mmf', 1, 5),
];
const found = (of = values) =>
  analyseStratified(
    analysis,
    study,
    () => of,
    (id) => id.split(' ')[0],
  );

test('responders, the test of the strata and their common difference', () => {
  const { experimental, control, test, interval } = found();
  assert.deepEqual(
    [experimental.counts, control.counts],
    [
      { events: 18, of: 25 },
      { events: 10, of: 26 },
    ],
  );
  assert.ok('twoSided' in test && Math.abs(test.twoSided - 0.013632800133162558) < 1e-9);
  assert.ok('estimate' in interval && Math.abs(interval.estimate - 0.34851201147364647) < 1e-9);
  assert.ok(interval.lower > 0);
});

test('a stratum with an empty arm is left out and named; with nobody there is no estimate', () => {
  const { test } = found([...values, ...some('four', 'cells', 1, 1)]);
  assert.ok('dropped' in test && test.dropped.length === 1);
  assert.ok('notEstimable' in found([]).interval);
});
