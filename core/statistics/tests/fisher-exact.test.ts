import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import type { Counts } from '../counts.ts';
import { assertSays } from '../given.ts';
import { type FisherExact, testFisherExact } from './fisher-exact.ts';

const fisher = (x1: number, n1: number, x2: number, n2: number): FisherExact => {
  const result = testFisherExact({ events: x1, of: n1 }, { events: x2, of: n2 });
  assert.ok('method' in result);
  return result;
};

type Row = Readonly<Record<'x1' | 'n1' | 'x2' | 'n2' | 'twoSided' | 'greater' | 'less', number>>;
const file = new URL('../../../evidence/oracles/fisher-exact/expected.json', import.meta.url);
const rows: readonly Row[] = JSON.parse(readFileSync(file, 'utf8'));

test('the oracle has its rows', () => assert.equal(rows.length, 18));
for (const { x1, n1, x2, n2, ...expected } of rows) {
  test(`as R: ${x1}/${n1} against ${x2}/${n2}`, () => {
    const result = fisher(x1, n1, x2, n2);
    for (const side of ['twoSided', 'greater', 'less'] as const) {
      assert.ok(Math.abs(result[side] / expected[side] - 1) < 1e-12, `${side} ${result[side]} for ${expected[side]}`);
    }
  });
}

// Two-sided p as printed, or recomputed in R from printed counts where the source is marked (R).
const published: readonly (readonly [source: string, x1: number, n1: number, x2: number, n2: number, p: string])[] = [
  ['Deng 2017, remission', 9, 12, 5, 6, '1.000'],
  ['LUNAR 2012, overall response (R; printed .18 is chi-square)', 41, 72, 33, 72, '0.243'],
  ['He 2020, complete response of nephritis (R; printed .036 does not follow from the counts)', 7, 13, 2, 12, '0.097'],
  ['Wang 2019 table 2, female', 15, 16, 46, 53, '0.67'],
  ['Wang 2019 table 2, rash', 12, 16, 32, 53, '0.38'],
  ['Wang 2019 table 2, oral ulcers', 4, 16, 8, 53, '0.45'],
  ['Wang 2019 table 2, serositis', 1, 16, 16, 53, '0.09'],
  ['Wang 2019 table 2, renal', 14, 16, 50, 53, '0.33'],
  ['Wang 2019 table 2, neurological', 3, 16, 2, 53, '0.08'],
  ['Wang 2019 table 2, anti-Sm', 4, 16, 17, 53, '0.76'],
  ['Wang 2019 table 2, anti-SSA', 6, 16, 11, 53, '0.20'],
  ['Wang 2019 table 2, anti-SSB', 0, 16, 6, 53, '0.32'],
  ['Wang 2019 table 2, hydroxychloroquine', 3, 16, 28, 53, '0.02'],
  ['Wang 2019 table 2, vasculitis (R; printed .31)', 5, 16, 9, 53, '0.287'],
  ['Wang 2019 table 2, cardiorespiratory (R; printed .21)', 2, 16, 17, 53, '0.202'],
  ['Wang 2019 table 2, antinuclear antibodies (R; printed .30)', 11, 16, 43, 53, '0.314'],
];
for (const [source, x1, n1, x2, n2, p] of published) {
  test(`published: ${source}`, () => {
    assert.equal(fisher(x1, n1, x2, n2).twoSided.toFixed(p.length - 2), p);
  });
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
const binomial = (n: number, p: number): readonly number[] =>
  Array.from({ length: n + 1 }, (_, k) => choose(n, k) * p ** k * (1 - p) ** (n - k));

/** Probability that the two-sided test rejects at 5 %, by adding up all tables. */
const power = (n1: number, n2: number, p1: number, p2: number): number => {
  const second = binomial(n2, p2);
  const cells = binomial(n1, p1).flatMap((a, x1) =>
    second.map((b, x2) => (fisher(x1, n1, x2, n2).twoSided <= 0.05 ? a * b : 0)),
  );
  return cells.reduce((sum, cell) => sum + cell, 0);
};

// R 4.2.2, by enumeration with fisher.test: the first two rows to 1e-9, the others rounded to the digits that stand here.
const powers: readonly (readonly [n1: number, n2: number, p1: number, p2: number, expected: number, within: number])[] =
  [
    [20, 20, 0.8, 0.4, 0.6502249209351981, 1e-9],
    [10, 10, 0.7, 0.2, 0.42555989049563336, 1e-9],
    [20, 20, 0.6, 0.3, 0.347, 5e-4],
    [20, 20, 0.8, 0.3, 0.846, 5e-4],
    [20, 20, 0.5, 0.5, 0.0204, 5e-5],
    [10, 10, 0.6, 0.2, 0.253, 5e-4],
    [10, 10, 0.8, 0.2, 0.635, 5e-4],
    [10, 10, 0.5, 0.5, 0.0128, 5e-4],
    [12, 6, 0.75, 0.25, 0.45, 5e-4],
  ];
for (const [n1, n2, p1, p2, expected, within] of powers) {
  test(`power with ${n1} and ${n2}, ${p1} against ${p2}`, () => {
    const found = power(n1, n2, p1, p2);
    assert.ok(Math.abs(found - expected) <= within, `${found} for ${expected}`);
  });
}

const group = fc.integer({ min: 1, max: 60 }).chain((of) => fc.record({ events: fc.nat(of), of: fc.constant(of) }));

test('exchanging the arms exchanges the sides', () => {
  fc.assert(
    fc.property(group, group, (a: Counts, b: Counts) => {
      const [one, other] = [fisher(a.events, a.of, b.events, b.of), fisher(b.events, b.of, a.events, a.of)];
      assert.ok(Math.abs(one.twoSided - other.twoSided) < 1e-12);
      assert.ok(Math.abs(one.greater - other.less) < 1e-12 && Math.abs(one.less - other.greater) < 1e-12);
    }),
  );
});

test('the sides share the observed table, and no p exceeds 1', () => {
  fc.assert(
    fc.property(group, group, (a: Counts, b: Counts) => {
      const { twoSided, greater, less } = fisher(a.events, a.of, b.events, b.of);
      assert.ok(greater + less >= 1 - 1e-12 && Math.max(twoSided, greater, less) <= 1 + 1e-12);
      assert.ok(twoSided >= Math.min(greater, less) - 1e-12);
    }),
  );
});

test('more events in arm 1 make "greater" smaller', () => {
  for (let x = 1; x <= 20; x += 1) assert.ok(fisher(x, 20, 7, 20).greater < fisher(x - 1, 20, 7, 20).greater);
});

test('nobody or everybody had the event: p is exactly 1', () => {
  for (const [x1, x2] of [
    [0, 0],
    [9, 5],
  ] as const) {
    const { twoSided, greater, less } = fisher(x1, 9, x2, 5);
    assert.deepEqual([twoSided, greater, less], [1, 1, 1]);
  }
});

test('refuses what is no table', () => {
  assert.deepEqual(testFisherExact({ events: 0, of: 0 }, { events: 1, of: 2 }), { notEstimable: 'no participants' });
  assert.deepEqual(testFisherExact({ events: 1, of: 2 }, { events: 0.5, of: 2 }), {
    notEstimable: 'not a whole number',
  });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(testFisherExact({ events: 3, of: 10 }, { events: 5, of: 10 }), 'fisher-exact/1', {
    twoSided: 'tables not more probable than the observed one',
    tieTolerance: 1e-7,
  });
});
