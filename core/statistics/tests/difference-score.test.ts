import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import type { Counts } from '../counts.ts';
import { ratesGivenDifference, scoreOfDifference } from './difference-score.ts';

type Row = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'margin' | 'zMN' | 'zFM', number>>;
const file = new URL('../../../evidence/oracles/miettinen-nurminen/expected.json', import.meta.url);
const { tests: rows }: { readonly tests: readonly Row[] } = JSON.parse(readFileSync(file, 'utf8'));

test('the oracle has its rows', () => assert.equal(rows.length, 5));
for (const { x1, n1, x2, n2, margin, zMN, zFM } of rows) {
  test(`z as base R: ${x1}/${n1} against ${x2}/${n2}, margin ${margin}`, () => {
    const [arm1, arm0] = [
      { events: x1, of: n1 },
      { events: x2, of: n2 },
    ];
    assert.ok(Math.abs(scoreOfDifference(arm1, arm0, -margin, 'N / (N - 1)') - zMN) < 1e-12);
    assert.ok(Math.abs(scoreOfDifference(arm1, arm0, -margin, 'none') - zFM) < 1e-12);
  });
}

const group = fc.integer({ min: 1, max: 80 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));
const difference = fc.double({ min: -0.999, max: 0.999, noNaN: true });

const logLikelihood = (arm1: Counts, arm0: Counts, rate1: number, rate0: number): number => {
  const term = (count: number, rate: number): number => (count === 0 ? 0 : count * Math.log(Math.max(rate, 0)));
  return (
    term(arm1.events, rate1) +
    term(arm1.of - arm1.events, 1 - rate1) +
    term(arm0.events, rate0) +
    term(arm0.of - arm0.events, 1 - rate0)
  );
};

test('no other rates with the same difference are more likely', () => {
  fc.assert(
    fc.property(group, group, difference, fc.double({ min: 0, max: 1, noNaN: true }), (arm1, arm0, d, share) => {
      const { rate1, rate0 } = ratesGivenDifference(arm1, arm0, d);
      assert.ok(Math.abs(rate1 - rate0 - d) < 1e-12 && Math.min(rate0, rate1) >= 0 && Math.max(rate0, rate1) <= 1);
      const [low, high] = [Math.max(0, -d), Math.min(1, 1 - d)];
      const best = logLikelihood(arm1, arm0, rate1, rate0);
      // Anywhere in the domain, and close by.
      for (const other of [low + share * (high - low), rate0 + (share - 0.5) * 1e-4]) {
        const rate = Math.min(high, Math.max(low, other));
        assert.ok(best >= logLikelihood(arm1, arm0, Math.min(1, Math.max(0, rate + d)), rate) - 1e-9);
      }
    }),
    { numRuns: 2000 },
  );
});

// By symmetry the two rates lie evenly about a half; here the roots of the cubic nearly meet, and half of its digits are lost.
for (const [difference, rate0] of [
  [-0.995, 0.9975],
  [-0.9999999, 0.99999995],
] as const) {
  test(`rates at a difference of ${difference} keep their digits`, () => {
    const rates = ratesGivenDifference({ events: 0, of: 5 }, { events: 5, of: 5 }, difference);
    assert.ok(Math.abs(rates.rate0 - rate0) < 1e-14);
  });
}

test('at the observed difference z is 0; exchanging the arms changes its sign', () => {
  fc.assert(
    fc.property(group, group, difference, (arm1, arm0, d) => {
      assert.equal(scoreOfDifference(arm1, arm0, arm1.events / arm1.of - arm0.events / arm0.of, 'none'), 0);
      const [z, turned] = [scoreOfDifference(arm1, arm0, d, 'none'), -scoreOfDifference(arm0, arm1, -d, 'none')];
      assert.ok(Math.abs(z - turned) <= 1e-9 * Math.max(1, Math.abs(z)), `${z} and ${turned}`);
    }),
  );
});

test('counting failures in place of successes changes the sign of z', () => {
  const failures = ({ events, of }: Counts): Counts => ({ events: of - events, of });
  fc.assert(
    fc.property(group, group, difference, (arm1, arm0, d) => {
      const z = scoreOfDifference(arm1, arm0, d, 'N / (N - 1)');
      const turned = -scoreOfDifference(failures(arm1), failures(arm0), -d, 'N / (N - 1)');
      assert.ok(Math.abs(z - turned) <= 1e-9 * Math.max(1, Math.abs(z)), `${z} and ${turned}`);
    }),
  );
});

test('the factor makes z smaller, and nothing is NaN, not even at ±1', () => {
  fc.assert(
    fc.property(group, group, fc.oneof(difference, fc.constantFrom(-1, 0, 1)), (arm1, arm0, d) => {
      const [mn, fm] = (['N / (N - 1)', 'none'] as const).map((factor) => scoreOfDifference(arm1, arm0, d, factor));
      assert.ok(mn !== undefined && fm !== undefined && Math.abs(mn) <= Math.abs(fm));
    }),
  );
});
