import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { endpointOf } from '#core/endpoints/given.ts';
import type { AnalysisValue, Outcome } from '../analysis-value.ts';
import { type Description, describeEndpoint, describeGroup, isDescription, itself, pooledShare } from './describe.ts';
import { analysisIn, claim, number, planted, responders, settingOf, smallSetting, studyWith } from './given.ts';

const study = studyWith([
  'id: changes, kind: description, endpoint: sledai-change, population: randomised',
  'id: claims, kind: description, endpoint: sri-4, population: treated',
  'id: times, kind: description, endpoint: time-to-response, population: randomised',
]);
const asked = (id: string): Description => {
  const analysis = analysisIn(study, id);
  return isDescription(analysis) ? analysis : assert.fail();
};

/** Week 24: with cells −8, −4, −6, −5, −5; quartiles of type 2 (hyndman1996) are −6 and −5. */
test('values: n, mean, median, quartiles and extremes by arm, at each visit in the order of the schedule', () => {
  const visits = describeEndpoint(asked('changes'), smallSetting(study));
  assert.deepEqual(
    visits.map(({ visit, isFurther }) => [visit, isFurther]),
    [
      ['week 12', true],
      ['week 24', false],
    ],
  );
  const cells = visits[1]?.groups[0];
  assert.ok(cells?.described.kind === 'values' && 'n' in cells.described.summary);
  const { n, mean, median, lowerQuartile, upperQuartile, minimum, maximum, conventions } = cells.described.summary;
  assert.deepEqual([cells.arm, cells.described.of, n, mean, median], ['msc', 6, 5, -5.6, -5]);
  assert.deepEqual([lowerQuartile, upperQuartile, minimum, maximum], [-6, -5, -8, -4]);
  assert.equal(conventions.quantiles, 'type 2');
});

test('claims: who has met it of everybody, and of how many it is not known', () => {
  const values = [...responders('yyn', 'yn'), planted('x', 'msc', claim('unknown'))];
  const [visit] = describeEndpoint(asked('claims'), settingOf(study, values));
  assert.deepEqual(
    visit?.groups.map(({ described }) => described),
    [
      { kind: 'shares', shares: [{ label: itself, events: 2, of: 4, unknown: 1 }] },
      { kind: 'shares', shares: [{ label: itself, events: 1, of: 2, unknown: 0 }] },
    ],
  );
});

test('levels of a response are counted apart, with those between them not known', () => {
  const level = (worst: string, best: string, reached: 'true' | 'false' | 'unknown'): Outcome => ({
    kind: 'level',
    worst,
    best,
    reached,
  });
  const outcomes = [
    level('CR', 'CR', 'true'),
    level('PR', 'CR', 'true'),
    level('none', 'none', 'false'),
    level('none', 'CR', 'unknown'),
  ];
  const values: readonly AnalysisValue[] = outcomes.map((outcome, index) => planted(`P-${index}`, 'msc', outcome));
  assert.deepEqual(describeGroup(endpointOf(study, 'response'), values), {
    kind: 'shares',
    shares: [
      { label: itself, events: 2, of: 4, unknown: 1 },
      { label: 'CR', events: 1, of: 4, unknown: 2 },
      { label: 'PR', events: 0, of: 4, unknown: 2 },
      { label: 'none', events: 1, of: 4, unknown: 2 },
    ],
  });
});

test('classes in the order of their sentence', () => {
  const trial = shipped('nct03673748');
  const endpoint = endpointOf(trial, 'glucocorticoid-class');
  assert.ok(endpoint.kind === 'class');
  const [first = '', second = ''] = endpoint.classes.map(({ label }) => label);
  const values = [[first], [second], [second], [first, second]].map((possible, index) =>
    planted(`P-${index}`, 'cells', { kind: 'class', possible }),
  );
  const group = describeGroup(endpoint, values);
  assert.ok(group.kind === 'shares');
  assert.deepEqual(
    group.shares.slice(0, 2).map(({ label, events, unknown }) => [label, events, unknown]),
    [
      [first, 1, 1],
      [second, 2, 1],
    ],
  );
});

test('a time has no visit; nobody has counts of nothing; an endpoint that is not there breaks', () => {
  const [timed, ...more] = describeEndpoint(asked('times'), settingOf(study, []));
  assert.deepEqual([timed?.visit, more.length], [undefined, 0]);
  const empty = describeGroup(endpointOf(study, 'sledai-change'), []);
  assert.deepEqual(empty, { kind: 'values', of: 0, summary: { notEstimable: 'no participants' } });
  assert.throws(() => describeEndpoint({ ...asked('times'), endpoint: 'nowhere' }, settingOf(study, [])), /nowhere/);
});

test('all arms together: a share with its interval (clopper1934)', () => {
  const { events, of, unknown, interval } = pooledShare([...responders('yn', 'n'), planted('x', undefined, number(1))]);
  assert.deepEqual([events, of, unknown], [1, 4, 1]);
  assert.ok('lower' in interval && interval.lower > 0 && interval.upper < 1);
});
