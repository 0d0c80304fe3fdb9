import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalUpperTail } from '../distributions/normal.ts';
import { assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import { type ConditionalPower, computeConditionalPower, type InterimLook } from './conditional-power.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/group-sequential/make.R`
// (`jennison2000`).

const found = (look: InterimLook): ConditionalPower => {
  const result = computeConditionalPower(look);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type PublicInput = Readonly<Record<'z' | 't' | 'critical' | 'drift', number>>;
type PublicOutput = Readonly<Record<'design' | 'trend' | 'null' | 'predictive', number>>;
for (const { id, input, output } of publicCases<PublicInput, PublicOutput>('conditional_power')) {
  test(`public ${id}`, () => {
    const { design, trend, hypothesis, predictive } = found({ ...input, information: input.t });
    assertNear(design, output.design, 1e-14);
    assertNear(trend, output.trend, 1e-14);
    assertNear(hypothesis, output.null, 1e-14);
    assertNear(predictive, output.predictive, 1e-14);
  });
}

interface Row extends InterimLook, Readonly<Record<'design' | 'trend' | 'hypothesis' | 'predictive', number>> {}
const { conditional } = expectedOf<{ readonly conditional: readonly Row[] }>('group-sequential');
test('the oracle has its rows', () => assert.equal(conditional.length, 8));
for (const row of conditional) {
  test(`R pnorm and integrate: z ${row.z} at ${row.information}`, () => {
    const { design, trend, hypothesis, predictive } = found(row);
    assertNear(design, row.design, 1e-12);
    assertNear(trend, row.trend, 1e-12);
    assertNear(hypothesis, row.hypothesis, 1e-12);
    assertNear(predictive, row.predictive, 1e-9);
  });
}

test('by hand: z = 1.2 at half, 1.96 needed, no difference: Φ(−1.572)', () => {
  assertNear(found({ z: 1.2, information: 0.5, critical: 1.96, drift: 0 }).hypothesis, 0.058, 5e-5);
});

test('z where the trend just reaches the bound: a half; more z helps; a bound of z√t turns with the sign', () => {
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(share, fc.double({ min: -3, max: 3, noNaN: true }), (information, z) => {
      const look = { z, information, critical: 1.96, drift: 2.8 };
      assertNear(found({ ...look, critical: z / Math.sqrt(information) }).trend, 0.5, 1e-12);
      assert.ok(found({ ...look, z: z + 0.1 }).design >= found(look).design);
      assertNear(found({ ...look, drift: 0 }).design, found(look).hypothesis, 1e-15);
      const rest = (1.96 - z * Math.sqrt(information)) / Math.sqrt(1 - information);
      assertNear(found(look).hypothesis, normalUpperTail(rest), 1e-14);
    }),
  );
});

const refusals: readonly (readonly [change: Partial<InterimLook>, expected: string])[] = [
  [{ information: 0 }, 'information not between 0 and 1'],
  [{ information: 1 }, 'information not between 0 and 1'],
  [{ z: Number.NaN }, 'not a number'],
  [{ critical: Number.POSITIVE_INFINITY }, 'not a number'],
];
for (const [change, expected] of refusals) {
  test(`${JSON.stringify(change)}: ${expected}`, () => {
    const look = { z: 1, information: 0.5, critical: 2, drift: 3, ...change };
    assert.deepEqual(computeConditionalPower(look), { notEstimable: expected });
  });
}

test('a result says by which method and conventions it was found', () => {
  const found = computeConditionalPower({ z: 1.2, information: 0.5, critical: 1.96, drift: 0 });
  assertSays(found, 'conditional-power/1', { direction: 'large z is success' });
});
