import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, expectedOf } from '../given.ts';
import { noncentralTUpperTail } from './noncentral-t.ts';
import { normalUpperTail } from './normal.ts';
import { studentUpperTail } from './student-t.ts';

// Expected numbers: `evidence/oracles/noncentral-t/make.R` (`lenth1989`).

type Row = Readonly<Record<'t' | 'df' | 'delta' | 'upper', number>>;
const rows = expectedOf<readonly Row[]>('noncentral-t');
test('the oracle has its rows', () => assert.equal(rows.length, 12));
for (const { t, df, delta, upper } of rows) {
  test(`the integral over the chi distribution in R: ${t}, ${df} df, ${delta}`, () => {
    assertNear(noncentralTUpperTail(t, df, delta), upper, 1e-11);
  });
}

test('at 0 it is the normal distribution of the numerator (lenth1989), without delta Student’s t', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 8, noNaN: true }),
      fc.double({ min: 1, max: 200, noNaN: true }),
      (delta, df) => {
        assertNear(noncentralTUpperTail(0, df, delta), normalUpperTail(-delta), 1e-12);
        assertNear(noncentralTUpperTail(2, df, 0), studentUpperTail(2, df), 1e-12);
      },
    ),
  );
});

test('falls with t and rises with delta', () => {
  const between = fc.double({ min: 0, max: 6, noNaN: true });
  fc.assert(
    fc.property(between, between, fc.double({ min: 0.1, max: 2, noNaN: true }), (t, delta, more) => {
      const here = noncentralTUpperTail(t, 18, delta);
      assert.ok(noncentralTUpperTail(t + more, 18, delta) <= here + 1e-14);
      assert.ok(noncentralTUpperTail(t, 18, delta + more) >= here - 1e-14);
    }),
  );
});

test('a negative t or no degrees of freedom are faults', () => {
  assert.throws(() => noncentralTUpperTail(-1, 5, 1), /no upper tail/);
  assert.throws(() => noncentralTUpperTail(1, 0, 1), /no upper tail/);
});
