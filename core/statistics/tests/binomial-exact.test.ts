import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { computeClopperPearson } from '../intervals/clopper-pearson.ts';
import { testBinomialExact } from './binomial-exact.ts';

type Row = Readonly<Record<'x' | 'n' | 'p0' | 'twoSided' | 'greater' | 'less', number>>;
const check = (input: Pick<Row, 'x' | 'n' | 'p0'>, expected: Pick<Row, 'twoSided' | 'greater' | 'less'>): void => {
  const found = estimated(testBinomialExact(group(input.x, input.n), input.p0));
  for (const side of ['twoSided', 'greater', 'less'] as const) assertClose(found[side], expected[side], 1e-12, side);
};

const rows = expectedOf<readonly Row[]>('binomial-exact');
test('the oracle, evidence/oracles/binomial-exact, has its rows', () => assert.equal(rows.length, 12));
for (const row of rows) test(`as R: ${row.x} of ${row.n} against ${row.p0}`, () => check(row, row));
for (const { id, input, output } of publicCases<Row, Row>('binom_test')) {
  test(`public: ${id}`, () => check(input, output));
}

test('by hand: 3 of 3 against 1/2 (clopper1934)', () => {
  const { twoSided, greater, less } = estimated(testBinomialExact(group(3, 3), 0.5));
  assertClose(twoSided, 1 / 4, 1e-14);
  assertClose(greater, 1 / 8, 1e-14);
  assert.equal(less, 1);
});

const counts = fc.integer({ min: 1, max: 80 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test('one-sided p and the exact interval agree', () => {
  fc.assert(
    fc.property(counts, share, (arm, hypothesis) => {
      const { lower, upper } = estimated(computeClopperPearson(arm));
      const { greater, less } = estimated(testBinomialExact(arm, hypothesis));
      fc.pre(Math.abs(greater - 0.025) > 1e-9 && Math.abs(less - 0.025) > 1e-9);
      assert.deepEqual([lower > hypothesis, upper < hypothesis], [greater < 0.025, less < 0.025]);
    }),
  );
});

test('counting the others exchanges the sides; both sides share the observed count', () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 1023 }), (arm, k) => {
      const own = estimated(testBinomialExact(arm, k / 1024));
      const others = estimated(testBinomialExact(group(arm.of - arm.events, arm.of), 1 - k / 1024));
      assertClose(own.greater, others.less, 1e-10);
      assertClose(own.twoSided, others.twoSided, 1e-10);
      assert.ok(own.greater + own.less >= 1 - 1e-12 && own.twoSided >= Math.min(own.greater, own.less) - 1e-12);
    }),
  );
});

test('refuses what is no question', () => {
  assert.deepEqual(testBinomialExact(group(1, 2), 0), { notEstimable: 'hypothesis not between 0 and 1' });
  assert.deepEqual(testBinomialExact(group(1, 2), 1), { notEstimable: 'hypothesis not between 0 and 1' });
  assert.deepEqual(testBinomialExact(group(0, 0), 0.5), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testBinomialExact(group(3, 10), 0.4), 'binomial-exact/1', {
    hypothesis: 0.4,
    twoSided: 'counts not more probable than the observed one',
    tieTolerance: 1e-7,
  });
});
