import assert from 'node:assert/strict';
import test from 'node:test';
import { atLeastValue, between, exactly } from '#core/quantities/range.ts';
import { compare, one, rational, zero } from '#core/quantities/rational.ts';
import { type Answers, assessment } from './given.ts';
import { findingsOverTime, previousInput, type RuleOverTime } from './previous.ts';

/** No assessment before, and a blank in it, are two things (a port of the database program; yee2010 for the rule). */
test('the value before', () => {
  const rows: readonly (readonly [Answers | undefined, unknown])[] = [
    [undefined, 'first'],
    [{}, 'blank'],
    [{ 83: 'not done' }, 'blank'],
    [{ 83: 'no' }, 'blank'],
    [{ 83: 140 }, exactly(rational(140))],
    [{ 83: 'unreadable' }, atLeastValue(zero)],
    [{ 83: -1 }, atLeastValue(zero)],
  ];
  for (const [previous, expected] of rows)
    assert.deepEqual(previousInput(83, previous && assessment(previous)), expected);
});

/** Higher than before: 3; there is nothing to compare with: 1. */
const rule: RuleOverTime = {
  changes: { current: [], previous: [], borders: [{ slope: one, rise: zero }] },
  branches: ['nothing to compare', 'never', 'risen'],
  severity: (now, before) => {
    if (typeof before === 'string') return 1;
    return compare(now, before) > 0 ? 3 : 0;
  },
};
const severities = (now: Parameters<typeof findingsOverTime>[1], previous: Answers | undefined) =>
  findingsOverTime(83, now, previous && assessment(previous), rule).map(({ severity }) => severity);

test('a rule is asked for all that both values may be', () => {
  const ten = exactly(rational(10));
  assert.deepEqual(severities('blank', { 83: 5 }), [0]);
  assert.deepEqual(severities('absent', { 83: 5 }), [0]);
  assert.deepEqual(severities(ten, undefined), [1]);
  assert.deepEqual(severities(ten, {}), [1]);
  assert.deepEqual(severities(ten, { 83: 5 }), [3]);
  assert.deepEqual(severities(ten, { 83: 10 }), [0]);
  assert.deepEqual(severities(ten, { 83: 'unreadable' }), [3, 0]);
  assert.deepEqual(severities(between(zero, rational(6)), { 83: 5 }), [3, 0]);
});

test('a finding names its branch and its item', () => {
  assert.deepEqual(findingsOverTime(83, exactly(rational(10)), assessment({ 83: 5 }), rule), [
    { severity: 3, branches: [{ rule: 'risen', items: [83] }] },
  ]);
});

test('no assessment before and a blank in it are two things to a rule', () => {
  const told: RuleOverTime = {
    ...rule,
    severity: (_, before) => (before === 'blank' ? 2 : before === 'first' ? 3 : 0),
  };
  const ten = exactly(rational(10));
  const at = (previous: Answers | undefined) =>
    findingsOverTime(83, ten, previous && assessment(previous), told).map(({ severity }) => severity);
  assert.deepEqual([at({}), at(undefined), at({ 83: 5 })], [[2], [3], [0]]);
});
