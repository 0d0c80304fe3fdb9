import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, group, publicCases, strataOf } from '../given.ts';
import { computeLogWaldRiskRatio, computeOddsRatio } from './log-wald-ratio.ts';
import { computeMantelHaenszelOddsRatio, computeMantelHaenszelRiskRatio } from './mantel-haenszel-ratio.ts';

interface Row
  extends Readonly<Record<'confidence' | 'or' | 'orLower' | 'orUpper' | 'rr' | 'rrLower' | 'rrUpper', number>> {
  readonly strata: readonly (readonly number[])[];
}
const rows = expectedOf<readonly Row[]>('mantel-haenszel');
test('the oracle, evidence/oracles/mantel-haenszel, has its rows', () => assert.equal(rows.length, 10));
for (const { strata, confidence, ...expected } of rows) {
  test(`as R: ${JSON.stringify(strata)} at ${confidence}`, () => {
    const odds = estimated(computeMantelHaenszelOddsRatio(strataOf(strata), confidence));
    assertClose(odds.estimate, expected.or, 1e-12, 'odds ratio');
    assertClose(odds.lower, expected.orLower, 1e-12, 'lower');
    assertClose(odds.upper, expected.orUpper, 1e-12, 'upper');
    const risk = estimated(computeMantelHaenszelRiskRatio(strataOf(strata), confidence));
    assertClose(risk.estimate, expected.rr, 1e-12, 'risk ratio');
    assertClose(risk.lower, expected.rrLower, 1e-12, 'lower');
    assertClose(risk.upper, expected.rrUpper, 1e-12, 'upper');
  });
}

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
type Input = { readonly strata: Row['strata']; readonly conf: number };
type Output = Readonly<Record<'or' | 'rr', number>> & Readonly<Record<'orCI' | 'rrCI', Ends>>;
for (const { id, input, output } of publicCases<Input, Output>('cmh')) {
  test(`public: ${id}`, () => {
    const odds = estimated(computeMantelHaenszelOddsRatio(strataOf(input.strata), input.conf));
    const risk = estimated(computeMantelHaenszelRiskRatio(strataOf(input.strata), input.conf));
    const found = [odds.estimate, odds.lower, odds.upper, risk.estimate, risk.lower, risk.upper];
    const { or, orCI, rr, rrCI } = output;
    [or, orCI.lower, orCI.upper, rr, rrCI.lower, rrCI.upper].forEach((expected, index) => {
      assertClose(found[index] ?? Number.NaN, expected, 1e-12);
    });
  });
}

const arm = fc
  .integer({ min: 2, max: 30 })
  .chain((of) => fc.record({ events: fc.integer({ min: 1, max: of - 1 }), of: fc.constant(of) }));

test('one stratum gives the plain ratios with their logarithmic intervals (robins1986, greenland1985)', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      for (const [common, plain] of [
        [computeMantelHaenszelOddsRatio([{ arm1, arm0 }]), computeOddsRatio(arm1, arm0)],
        [computeMantelHaenszelRiskRatio([{ arm1, arm0 }]), computeLogWaldRiskRatio(arm1, arm0)],
      ] as const) {
        assertClose(estimated(common).estimate, estimated(plain).estimate, 1e-12);
        assertClose(estimated(common).lower, estimated(plain).lower, 1e-10);
        assertClose(estimated(common).upper, estimated(plain).upper, 1e-10);
      }
    }),
  );
});

test('exchanging the arms inverts both; a stratum with an empty arm changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ arm1: arm, arm0: arm }), { minLength: 1, maxLength: 5 }), (strata) => {
      const turned = strata.map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 }));
      const more = [...turned, { arm1: group(0, 0), arm0: group(1, 3) }];
      for (const compute of [computeMantelHaenszelOddsRatio, computeMantelHaenszelRiskRatio]) {
        const [one, other] = [estimated(compute(strata)), estimated(compute(more))];
        assertClose(one.estimate, 1 / other.estimate, 1e-11);
        assertClose(one.lower, 1 / other.upper, 1e-11);
        assert.deepEqual(other.dropped, [strata.length]);
      }
    }),
  );
});

const refusals: readonly (readonly [rows: readonly (readonly number[])[], odds: string, risk: string | undefined])[] = [
  [[[0, 3, 1, 4]], 'the common ratio is zero', 'the common ratio is zero'],
  [[[1, 3, 0, 4]], 'the common ratio is unbounded', 'the common ratio is unbounded'],
  [[[0, 3, 0, 4]], 'the common ratio is undefined', 'the common ratio is undefined'],
  [[[3, 3, 4, 4]], 'the common ratio is undefined', undefined],
  [[], 'no stratum with both arms', 'no stratum with both arms'],
];
for (const [list, odds, risk] of refusals) {
  test(`refuses ${JSON.stringify(list)}`, () => {
    assert.deepEqual(computeMantelHaenszelOddsRatio(strataOf(list)), { notEstimable: odds });
    const ratio = computeMantelHaenszelRiskRatio(strataOf(list));
    assert.equal('notEstimable' in ratio ? ratio.notEstimable : undefined, risk);
  });
}

test('a result says by which method and conventions it was found', () => {
  const strata = strataOf([[3, 10, 5, 10]]);
  assertSays(computeMantelHaenszelOddsRatio(strata), 'mantel-haenszel-odds-ratio/1', {
    confidence: 0.95,
    variance: 'Robins-Breslow-Greenland',
  });
  assertSays(computeMantelHaenszelRiskRatio(strata), 'mantel-haenszel-risk-ratio/1', {
    confidence: 0.95,
    variance: 'Greenland-Robins',
  });
});
