import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertSays, estimated, expectedOf, group, publicCases } from '../given.ts';
import { computeLogWaldRiskRatio, computeOddsRatio, type LogWaldRatio } from './log-wald-ratio.ts';

type Ends = readonly [lower: number | null, upper: number | null];
interface Row extends Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'confidence', number>> {
  readonly logWald: Ends;
  readonly odds: Ends;
}
const rows = expectedOf<readonly Row[]>('risk-ratio');
test('the oracle, evidence/oracles/risk-ratio, has its rows', () => assert.equal(rows.length, 11));
const check = (found: LogWaldRatio | { readonly notEstimable: string }, [lower, upper]: Ends): void => {
  if (lower === null || upper === null) {
    assert.ok('notEstimable' in found);
    return;
  }
  assertClose(estimated(found).lower, lower, 1e-13, 'lower');
  assertClose(estimated(found).upper, upper, 1e-13, 'upper');
};
for (const { x1, n1, x2, n2, confidence, logWald, odds } of rows) {
  test(`as R: ${x1}/${n1} to ${x2}/${n2} at ${confidence}`, () => {
    check(computeLogWaldRiskRatio(group(x1, n1), group(x2, n2), confidence), logWald);
    check(computeOddsRatio(group(x1, n1), group(x2, n2), confidence), odds);
  });
}

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'conf', number>>;
interface Bounds {
  readonly lower: number;
  readonly upper: number;
}
type Output = Readonly<Record<'rr' | 'or', number>> & Readonly<Record<'rrLogWald' | 'orLogWald', Bounds>>;
for (const { id, input, output } of publicCases<Input, Output>('rr_or')) {
  test(`public: ${id}`, () => {
    const [arm1, arm0] = [group(input.x1, input.n1), group(input.x2, input.n2)];
    const [risk, odds] = [computeLogWaldRiskRatio(arm1, arm0), computeOddsRatio(arm1, arm0)].map(estimated);
    for (const [found, estimate, ends] of [
      [risk, output.rr, output.rrLogWald],
      [odds, output.or, output.orLogWald],
    ] as const) {
      assertClose(found?.estimate ?? Number.NaN, estimate, 1e-14);
      check(found ?? { notEstimable: 'absent' }, [ends.lower, ends.upper]);
    }
  });
}

test('by hand: 2 of 4 against 1 of 4, odds ratio 3, variance 1/2 + 1/2 + 1 + 1/3 (woolf1955)', () => {
  const { estimate, standardErrorOfLogarithm } = estimated(computeOddsRatio(group(2, 4), group(1, 4)));
  assertClose(estimate, 3, 1e-15);
  assertClose(standardErrorOfLogarithm, Math.sqrt(7 / 3), 1e-15);
});

const arm = fc
  .integer({ min: 2, max: 60 })
  .chain((of) => fc.record({ events: fc.integer({ min: 1, max: of - 1 }), of: fc.constant(of) }));
test('exchanging the arms inverts both, counting the others inverts the odds ratio', () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      for (const compute of [computeOddsRatio, computeLogWaldRiskRatio]) {
        assertClose(estimated(compute(arm1, arm0)).lower, 1 / estimated(compute(arm0, arm1)).upper, 1e-12);
      }
      const others = (own: typeof arm1) => group(own.of - own.events, own.of);
      const turned = estimated(computeOddsRatio(others(arm1), others(arm0)));
      assertClose(estimated(computeOddsRatio(arm1, arm0)).lower, 1 / turned.upper, 1e-12);
    }),
  );
});

const refusals: readonly (readonly [x1: number, n1: number, x0: number, n0: number, odds: string, risk?: string])[] = [
  [0, 3, 0, 4, 'no events in either arm', 'no events in either arm'],
  [0, 3, 4, 4, 'no events in arm 1', 'no events in arm 1'],
  [2, 3, 0, 4, 'no events in arm 0', 'no events in arm 0'],
  [3, 3, 4, 4, 'events in all of both arms', 'events in all of both arms'],
  [3, 3, 2, 4, 'events in all of arm 1'],
  [1, 3, 4, 4, 'events in all of arm 0'],
  [1, 0, 4, 4, 'no participants', 'no participants'],
];
for (const [x1, n1, x0, n0, odds, risk] of refusals) {
  test(`${x1}/${n1} to ${x0}/${n0}: ${odds}`, () => {
    assert.deepEqual(computeOddsRatio(group(x1, n1), group(x0, n0)), { notEstimable: odds });
    const ratio = computeLogWaldRiskRatio(group(x1, n1), group(x0, n0));
    assert.equal('notEstimable' in ratio ? ratio.notEstimable : undefined, risk);
  });
}

test('a result says by which method and conventions it was found', () => {
  const said = { confidence: 0.95, sides: 'two-sided, equal tails', zeroCells: 'refused, nothing added' };
  assertSays(computeOddsRatio(group(3, 10), group(5, 10)), 'log-wald-odds-ratio/1', said);
  assertSays(computeLogWaldRiskRatio(group(3, 10), group(5, 10)), 'log-wald-risk-ratio/1', said);
});
