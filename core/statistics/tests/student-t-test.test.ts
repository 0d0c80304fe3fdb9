import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, assertSays, expectedOf, publicCases } from '../given.ts';
import type { ValuesProblem } from '../values.ts';
import { inferByStudent, type StudentTest, testMeanChange, testMeans } from './student-t-test.ts';

const told = (result: StudentTest | NotEstimable<ValuesProblem>): StudentTest => {
  assert.ok('method' in result);
  return result;
};

interface Input {
  readonly arm: readonly number[];
  readonly base: readonly number[];
  readonly y: readonly number[];
}
interface Part extends Readonly<Record<'se' | 'df' | 't' | 'p', number>> {
  readonly diff: number;
  readonly ci: { readonly lower: number; readonly upper: number };
}
const agree = (found: StudentTest, expected: readonly number[], tolerance: number): void => {
  const { estimate, standardError, df, t, twoSided, lower, upper } = found;
  [estimate, standardError, df, t, twoSided, lower, upper].forEach((value, i) => {
    assertClose(value, expected[i] ?? Number.NaN, tolerance, String(i));
  });
};

// R's t.test: evidence/oracles/public/statistics.json.
type Parts = Readonly<Record<'welch' | 'pooled' | 'changeAll', Part>>;
for (const { id, input, output } of publicCases<Input, Parts>('t_test')) {
  test(`as R: ${id}`, () => {
    const [arm1, arm0] = [1, 0].map((arm) => input.y.filter((_, i) => input.arm[i] === arm));
    const flat = ({ diff, se, df, t, p, ci }: Part): readonly number[] => [diff, se, df, t, p, ci.lower, ci.upper];
    agree(told(testMeans(arm1 ?? [], arm0 ?? [])), flat(output.welch), 1e-10);
    agree(told(testMeans(arm1 ?? [], arm0 ?? [], 'pooled')), flat(output.pooled), 1e-10);
    const changes = input.y.map((y, i) => y - (input.base[i] ?? 0));
    agree(told(testMeanChange(changes)), flat(output.changeAll), 1e-10);
  });
}

type Own = Readonly<Record<'estimate' | 'se' | 'df' | 't' | 'p' | 'lower' | 'upper', number>>;
interface Row extends Readonly<Record<'welch' | 'pooled' | 'change', Own>> {
  readonly arm1: readonly number[];
  readonly arm0: readonly number[];
  readonly confidence: number;
}
for (const { arm1, arm0, confidence, ...expected } of expectedOf<readonly Row[]>('student-t-test')) {
  test(`as R: ${arm1.length} against ${arm0.length} at ${confidence} (evidence/oracles/student-t-test)`, () => {
    const flat = ({ estimate, se, df, t, p, lower, upper }: Own): readonly number[] => [
      estimate,
      se,
      df,
      t,
      p,
      lower,
      upper,
    ];
    agree(told(testMeans(arm1, arm0, 'Welch', confidence)), flat(expected.welch), 1e-10);
    agree(told(testMeans(arm1, arm0, 'pooled', confidence)), flat(expected.pooled), 1e-10);
    agree(told(testMeanChange(arm0, confidence)), flat(expected.change), 1e-10);
  });
}

test('the additional hours of sleep of ten patients (student1908): t 4.06 on 9 df, p .0028', () => {
  const found = told(testMeanChange([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4]));
  assertNear(found.t, 4.0621, 1e-4);
  assertNear(found.twoSided, 0.002833, 1e-6);
  assert.deepEqual([found.df, found.method, found.conventions.direction], [9, 'paired-t/1', 'mean - 0']);
});

test('refuses what cannot be estimated', () => {
  assert.deepEqual(testMeans([1], [1, 2]), { notEstimable: 'fewer than two participants' });
  assert.deepEqual(testMeans([1, 1], [2, 2]), { notEstimable: 'no variation' });
  assert.deepEqual(testMeans([1, 2], []), { notEstimable: 'no participants' });
  assert.deepEqual(testMeanChange([3, 3, 3]), { notEstimable: 'no variation' });
  assert.deepEqual(testMeanChange([3]), { notEstimable: 'fewer than two participants' });
});

const sample = fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 3, maxLength: 20 });

test('exchanging the arms turns the sign; the interval leaves out zero exactly when p is below 5 %', () => {
  fc.assert(
    fc.property(sample, sample, fc.constantFrom('Welch' as const, 'pooled' as const), (one, other, pooling) => {
      fc.pre(new Set(one).size > 1 && new Set(other).size > 1);
      const [own, turned] = [told(testMeans(one, other, pooling)), told(testMeans(other, one, pooling))];
      assertNear(own.t, -turned.t, 1e-12);
      assertNear(own.lower, -turned.upper, 1e-10);
      fc.pre(Math.abs(own.twoSided - 0.05) > 1e-9);
      assert.equal(own.twoSided < 0.05, own.lower > 0 || own.upper < 0);
    }),
  );
});

test('with many degrees of freedom the interval is the normal one: 1.959964', () => {
  assertNear(inferByStudent(0, 1, 1e9, 0.95).upper, 1.959963985, 1e-8);
});

/** So many values with exactly this mean and standard deviation: as far as a t test goes, what a paper printed of them. */
const withMoments = (n: number, mean: number, sd: number): readonly number[] => {
  const centred = Array.from({ length: n }, (_, i) => i - (n - 1) / 2);
  const spread = Math.sqrt(centred.reduce((sum, x) => sum + x * x, 0) / (n - 1));
  return centred.map((x) => mean + (sd * x) / spread);
};

/**
 * deng2017, 24 h protein at 6 months: 1.0 (1.0) g of 12 against 3.1 (2.7) g of 6. What the groups come to depends on the
 * variance that is supposed: p .12 or .03 (recomputed in R from the printed moments).
 */
test('deng2017: protein of 12 and of 6, Welch beside pooled', () => {
  const [cells, placebo] = [withMoments(12, 1, 1), withMoments(6, 3.1, 2.7)];
  const [welch, pooled] = (['Welch', 'pooled'] as const).map((pooling) => told(testMeans(cells, placebo, pooling)));
  assert.deepEqual(
    [welch?.estimate.toFixed(1), welch?.t.toFixed(3), welch?.df.toFixed(2), welch?.twoSided.toFixed(4)],
    ['-2.1', '-1.843', '5.70', '0.1175'],
  );
  assert.deepEqual([pooled?.df, pooled?.twoSided.toFixed(4)], [16, '0.0268']);
});

/**
 * Liang 2010 (Ann Rheum Dis 69:1423): SLEDAI of 12 people 12.2 (3.3) before, 3.2 (2.8) after, and protein 2505 (1323.9) to 858.0 (800.7) mg, each
 * printed as p < .05 by the paired test. It needs the correlation, which was not printed: true for any from −½ to ½.
 */
const paired: readonly (readonly [what: string, fall: number, before: number, after: number])[] = [
  ['SLEDAI', 9, 3.3, 2.8],
  ['24 h protein', 1647, 1323.9, 800.7],
];
for (const [what, fall, before, after] of paired) {
  for (const r of [-0.5, 0, 0.5]) {
    test(`Liang 2010: ${what}, correlation ${r}`, () => {
      const sd = Math.sqrt(before ** 2 + after ** 2 - 2 * r * before * after);
      const { twoSided, df } = told(testMeanChange(withMoments(12, -fall, sd)));
      assert.ok(twoSided < 0.05 && df === 11, String(twoSided));
    });
  }
}

test('a result says by which method and conventions it was found', () => {
  const twoSided = 'twice the upper tail of |t|';
  const between = { confidence: 0.95, direction: 'arm 1 - arm 0', twoSided };
  assertSays(testMeans([1, 3, 4], [2, 5, 9]), 'welch-t/1', between);
  assertSays(testMeans([1, 3, 4], [2, 5, 9], 'pooled'), 'pooled-t/1', between);
  assertSays(testMeanChange([1, 3, 4]), 'paired-t/1', { confidence: 0.95, direction: 'mean - 0', twoSided });
});
