import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, assertSays, estimated, expectedOf, group, publicCases, strataOf } from '../given.ts';
import { computeMantelHaenszelDifference } from './mantel-haenszel-difference.ts';
import { computeWaldDifference } from './wald-difference.ts';

interface Row
  extends Readonly<Record<'confidence' | 'rd' | 'satoLower' | 'satoUpper' | 'grLower' | 'grUpper', number>> {
  readonly strata: readonly (readonly number[])[];
}
const check = (rows: Row['strata'], confidence: number, expected: Omit<Row, 'strata' | 'confidence'>): void => {
  const sato = estimated(computeMantelHaenszelDifference(strataOf(rows), confidence));
  const greenland = estimated(computeMantelHaenszelDifference(strataOf(rows), confidence, 'Greenland-Robins'));
  assertNear(sato.estimate, expected.rd, 1e-13, 'estimate');
  assertNear(sato.lower, expected.satoLower, 1e-12, 'Sato lower');
  assertNear(sato.upper, expected.satoUpper, 1e-12, 'Sato upper');
  assertNear(greenland.lower, expected.grLower, 1e-12, 'Greenland-Robins lower');
  assertNear(greenland.upper, expected.grUpper, 1e-12, 'Greenland-Robins upper');
};

const rows = expectedOf<readonly Row[]>('mantel-haenszel');
test('the oracle, evidence/oracles/mantel-haenszel, has its rows', () => assert.equal(rows.length, 10));
for (const row of rows) {
  test(`as R: ${JSON.stringify(row.strata)} at ${row.confidence}`, () => check(row.strata, row.confidence, row));
}

interface Ends {
  readonly lower: number;
  readonly upper: number;
}
type Input = { readonly strata: Row['strata']; readonly conf: number };
type Output = { readonly rd: number } & Readonly<Record<'rdSato' | 'rdGR', Ends>>;
for (const { id, input, output } of publicCases<Input, Output>('cmh')) {
  test(`public: ${id}`, () => {
    const { rd, rdSato, rdGR } = output;
    const ends = { satoLower: rdSato.lower, satoUpper: rdSato.upper, grLower: rdGR.lower, grUpper: rdGR.upper };
    check(input.strata, input.conf, { rd, ...ends });
  });
}

const arm = fc.integer({ min: 1, max: 30 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test("with one stratum the variance of greenland1985 is Wald's", () => {
  fc.assert(
    fc.property(arm, arm, (arm1, arm0) => {
      const own = estimated(computeMantelHaenszelDifference([{ arm1, arm0 }], 0.9, 'Greenland-Robins'));
      const wald = estimated(computeWaldDifference(arm1, arm0, 0.9));
      assertNear(own.lower, wald.lower, 1e-13);
      assertNear(own.upper, wald.upper, 1e-13);
    }),
  );
});

test('exchanging the arms mirrors it; a stratum with an empty arm changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ arm1: arm, arm0: arm }), { minLength: 1, maxLength: 5 }), (strata) => {
      const turned = strata.map(({ arm1, arm0 }) => ({ arm1: arm0, arm0: arm1 }));
      const more = [...turned, { arm1: group(2, 2), arm0: group(0, 0) }];
      for (const variance of ['Sato', 'Greenland-Robins'] as const) {
        const one = estimated(computeMantelHaenszelDifference(strata, 0.95, variance));
        const other = estimated(computeMantelHaenszelDifference(more, 0.95, variance));
        assertNear(one.lower, -other.upper, 1e-7);
        assert.deepEqual([one.dropped, other.dropped], [[], [strata.length]]);
      }
    }),
  );
});

test('refuses what has no stratum', () => {
  assert.deepEqual(computeMantelHaenszelDifference([]), { notEstimable: 'no stratum with both arms' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeMantelHaenszelDifference(strataOf([[3, 10, 5, 10]])), 'mantel-haenszel-difference/1', {
    confidence: 0.95,
    direction: 'arm 1 - arm 0',
    variance: 'Sato',
    bounds: 'not cut at -1 and 1',
  });
});
