import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { testChiSquare } from './chi-square-2x2.ts';
import { testCochranArmitage } from './cochran-armitage.ts';

const groupsOf = (x: readonly number[], n: readonly number[]) => x.map((events, index) => group(events, n[index] ?? 0));

interface Row extends Readonly<Record<'trend' | 'trendP' | 'any' | 'anyP', number>> {
  readonly x: readonly number[];
  readonly n: readonly number[];
  readonly scores: readonly number[];
}
const rows = expectedOf<readonly Row[]>('cochran-armitage');
test('the oracle, evidence/oracles/cochran-armitage, has its rows', () => assert.equal(rows.length, 10));
for (const { x, n, scores, trend, trendP, any, anyP } of rows) {
  test(`as R: ${x} of ${n} with scores ${scores}`, () => {
    const found = estimated(testCochranArmitage(groupsOf(x, n), scores));
    assertNear(found.trend.statistic, trend, 1e-12);
    assertNear(found.trend.p, trendP, 1e-12);
    assertNear(found.anyDifference.statistic, any, 1e-12);
    assertNear(found.anyDifference.p, anyP, 1e-12);
    assert.deepEqual([found.trend.degreesOfFreedom, found.anyDifference.degreesOfFreedom], [1, x.length - 1]);
  });
}

type Output = Readonly<Record<'chisq' | 'p' | 'pearson' | 'pPearson', number>>;
for (const { id, input, output } of publicCases<Pick<Row, 'x' | 'n'>, Output>('cochran_armitage')) {
  test(`public: ${id}`, () => {
    const { trend, anyDifference } = estimated(testCochranArmitage(groupsOf(input.x, input.n)));
    assertClose(trend.statistic, output.chisq, 1e-12);
    assertClose(trend.p, output.p, 1e-12);
    assertClose(anyDifference.statistic, output.pearson, 1e-12);
    assertClose(anyDifference.p, output.pPearson, 1e-12);
  });
}

const arm = fc.integer({ min: 1, max: 40 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));
test('with two groups it is the chi-square test', () => {
  fc.assert(
    fc.property(arm, arm, (one, other) => {
      const [trend, plain] = [testCochranArmitage([one, other]), testChiSquare(one, other)];
      fc.pre('method' in trend && 'method' in plain);
      assertNear(trend.trend.statistic, plain.statistic, 1e-10);
      assertNear(trend.anyDifference.statistic, plain.statistic, 1e-10);
    }),
  );
});

test('other scores of the same spacing change nothing; the reverse order turns the direction (armitage1955)', () => {
  const opposite = { rising: 'falling', falling: 'rising', none: 'none' } as const;
  fc.assert(
    fc.property(fc.array(arm, { minLength: 2, maxLength: 6 }), (groups) => {
      const own = testCochranArmitage(groups);
      fc.pre('method' in own);
      const moved = estimated(
        testCochranArmitage(
          groups,
          groups.map((_, index) => 5 + 3 * index),
        ),
      );
      assertNear(moved.trend.statistic, own.trend.statistic, 1e-9);
      const turned = estimated(testCochranArmitage(groups.toReversed()));
      assertNear(turned.trend.statistic, own.trend.statistic, 1e-9);
      assert.equal(turned.trend.direction, opposite[own.trend.direction]);
      assert.ok(own.trend.statistic <= own.anyDifference.statistic + 1e-9);
    }),
  );
});

test('refuses what is no trend', () => {
  const [a, b] = [group(1, 3), group(2, 3)];
  assert.deepEqual(testCochranArmitage([a]), { notEstimable: 'fewer than two groups' });
  assert.deepEqual(testCochranArmitage([a, b], [1]), { notEstimable: 'not one score for each group' });
  assert.deepEqual(testCochranArmitage([a, b], [1, Number.NaN]), { notEstimable: 'not one score for each group' });
  assert.deepEqual(testCochranArmitage([a, b], [1, 1]), { notEstimable: 'all scores equal' });
  assert.deepEqual(testCochranArmitage([group(0, 3), group(0, 2)]), {
    notEstimable: 'nobody or everybody had the event',
  });
  assert.deepEqual(testCochranArmitage([a, group(0, 0)]), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  const found = testCochranArmitage([group(1, 10), group(2, 10), group(5, 10)]);
  assertSays(found, 'cochran-armitage/1', { scores: [1, 2, 3], variance: 'binomial, N' });
});

// By hand: whether proportions rise with the score; of 3, 5 and 3 in ten each they do neither.
const directions: readonly (readonly [events: readonly number[], expected: string])[] = [
  [[1, 2, 5], 'rising'],
  [[5, 2, 1], 'falling'],
  [[3, 5, 3], 'none'],
];
for (const [events, expected] of directions) {
  test(`${events} of ten each: ${expected}`, () => {
    assert.equal(estimated(testCochranArmitage(events.map((x) => group(x, 10)))).trend.direction, expected);
  });
}
