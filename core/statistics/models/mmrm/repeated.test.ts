import assert from 'node:assert/strict';
import test from 'node:test';
import { arrangeRepeated, byVisits, type RepeatedValue, stackDesign } from './repeated.ts';

const one = (
  participant: string,
  arm: 0 | 1,
  visit: number,
  value: number,
  base: number,
  factor: string,
): RepeatedValue => ({
  participant,
  arm,
  visit,
  value,
  covariates: [base],
  factors: [factor],
});

// By hand: the design of mallinckrodt2008, a block of intercept, arm and baseline for each visit, baseline centred at 10.
const observations = [
  one('a', 1, 1, 7, 8, 'x'),
  one('a', 1, 0, 6, 8, 'x'),
  one('b', 0, 0, 5, 12, 'y'),
  one('c', 0, 0, 4, 10, 'x'),
  one('c', 0, 1, 3, 10, 'x'),
];
const data = arrangeRepeated(observations);

test('a block of columns for each visit, then the levels of the factor; rows in the order of visits', () => {
  assert.deepEqual(stackDesign(data), [
    [1, 1, -2, 0, 0, 0, 0],
    [0, 0, 0, 1, 1, -2, 0],
    [1, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 1, 0, 0, 0],
    [1, 0, 2, 0, 0, 0, 1],
  ]);
  assert.deepEqual(
    [data.visits, data.columns, data.columnsOfVisit, data.observations, data.participants],
    [2, 7, 4, 5, 3],
  );
});

test('participants seen at the same visits stand together', () => {
  assert.deepEqual(
    data.patterns.map(({ visits, values }) => [visits, values]),
    [
      [
        [0, 1],
        [
          [6, 7],
          [4, 3],
        ],
      ],
      [[0], [[5]]],
    ],
  );
});

test('sums over participants: design by design and design by value', () => {
  const [both, first] = data.patterns;
  assert.ok(both && first);
  // Rows of visit 0 of a and c: (1, 1, −2) and (1, 0, 0); values of visit 1: 7 and 3.
  assert.deepEqual([...(both.crossValue[0]?.[1] ?? [])], [10, 7, -14, 0, 0, 0, 0]);
  assert.deepEqual([...(both.crossDesign[0]?.[0] ?? [])].slice(0, 3), [2, 1, -2]);
  assert.deepEqual([...(both.crossDesign[0]?.[1] ?? [])].slice(0, 7), [0, 0, 0, 2, 1, -2, 0]);
  assert.equal(first.crossDesign[0]?.[1]?.length, 0);
});

test('an average participant: baseline at its mean, levels alike', () => {
  assert.deepEqual(data.meanRow(1, 1), [0, 0, 0, 1, 1, 0, 0.5]);
  assert.deepEqual(data.meanRow(0, 0), [1, 0, 0, 0, 0, 0, 0.5]);
});

test('a matrix of visits', () => {
  assert.deepEqual(
    byVisits(2, (a, b) => a - b),
    [
      [0, -1],
      [1, 0],
    ],
  );
});
