import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sayRange } from '#core/measures/say.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { everything, exactly, hull, type Range } from '#core/quantities/range.ts';
import { compare, rational } from '#core/quantities/rational.ts';
import { chooseReading } from './reading-choice.ts';
import type { Reading } from './readings.ts';
import type { Choice } from './syntax.ts';

const day = (index: number) => readDate(`2026-01-${String(index + 1).padStart(2, '0')}`);

/** A value; `?` while it is open; `[2]` where it may lie outside the window. */
type Given = number | '?' | readonly [number];

const reading = (value: Given, index: number): Reading => {
  const range: Range = value === '?' ? everything : exactly(rational(typeof value === 'number' ? value : value[0]));
  const isExact = typeof value === 'number';
  const missing = isExact ? [] : [{ kind: 'date', of: `visit ${index}`, written: undefined } as const];
  const evidence = [{ record: `visit ${index}`, what: 'PGA', written: `${value}`, date: undefined }];
  return {
    date: day(index),
    worth: { range, evidence, missing },
    isRead: value !== '?',
    mayBeOutside: Array.isArray(value),
  };
};

const choose = (choice: Choice, values: readonly Given[]) =>
  chooseReading(
    { kind: 'reading', choice, measure: 'PGA', window: { kind: 'ever' }, span: { start: 0, end: 0 } },
    values.map(reading),
  );

/** Readings in the order of time; latest, first, highest, lowest, mean. */
const rows: readonly (readonly [readonly Given[], string, string, string, string, string])[] = [
  [[2], '2', '2', '2', '2', '2'],
  [[1, 3], '3', '1', '3', '1', '2'],
  [[3, 1, 2], '2', '3', '3', '1', '2'],
  [[1, '?'], 'unknown', '1', '1 or more', '1 or less', 'unknown'],
  [['?', 1], '1', 'unknown', '1 or more', '1 or less', 'unknown'],
  [['?'], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  [[], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  // One that may lie outside: with it and without it. When all may, there may be none.
  [[[2]], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  [[[2], [3]], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
  [[[3], 1], '1', '1 to 3', '1 to 3', '1', '1 to 2'],
  [[1, [3]], '1 to 3', '1', '1 to 3', '1', '1 to 2'],
  [[[1], 3], '3', '1 to 3', '3', '1 to 3', '2 to 3'],
  [[2, [2]], '2', '2', '2', '2', '2'],
  [[[1], [6], 2], '2', '1 to 6', '2 to 6', '1 to 2', '1.5 to 4'],
  [[2, '?', [3]], 'unknown', '2', '2 or more', '2 or less', 'unknown'],
  [['?', [3]], 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
];
const said = (range: Range): string => {
  const { low, high } = range;
  if (low === undefined && high === undefined) return 'unknown';
  if (high === undefined) return `${low?.numerator} or more`;
  return low === undefined ? `${high.numerator} or less` : sayRange(range);
};
const choices = ['latest', 'first', 'highest', 'lowest', 'mean'] as const;
for (const [values, ...expected] of rows)
  test(`of ${JSON.stringify(values)}`, () =>
    assert.deepEqual(
      choices.map((choice) => said(choose(choice, values).range)),
      expected,
    ));

test('what is open is named as missing, and nothing else is', () => {
  assert.deepEqual(choose('latest', [1, '?']).missing, [{ kind: 'date', of: 'visit 1', written: undefined }]);
  assert.deepEqual(choose('latest', ['?', 1]).missing, []);
  assert.equal(choose('mean', []).missing.length, 1);
});

test('what is read and may lie outside is evidence, and what is open is not', () =>
  assert.deepEqual(
    choose('highest', [[3], '?', 1]).evidence.map(({ written }) => written),
    ['3', '1'],
  ));

const kinds = fc.constantFrom('read', 'read', 'open', 'outside');

/** Every way in which readings may turn out: an open one is 0, 4, 9 or not done, one that may lie outside does or not. */
const outcomes = (readings: readonly (readonly [number, string])[]): readonly (readonly number[])[] =>
  readings.reduce<readonly (readonly number[])[]>(
    (all, [value, kind]) => {
      const open = kind === 'open' ? [[0], [4], [9], []] : kind === 'outside' ? [[value], []] : [[value]];
      return all.flatMap((earlier) => open.map((each) => [...earlier, ...each]));
    },
    [[]],
  );

const holds = (before: Range, after: Range): boolean =>
  (before.low === undefined || (after.low !== undefined && compare(before.low, after.low) <= 0)) &&
  (before.high === undefined || (after.high !== undefined && compare(before.high, after.high) >= 0));

const manyReadings = fc.array(fc.tuple(fc.nat(9), kinds), { minLength: 1, maxLength: 5 });
const givenOf = ([value, kind]: readonly [number, string]): Given =>
  kind === 'open' ? '?' : kind === 'outside' ? [value] : value;

/** However the readings turn out, the answer lies in what was said to be possible. */
test('the bounds hold whatever an open reading comes to be, and wherever an uncertain one lies', () =>
  fc.assert(
    fc.property(manyReadings, fc.constantFrom(...choices), (readings, choice) => {
      const before = choose(choice, readings.map(givenOf)).range;
      for (const values of outcomes(readings)) assert(holds(before, choose(choice, values).range), values.join(' '));
    }),
    { seed: 7, numRuns: 500 },
  ));

/** With every reading known, the bounds are those of the least and the greatest answer: no wider. */
test('the bounds are no wider than the ways in which uncertain readings may lie', () =>
  fc.assert(
    fc.property(manyReadings, fc.constantFrom(...choices), (readings, choice) => {
      fc.pre(readings.every(([, kind]) => kind !== 'open') && readings.some(([, kind]) => kind === 'read'));
      const answers = outcomes(readings).map((values) => choose(choice, values).range);
      assert.deepEqual(choose(choice, readings.map(givenOf)).range, answers.reduce(hull));
    }),
    { seed: 8, numRuns: 500 },
  ));
