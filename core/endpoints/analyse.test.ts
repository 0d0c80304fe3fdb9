import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { studyIn } from '#core/conduct/given.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import { analyseBinary, isComputed } from './analyse.ts';
import { deriveValues, randomisedPopulation } from './derived-values.ts';
import { courses, person, sixPeople } from './given.ts';

const study = studyIn(readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8'));

const [primary] = study.definition.analyses.filter(isComputed);
assert.ok(primary);
const people = sixPeople(study);

test('responders by arm: 2 of 3 against 1 of 3, unknown counted as the policy says', () => {
  const result = analyseBinary(primary, study, deriveValues(study, people));
  assert.deepEqual([result.experimental.arm, result.experimental.counts], ['msc', { events: 2, of: 3 }]);
  assert.deepEqual([result.control.arm, result.control.counts], ['il-2', { events: 1, of: 3 }]);
  assert.deepEqual(
    result.control.values.map(({ participant, policy }) => [participant, policy]),
    [
      ['P-004', 'observed'],
      ['P-005', 'non-responder'],
      ['P-006', 'observed'],
    ],
  );
});

/** By hand: with three responders of six, 2:1 and 1:2 have probability 9/20 each, 3:0 and 0:3 have 1/20; all are as extreme. */
test('the test and the interval', () => {
  const { test: fisher, interval } = analyseBinary(primary, study, deriveValues(study, people));
  assert.ok('twoSided' in fisher && Math.abs(fisher.twoSided - 1) < 1e-12);
  assert.ok('estimate' in interval && Math.abs(interval.estimate - 1 / 3) < 1e-12);
  assert.ok(interval.lower < 0 && interval.upper > 1 / 3);
});

test('another test, another interval and one side are those that are asked for', () => {
  const asked = { ...primary, test: 'boschloo', interval: 'newcombe', sides: 1, alpha: '0.025' } as const;
  const { test: exact, interval } = analyseBinary(asked, study, deriveValues(study, people));
  assert.ok('method' in exact && 'method' in interval);
  assert.deepEqual(
    [exact.method, interval.method, interval.conventions.confidence],
    ['boschloo/1', 'newcombe/1', 0.95],
  );
});

test('only who was randomised is analysed, whatever happened later', () => {
  const others = [g.participantAfter([g.identified]), g.participantAfter(g.screened(study))];
  assert.deepEqual(randomisedPopulation([...others, ...people]), people);
  assert.deepEqual(analyseBinary(primary, study, deriveValues(study, [...others, ...people])).experimental.counts, {
    events: 2,
    of: 3,
  });
});

test('with nobody in an arm there is no estimate, and it says why', () => {
  const { test: fisher, interval } = analyseBinary(primary, study, deriveValues(study, []));
  assert.deepEqual(fisher, { notEstimable: 'no participants' });
  assert.deepEqual(interval, { notEstimable: 'no participants' });
});

test('an analysis of an endpoint that is not there is broken', () => {
  assert.throws(
    () => analyseBinary({ ...primary, endpoint: 'x' }, study, deriveValues(study, people)),
    /analysis primary has no endpoint x/,
  );
});

test('what is computed: each row turns one word of the analysis into one that is not', () => {
  type Comparison = Extract<AnalysisDefinition, { kind: 'compare proportions' }>;
  const others: readonly Partial<Comparison>[] = [
    { test: 'cochran-mantel-haenszel' },
    { hypothesis: 'non-inferiority' },
  ];
  const same: readonly Partial<Comparison>[] = [
    {},
    { test: 'chi-squared' },
    { test: 'boschloo' },
    { interval: 'newcombe' },
    { sides: 1 },
  ];
  for (const each of same) assert.equal(isComputed({ ...primary, ...each }), true, JSON.stringify(each));
  for (const population of ['treated', 'per protocol', 'all enrolled'] as const)
    assert.equal(isComputed({ ...primary, population }), true, population);
  for (const other of others) assert.equal(isComputed({ ...primary, ...other }), false, JSON.stringify(other));
  const { id, endpoint, population } = primary;
  const level = '0.95';
  assert.equal(isComputed({ id, endpoint, population, kind: 'description' }), false);
  assert.equal(isComputed({ id, endpoint, population, kind: 'proportion', interval: 'wilson', level }), false);
});

test('the population of an analysis: who is out of it is in no count, and safety goes by the arm received', () => {
  const infusion = {
    type: 'dose given',
    dose: 'msc-infusion',
    number: 1,
    on: '2026-06-01',
    planned: '2026-06-01',
    amount: '127000000',
    unit: '{cells}',
  } as const;
  const crossed = person(study, 'P-007', 'il-2', { ...courses.complete, more: [infusion] });
  const everybody = [...people, crossed];
  const counted = (population: AnalysisDefinition['population']) => {
    const { experimental, control } = analyseBinary({ ...primary, population }, study, deriveValues(study, everybody));
    return [experimental.counts, control.counts].map(({ events, of }) => `${events}/${of}`).join(' ');
  };
  assert.equal(counted('randomised'), '2/3 2/4');
  assert.equal(counted('all enrolled'), '2/3 2/4');
  // The infusion was given to P-001, P-002 and, against the allocation, P-007; nobody received interleukin-2.
  assert.equal(counted('treated'), '3/3 0/0');
  assert.equal(counted('per protocol'), '2/2 0/0', 'P-007 has had none of the doses of the arm');
});
