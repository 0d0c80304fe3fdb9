import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, publicCases } from '../given.ts';
import { computeDifferenceInterval } from '../intervals/miettinen-nurminen.ts';
import { type ArmWithMissing, deriveTippingGrid, type TippingGrid } from './tipping-point.ts';

const grid = (arm1: ArmWithMissing, arm0: ArmWithMissing, above?: number): TippingGrid => {
  const found = deriveTippingGrid(arm1, arm0, above);
  assert.ok('method' in found);
  return found;
};

type Input = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2', number>>;
type Output = { readonly mn: { readonly lower: number; readonly upper: number } };

test('with nothing missing it is one cell: the interval of the public oracle (evidence/oracles/public/statistics.json)', () => {
  for (const { input, output } of publicCases<Input & { readonly conf?: number }, Output>('rd_miettinen_nurminen')) {
    if (input.conf !== undefined && input.conf !== 0.95) continue;
    const [x1, n1, x2, n2] = [input.x1, input.n1, input.x2, input.n2];
    const { cells } = grid({ events: x1, of: n1, missing: 0 }, { events: x2, of: n2, missing: 0 });
    assert.equal(cells.length, 1);
    assertNear(cells[0]?.lower ?? Number.NaN, output.mn.lower, 1e-8);
    assertNear(cells[0]?.upper ?? Number.NaN, output.mn.upper, 1e-8);
  }
});

test('16 of 18 against 6 of 17, 2 and 3 missing: every cell, and it holds in all of them (yan2009)', () => {
  const { cells, border, method, conventions } = grid(
    { events: 16, of: 18, missing: 2 },
    { events: 6, of: 17, missing: 3 },
  );
  assert.deepEqual(
    cells.map(({ responses1, responses0 }) => `${responses1} ${responses0}`),
    ['0 0', '0 1', '0 2', '0 3', '1 0', '1 1', '1 2', '1 3', '2 0', '2 1', '2 2', '2 3'],
  );
  // 16/20 − 9/20 = .35, and its interval is above zero; 16/20 − 6/20 = .5.
  assertNear(cells[3]?.estimate ?? 0, 0.35, 1e-12);
  assertNear(cells[0]?.estimate ?? 0, 0.5, 1e-12);
  assert.ok(cells.every(({ holds }) => holds));
  assert.deepEqual(border, [{ responses1: 0 }, { responses1: 1 }, { responses1: 2 }]);
  assert.equal(method, 'tipping-point-binary/1');
  assert.deepEqual(conventions, {
    interval: 'miettinen-nurminen/1',
    confidence: 0.95,
    direction: 'arm 1 - arm 0',
    above: 0,
  });
});

test('the border names the first number of responses of arm 0 with which the conclusion falls', () => {
  const { cells, border } = grid({ events: 14, of: 17, missing: 3 }, { events: 6, of: 15, missing: 5 });
  for (const { responses1, firstFalling } of border) {
    const row = cells.filter((cell) => cell.responses1 === responses1);
    row.forEach(({ responses0, holds }) => {
      assert.equal(holds, firstFalling === undefined || responses0 < firstFalling);
    });
  }
  assert.ok(border.some(({ firstFalling }) => firstFalling !== undefined));
});

test('nobody known in an arm is a question, not a refusal', () => {
  assert.equal(grid({ events: 0, of: 0, missing: 4 }, { events: 1, of: 5, missing: 0 }).cells.length, 5);
});

test('refuses what cannot be estimated', () => {
  const arm = { events: 1, of: 2, missing: 0 };
  assert.deepEqual(deriveTippingGrid({ events: 0, of: 0, missing: 0 }, arm), { notEstimable: 'no participants' });
  assert.deepEqual(deriveTippingGrid({ events: 3, of: 2, missing: 5 }, arm), {
    notEstimable: 'more events than participants',
  });
  assert.deepEqual(deriveTippingGrid({ ...arm, missing: -1 }, arm), { notEstimable: 'negative count' });
  assert.deepEqual(deriveTippingGrid({ ...arm, missing: 0.5 }, arm), { notEstimable: 'not a whole number' });
  assert.deepEqual(deriveTippingGrid(arm, arm, 0, 2), { notEstimable: 'confidence not between 0 and 1' });
});

const armOf = fc.record({
  of: fc.integer({ min: 1, max: 15 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  missing: fc.nat(4),
});

test('a cell is the interval of its completed table, and holds as long as its lower end passes the margin', () => {
  fc.assert(
    fc.property(armOf, armOf, fc.constantFrom(0, -0.2), (a, b, above) => {
      const [arm1, arm0] = [a, b].map(({ of, share, missing }) => ({ events: Math.floor(of * share), of, missing }));
      assert.ok(arm1 && arm0);
      for (const { responses1, responses0, lower, holds } of grid(arm1, arm0, above).cells) {
        const own = computeDifferenceInterval(
          { events: arm1.events + responses1, of: arm1.of + arm1.missing },
          { events: arm0.events + responses0, of: arm0.of + arm0.missing },
        );
        assert.ok('method' in own && own.lower === lower && holds === own.lower > above);
      }
    }),
    { numRuns: 30 },
  );
});
