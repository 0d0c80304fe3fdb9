import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { normalLowerTail, normalUpperTail } from '../distributions/normal.ts';
import { assertNear, expectedOf } from '../given.ts';
import { atStart, chanceBeyond, exitChances, goOn, type Look } from './exit-chances.ts';

// Expected numbers: `evidence/oracles/group-sequential/make.R` (`armitage1969`).

const upTo = Number.NEGATIVE_INFINITY;

interface Row {
  readonly information: readonly number[];
  readonly criticalValues: readonly number[];
  readonly drift: number;
  readonly stops: number | readonly number[];
}
const { designs } = expectedOf<{ readonly designs: readonly Row[] }>('group-sequential');
test('the oracle has its rows', () => assert.equal(designs.length, 10));
for (const { information, criticalValues, drift, stops } of designs) {
  test(`nested integrals in R: bounds ${criticalValues.map((z) => z.toFixed(3))} at ${information.map((t) => t.toFixed(2))}`, () => {
    const looks = information.map((t, i) => ({ information: t, upper: criticalValues[i] ?? Number.NaN, lower: upTo }));
    const { above, below } = exitChances(looks, drift);
    [stops].flat().forEach((expected, i) => {
      assertNear(above[i] ?? Number.NaN, expected, 1e-9);
    });
    assert.deepEqual(
      below,
      information.map(() => 0),
    );
  });
}

test('one look is a normal tail', () => {
  const { above, below } = exitChances([{ information: 1, upper: 1.96, lower: -1 }], 0.5);
  assertNear(above[0] ?? Number.NaN, normalUpperTail(1.46), 1e-15);
  assertNear(below[0] ?? Number.NaN, normalLowerTail(-1.5), 1e-15);
});

// Jennison and Turnbull 2000, tables 2.1 and 2.3: two-sided Pocock and O'Brien–Fleming tests of 5 looks at .05,
// constants to three digits.
const constants: readonly (readonly [name: string, border: (look: number) => number])[] = [
  ['Pocock, 2.413', () => 2.413],
  ["O'Brien-Fleming, 2.040", (look) => 2.04 * Math.sqrt(5 / look)],
];
for (const [name, border] of constants) {
  test(`two-sided, five looks: ${name} spends .05`, () => {
    const looks = [1, 2, 3, 4, 5].map((k): Look => ({ information: k / 5, upper: border(k), lower: -border(k) }));
    const { above, below } = exitChances(looks, 0);
    const all = [...above, ...below].reduce((sum, chance) => sum + chance, 0);
    assertNear(all, 0.05, 5e-5);
    above.forEach((chance, k) => {
      assertNear(chance, below[k] ?? Number.NaN, 1e-13);
    });
  });
}

// armitage1969, table 2: chance that one of so many tests at two-sided .05 is significant where there is no difference.
const repeated: readonly (readonly [looks: number, expected: string])[] = [
  [1, '0.050'],
  [2, '0.083'],
  [3, '0.107'],
  [4, '0.126'],
  [5, '0.142'],
  [10, '0.193'],
];
for (const [looks, expected] of repeated) {
  test(`${looks} tests at .05 are significant by chance in ${expected}`, () => {
    const border = 1.959963984540054;
    const all = Array.from({ length: looks }, (_, k) => ({
      information: (k + 1) / looks,
      upper: border,
      lower: -border,
    }));
    const { above, below } = exitChances(all, 0);
    assert.equal([...above, ...below].reduce((sum, chance) => sum + chance, 0).toFixed(3), expected);
  });
}

test('whatever the bounds, every trial ends somewhere: with a last look that stops all, the chances add up to 1', () => {
  const border = fc.double({ min: 0.2, max: 4, noNaN: true });
  const shares = fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(shares, border, border, fc.double({ min: -3, max: 4, noNaN: true }), (parts, upper, lower, drift) => {
      const all = parts.reduce((sum, part) => sum + part, 0);
      let reached = 0;
      const looks = parts.map((part, k) => {
        reached += part / all;
        const isLast = k === parts.length - 1;
        return { information: reached, upper: isLast ? 0 : upper, lower: isLast ? 0 : -lower };
      });
      const { above, below } = exitChances(looks, drift);
      assertNear(
        [...above, ...below].reduce((sum, chance) => sum + chance, 0),
        1,
        1e-9,
      );
      const mirrored = exitChances(
        looks.map((look) => ({ ...look, upper: -look.lower, lower: -look.upper })),
        -drift,
      );
      above.forEach((chance, k) => {
        assertNear(chance, mirrored.below[k] ?? Number.NaN, 1e-12);
      });
    }),
    { numRuns: 40 },
  );
});

test('who goes on after a look that stops nobody is everybody; after one that stops all, nobody', () => {
  const free = goOn(atStart, { information: 0.5, upper: 9, lower: -9 }, 0, 1);
  assertNear(
    free.masses.reduce((sum, mass) => sum + mass, 0),
    1,
    1e-12,
  );
  assertNear(chanceBeyond(free, 1, 1.96, 0, 'above'), normalUpperTail(1.96), 1e-12);
  const none = goOn(atStart, { information: 0.5, upper: 1, lower: 1 }, 0, 1);
  assert.equal(chanceBeyond(none, 1, 0, 0, 'above'), 0);
});
