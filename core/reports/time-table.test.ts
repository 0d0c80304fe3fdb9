import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { type ArmTimes, isTimeToEvent, type TimeResult } from '#core/endpoints/analyse-time.ts';
import type { FollowUp } from '#core/statistics/survival/follow-up.ts';
import { estimateSurvival } from '#core/statistics/survival/kaplan-meier.ts';
import { testLogRank } from '#core/statistics/survival/log-rank.ts';
import { survivalQuantile } from '#core/statistics/survival/survival-quantile.ts';
import { timeTable } from './time-table.ts';

const study = shipped('nct03580291');
const [analysis] = study.definition.analyses.filter(isTimeToEvent);
assert.ok(analysis);
const times: readonly FollowUp[] = [29, 57, 85, 113].map((time) => ({ time, event: true }));
const late: readonly FollowUp[] = [29, 169, 169, 169].map((time) => ({ time, event: time === 29 }));
const armOf = (arm: string, followUps: readonly FollowUp[], unknown = 0): ArmTimes => {
  const curve = estimateSurvival(followUps);
  return { arm, values: [], unknown, curve, median: 'notEstimable' in curve ? undefined : survivalQuantile(curve) };
};
const shown = (arms: readonly ArmTimes[], result: TimeResult['test']) =>
  timeTable({ analysis, arms, test: result }, study).rows.map(({ label, cells }) => [
    label,
    ...cells.map(({ value }) => value),
  ]);

test('reached, the median day counted from allocation, and p', () => {
  const strata = [{ arm1: times, arm0: late }];
  const rows = shown([armOf('cells', times), armOf('mmf', late, 2)], testLogRank(strata));
  assert.deepEqual(rows[0], ['reached', '4 of 0', '1 of 0, 2 not known']);
  assert.match(rows[1]?.[1] ?? '', /^day 70 \(28 to /);
  assert.equal(rows[1]?.[2], 'not reached');
  assert.match(rows[2]?.[1] ?? '', /^0\.\d{4}$/);
  assert.deepEqual([rows[2]?.[0], rows[2]?.[2]], ['log-rank, two-sided p', '']);
});

test('nobody, no test, a test that cannot be done, and one by strata', () => {
  const empty = armOf('cells', []);
  assert.deepEqual(shown([empty], undefined), [
    ['reached', '0 of 0'],
    ['median, Kaplan–Meier, 95% by log-log', '–'],
  ]);
  assert.equal(shown([empty], { notEstimable: 'no participants' })[2]?.[1], 'not estimable: no participants');
  const two = testLogRank([
    { arm1: times, arm0: late },
    { arm1: late, arm0: times },
  ]);
  assert.equal(shown([empty], two)[2]?.[0], 'log-rank, two-sided p, by strata');
});

/** Days are counted from allocation, day 0: the middle of day 57 and 85 counted from 1 is day 70. */
test('cells keep what they print unrounded, days from allocation', () => {
  const strata = [{ arm1: times, arm0: late }];
  const test = testLogRank(strata);
  const { rows } = timeTable({ analysis, arms: [armOf('cells', times), armOf('mmf', late, 2)], test }, study);
  assert.deepEqual(rows[0]?.cells[1]?.numbers, { events: 1, of: 0, unknown: 2 });
  const { median, lower } = rows[1]?.cells[0]?.numbers ?? {};
  assert.deepEqual([median, lower], [70, 28]);
  assert.deepEqual(rows[1]?.cells[1]?.numbers?.median, undefined, 'not reached');
  const p = rows[2]?.cells[0]?.numbers ?? {};
  assert.ok('chiSquare' in test);
  assert.deepEqual(p, { p: test.twoSided, statistic: test.chiSquare, df: 1 });
});

test('a median between two days is printed with its half', () => {
  const odd: readonly FollowUp[] = [29, 56, 85, 113].map((time) => ({ time, event: true }));
  assert.match(shown([armOf('cells', odd)], undefined)[1]?.[1] ?? '', /^day 69\.5 \(/);
});
