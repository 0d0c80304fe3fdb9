import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear } from '../given.ts';
import { type AlphaSpending, spentAlpha } from './alpha-spending.ts';

// lan1983, hwang1990, kim1987. R 4.2.2: 2 * pnorm(qnorm(.0125) / sqrt(.5)), .025 * log(1 + (exp(1) - 1) * .5),
// .025 * (1 - exp(2)) / (1 - exp(4)), .025 * .5^3; the first also in the public oracle group_sequential-03.
const rows: readonly (readonly [rule: AlphaSpending, expected: number])[] = [
  [{ spending: "O'Brien-Fleming type" }, 0.0015253227579890005],
  [{ spending: 'Pocock type' }, 0.01550286267395694],
  [{ spending: 'Hwang-Shih-DeCani', gamma: -4 }, 0.0029800730505532],
  [{ spending: 'Hwang-Shih-DeCani', gamma: 0 }, 0.0125],
  [{ spending: 'power', exponent: 3 }, 0.003125],
];
for (const [rule, expected] of rows) {
  test(`half way, ${JSON.stringify(rule)}`, () => assertNear(spentAlpha(rule, 0.025, 0.5), expected, 1e-13));
}

test('rises with the information to all of alpha, and never beyond', () => {
  const share = fc.double({ min: 0.001, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.constantFrom(...rows), (s, t, [rule]) => {
      const [early, late] = [Math.min(s, t), Math.max(s, t)].map((x) => spentAlpha(rule, 0.025, x));
      assert.ok(early !== undefined && late !== undefined && early >= 0 && early <= late && late <= 0.025 + 1e-15);
    }),
  );
  for (const [rule] of rows)
    assert.deepEqual([spentAlpha(rule, 0.025, 1), spentAlpha(rule, 0.025, 1.2)], [0.025, 0.025]);
});

test('hardly anything so early that its logarithm would be needed', () => {
  assert.ok(spentAlpha({ spending: "O'Brien-Fleming type" }, 0.025, 0.01) < 1e-100);
});
