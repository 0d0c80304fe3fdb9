import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { scoreOfDifference } from '../tests/difference-score.ts';
import { computeWaldDifference, unpooledStandardError } from './wald-difference.ts';

type Row = Readonly<
  Record<'x1' | 'n1' | 'x2' | 'n2' | 'confidence' | 'lower' | 'upper' | 'caffoLower' | 'caffoUpper', number>
>;
const added = 'one success and one failure per arm';
const rows = expectedOf<readonly Row[]>('wald-difference');
test('the oracle, evidence/oracles/wald-difference, has its rows', () => assert.equal(rows.length, 10));
for (const { x1, n1, x2, n2, confidence, ...ends } of rows) {
  test(`as R: ${x1}/${n1} - ${x2}/${n2} at ${confidence}`, () => {
    const wald = estimated(computeWaldDifference(group(x1, n1), group(x2, n2), confidence));
    assertNear(wald.lower, ends.lower, 1e-14, 'lower');
    assertNear(wald.upper, ends.upper, 1e-14, 'upper');
    const caffo = estimated(computeWaldDifference(group(x1, n1), group(x2, n2), confidence, added));
    assertNear(caffo.lower, ends.caffoLower, 1e-14, 'Agresti-Caffo lower');
    assertNear(caffo.upper, ends.caffoUpper, 1e-14, 'Agresti-Caffo upper');
  });
}

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'conf', number>>;
interface Output {
  readonly estimate: number;
  readonly wald: Ends;
  readonly agrestiCaffo: Ends;
  readonly zPooled: number;
}
for (const { id, input, output } of publicCases<Input, Output>('rd_wald')) {
  test(`public: ${id}`, () => {
    const [arm1, arm0] = [group(input.x1, input.n1), group(input.x2, input.n2)];
    const wald = estimated(computeWaldDifference(arm1, arm0, input.conf));
    const caffo = estimated(computeWaldDifference(arm1, arm0, input.conf, added));
    assertNear(wald.estimate, output.estimate, 1e-15);
    assertNear(caffo.estimate, output.estimate, 1e-15);
    assertNear(wald.lower, output.wald.lower, 1e-13);
    assertNear(wald.upper, output.wald.upper, 1e-13);
    assertNear(caffo.lower, output.agrestiCaffo.lower, 1e-13);
    assertNear(caffo.upper, output.agrestiCaffo.upper, 1e-13);
    // The pooled z is the score statistic of no difference.
    assertNear(scoreOfDifference(arm1, arm0, 0, 'none'), output.zPooled, 1e-12);
  });
}

test('by hand: 3/4 - 1/4 has variance 2 · 3/64, so a standard error of .3062', () => {
  assert.equal(unpooledStandardError(group(3, 4), group(1, 4)).toFixed(4), '0.3062');
});

test('without variance it says so, unless counts are added', () => {
  const none = estimated(computeWaldDifference(group(0, 10), group(0, 20)));
  assert.deepEqual([none.lower, none.upper, none.isDegenerate], [0, 0, true]);
  assert.equal(estimated(computeWaldDifference(group(0, 10), group(0, 20), 0.95, added)).isDegenerate, false);
});

const arm = fc.integer({ min: 1, max: 60 }).chain((n) => fc.record({ events: fc.nat(n), of: fc.constant(n) }));
test('exchanging the arms mirrors it, and so does counting the others', () => {
  const others = ({ events, of }: ReturnType<typeof group>) => group(of - events, of);
  fc.assert(
    fc.property(arm, arm, fc.constantFrom('none', added), (arm1, arm0, how) => {
      const one = estimated(computeWaldDifference(arm1, arm0, 0.9, how));
      for (const turned of [
        computeWaldDifference(arm0, arm1, 0.9, how),
        computeWaldDifference(others(arm1), others(arm0), 0.9, how),
      ]) {
        assertNear(one.lower, -estimated(turned).upper, 1e-14);
        assertNear(one.estimate, -estimated(turned).estimate, 1e-14);
      }
    }),
  );
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(computeWaldDifference(group(0, 0), group(1, 2)), { notEstimable: 'no participants' });
});

test('a result says by which method and conventions it was found', () => {
  const said = {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
    direction: 'arm 1 - arm 0',
    variance: 'unpooled',
    bounds: 'not cut at -1 and 1',
  };
  assertSays(computeWaldDifference(group(3, 10), group(5, 10)), 'wald-difference/1', said);
  assertSays(
    computeWaldDifference(group(3, 10), group(5, 10), 0.95, 'one success and one failure per arm'),
    'agresti-caffo/1',
    said,
  );
});
