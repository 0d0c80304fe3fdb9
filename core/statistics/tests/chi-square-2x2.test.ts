import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { testChiSquare } from './chi-square-2x2.ts';
import { scoreOfDifference } from './difference-score.ts';

type Row = Readonly<
  Record<'x1' | 'n1' | 'x2' | 'n2' | 'none' | 'noneP' | 'yates' | 'yatesP' | 'n1Statistic' | 'n1P' | 'smallest', number>
>;
const rows = expectedOf<readonly Row[]>('chi-square-2x2');
test('the oracle, evidence/oracles/chi-square-2x2, has its rows', () => assert.equal(rows.length, 11));
for (const { x1, n1, x2, n2, ...expected } of rows) {
  test(`as R: ${x1}/${n1} against ${x2}/${n2}`, () => {
    for (const [correction, statistic, p] of [
      ['none', expected.none, expected.noneP],
      ['yates', expected.yates, expected.yatesP],
      ['N - 1', expected.n1Statistic, expected.n1P],
    ] as const) {
      const found = estimated(testChiSquare(group(x1, n1), group(x2, n2), correction));
      // A statistic that is zero but for R's rounding is zero here.
      if (statistic > 1e-20) assertClose(found.statistic, statistic, 1e-12, correction);
      else assert.equal(found.statistic, 0);
      assertClose(found.twoSided, p, 1e-11, `${correction} p`);
      assertClose(found.smallestExpected, expected.smallest, 1e-14);
    }
  });
}

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2', number>>;
type Output = Readonly<Record<'chisq' | 'p' | 'chisqYates' | 'pYates' | 'chisqN1' | 'pN1', number>>;
for (const { id, input, output } of publicCases<Input, Output>('chisq_2x2')) {
  test(`public: ${id}`, () => {
    const of = (correction: 'none' | 'yates' | 'N - 1') =>
      estimated(testChiSquare(group(input.x1, input.n1), group(input.x2, input.n2), correction));
    assertClose(of('none').statistic, output.chisq, 1e-12);
    assertClose(of('none').twoSided, output.p, 1e-12);
    assertClose(of('yates').statistic, output.chisqYates, 1e-12);
    assertClose(of('yates').twoSided, output.pYates, 1e-12);
    assertClose(of('N - 1').statistic, output.chisqN1, 1e-12);
    assertClose(of('N - 1').twoSided, output.pN1, 1e-12);
  });
}

const arm = fc.integer({ min: 1, max: 60 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));
test('it is the square of the score of no difference, and exchanging the arms changes nothing', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const [plain, turned, less] = [
        testChiSquare(arm1, arm0),
        testChiSquare(arm0, arm1),
        testChiSquare(arm1, arm0, 'N - 1'),
      ];
      fc.pre('method' in plain && 'method' in turned && 'method' in less);
      assert.ok(Math.abs(plain.statistic - scoreOfDifference(arm1, arm0, 0, 'none') ** 2) < 1e-9);
      assert.ok(Math.abs(less.statistic - scoreOfDifference(arm1, arm0, 0, 'N / (N - 1)') ** 2) < 1e-9);
      assertClose(plain.statistic, turned.statistic, 1e-14);
    }),
  );
});

test('refuses tables without variation', () => {
  assert.deepEqual(testChiSquare(group(0, 3), group(0, 4)), { notEstimable: 'no events in either arm' });
  assert.deepEqual(testChiSquare(group(3, 3), group(4, 4)), { notEstimable: 'events in all of both arms' });
  assert.deepEqual(testChiSquare(group(1, 3), group(0, 0)), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testChiSquare(group(3, 10), group(5, 10)), 'chi-square-2x2/1', { correction: 'none' });
});
