import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { assertSays, group } from '../given.ts';
import { computeClopperPearson, type ProportionInterval } from './clopper-pearson.ts';

const interval = (events: number, of: number, confidence = 0.95): ProportionInterval => {
  const result = computeClopperPearson({ events, of }, confidence);
  assert.ok('method' in result);
  return result;
};

type Row = Readonly<Record<'x' | 'n' | 'confidence' | 'lower' | 'upper', number>>;
const file = new URL('../../../evidence/oracles/clopper-pearson/expected.json', import.meta.url);
const rows: readonly Row[] = JSON.parse(readFileSync(file, 'utf8'));

test('the oracle has its rows', () => assert.equal(rows.length, 15));
for (const { x, n, confidence, lower, upper } of rows) {
  test(`as R: ${x} of ${n} at ${confidence}`, () => {
    const found = interval(x, n, confidence);
    assert.ok(Math.abs(found.lower - lower) < 1e-12 && Math.abs(found.upper - upper) < 1e-12);
  });
}

// Per cent. Kamen 2022 prints its interval; the others print the counts and are recomputed with R's binom.test.
const published: readonly (readonly [source: string, x: number, n: number, expected: string])[] = [
  ['Kamen 2022, SRI-4 (printed)', 5, 6, '83.3 (35.9-99.6)'],
  ['Wang 2014, major clinical response', 13, 40, '32.5 (18.6-49.1)'],
  ['Wang 2014, any response', 24, 40, '60.0 (43.3-75.1)'],
  ['Wang 2014, survival', 37, 40, '92.5 (79.6-98.4)'],
  ['Gu 2014, remission', 49, 81, '60.5 (49.0-71.2)'],
  ['Gu 2014, survival', 77, 81, '95.1 (87.8-98.6)'],
  ['Gu 2014, flare', 11, 49, '22.4 (11.8-36.6)'],
];
const percent = (share: number): string => (100 * share).toFixed(1);
for (const [source, x, n, expected] of published) {
  test(`published: ${source}`, () => {
    const { estimate, lower, upper } = interval(x, n);
    assert.equal(`${percent(estimate)} (${percent(lower)}-${percent(upper)})`, expected);
  });
}

test('no events among n: the one-sided 95 % bound is the closed form 1 - 0.05^(1/n)', () => {
  for (const n of [1, 11, 16, 40]) {
    const { lower, upper } = interval(0, n, 0.9);
    assert.equal(lower, 0);
    assert.ok(Math.abs(upper - (1 - 0.05 ** (1 / n))) < 1e-14);
  }
});

test('a result says what it is', () => {
  const { method, conventions } = interval(3, 11, 0.9);
  assert.deepEqual([method, conventions], ['clopper-pearson/1', { confidence: 0.9, sides: 'two-sided, equal tails' }]);
});

const counts = fc.integer({ min: 1, max: 200 }).chain((of) => fc.tuple(fc.nat(of), fc.constant(of)));

test('counting the others mirrors the interval; it holds the estimate; ends are exact at 0 and n', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      const [own, others] = [interval(x, n), interval(n - x, n)];
      assert.ok(Math.abs(own.lower - (1 - others.upper)) < 1e-12);
      assert.ok(own.lower <= own.estimate && own.estimate <= own.upper);
      assert.deepEqual([own.lower === 0, own.upper === 1], [x === 0, x === n]);
    }),
  );
});

test('more events move both ends up; more confidence widens', () => {
  fc.assert(
    fc.property(counts, ([x, n]) => {
      fc.pre(x > 0);
      const [less, more, wide] = [interval(x - 1, n), interval(x, n), interval(x, n, 0.99)];
      assert.ok(less.lower < more.lower && less.upper < more.upper);
      assert.ok(wide.lower < more.lower && wide.upper >= more.upper);
    }),
  );
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(computeClopperPearson({ events: 0, of: 0 }), { notEstimable: 'no participants' });
  assert.deepEqual(computeClopperPearson({ events: 2, of: 1 }), { notEstimable: 'more events than participants' });
  assert.deepEqual(computeClopperPearson({ events: 1, of: 1 }, 0), { notEstimable: 'confidence not between 0 and 1' });
});

test('a result says by which method and conventions it was found', () => {
  assertSays(computeClopperPearson(group(3, 10)), 'clopper-pearson/1', {
    confidence: 0.95,
    sides: 'two-sided, equal tails',
  });
});
