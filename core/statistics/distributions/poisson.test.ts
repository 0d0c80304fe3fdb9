import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf } from '../given.ts';
import { poissonLowerTail, poissonUpperTail } from './poisson.ts';

type Row = Readonly<Record<'x' | 'mean' | 'lower' | 'upper', number>>;

test("tails as R's ppois (evidence/oracles/poisson-rate)", () => {
  for (const { x, mean, lower, upper } of expectedOf<{ readonly tails: readonly Row[] }>('poisson-rate').tails) {
    assertClose(poissonLowerTail(x, mean), lower, 1e-11, `x ${x} mean ${mean}`);
    assertClose(poissonUpperTail(x, mean), upper, 1e-11, `x ${x} mean ${mean}`);
  }
});

test('no events at a mean of 3: exp(−3), the rule of three', () => {
  assertClose(poissonLowerTail(0, 3), Math.exp(-3), 1e-15);
  assertClose(poissonUpperTail(0, 3), 1, 1e-15);
});

test('the tails on both sides of a gap add up to one', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.double({ min: 0.01, max: 200, noNaN: true }), (x, mean) => {
      assertNear(poissonLowerTail(x, mean) + poissonUpperTail(x + 1, mean), 1, 1e-13);
    }),
  );
});
