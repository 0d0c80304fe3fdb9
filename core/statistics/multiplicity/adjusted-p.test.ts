import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import { type Adjustment, adjustP, refusePValues } from './adjusted-p.ts';

// Expected numbers: `evidence/oracles/public/statistics.json` and `evidence/oracles/adjusted-p/make.R` (`hommel1988`).

const adjusted = (p: readonly number[], adjustment: Adjustment): readonly number[] => {
  const result = adjustP(p, adjustment);
  assert.ok('adjusted' in result);
  return result.adjusted;
};
const assertSame = (found: readonly number[], expected: readonly number[] | undefined): void => {
  assert.equal(found.length, expected?.length);
  found.forEach((value, i) => {
    assertNear(value, expected?.[i] ?? Number.NaN, 1e-14);
  });
};

const names = [
  ['Bonferroni', 'bonferroni'],
  ['Holm', 'holm'],
  ['Hochberg', 'hochberg'],
  ['Hommel', 'hommel'],
  ['Benjamini-Hochberg', 'BH'],
  ['fixed sequence', 'fixedSequence'],
] as const;
type PublicOutput = Readonly<Record<(typeof names)[number][1], readonly number[]>>;
const cases = publicCases<{ readonly p: readonly number[] }, PublicOutput>('p_adjust');
for (const { id, input, output } of cases) {
  for (const [adjustment, name] of names) {
    test(`public ${id}: ${adjustment}`, () => assertSame(adjusted(input.p, adjustment), output[name]));
  }
}

type Family = Readonly<Record<Adjustment | 'p', readonly number[]>>;
const { families } = expectedOf<{ readonly families: readonly Family[] }>('adjusted-p');
test('the oracle has its rows', () => assert.equal(families.length, 9));
for (const family of families) {
  test(`R p.adjust: ${family.p}`, () => {
    for (const [adjustment] of names) assertSame(adjusted(family.p, adjustment), family[adjustment]);
  });
}

test('by hand, Holm of .01, .04, .03: thrice, then twice, the last not below it', () => {
  assertSame(adjusted([0.01, 0.04, 0.03], 'Holm'), [0.03, 0.06, 0.06]);
});

const anyP = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
test('each at least the p value, and Hommel ≤ Hochberg ≤ Holm ≤ Bonferroni', () => {
  fc.assert(
    fc.property(anyP, (p) => {
      const columns = (['Hommel', 'Hochberg', 'Holm', 'Bonferroni'] as const).map((name) => adjusted(p, name));
      p.forEach((value, i) => {
        const rising = [value, ...columns.map((column) => column[i] ?? Number.NaN)];
        rising.slice(1).forEach((now, k) => {
          assert.ok(now >= (rising[k] ?? 0) - 1e-15, `${rising}`);
        });
      });
    }),
  );
});

test('the order of hypotheses matters to the fixed sequence only', () => {
  fc.assert(
    fc.property(anyP, (p) => {
      for (const [adjustment] of names.slice(0, 5)) {
        assertSame(adjusted(p.toReversed(), adjustment), adjusted(p, adjustment).toReversed());
      }
    }),
  );
  assertSame(adjusted([0.2, 0.01], 'fixed sequence'), [0.2, 0.2]);
  assertSame(adjusted([0.01, 0.2], 'fixed sequence'), [0.01, 0.2]);
});

const refusals: readonly (readonly [p: readonly number[], expected: string | undefined])[] = [
  [[0, 1], undefined],
  [[], 'no hypotheses'],
  [[0.5, 1.01], 'p value not between 0 and 1'],
  [[-0.01], 'p value not between 0 and 1'],
  [[Number.NaN], 'p value not between 0 and 1'],
];
for (const [p, expected] of refusals) {
  test(`${p}: ${expected ?? 'adjustable'}`, () => {
    assert.equal(refusePValues(p)?.notEstimable, expected);
    assert.equal('notEstimable' in adjustP(p, 'Holm'), expected !== undefined);
  });
}

test('only Benjamini and Hochberg control something else', () => {
  const controls = names.map(([name]) => {
    const result = adjustP([0.5], name);
    return 'method' in result ? result.conventions.controls : undefined;
  });
  assert.deepEqual(new Set(controls.toSpliced(4, 1)), new Set(['family-wise error rate']));
  assert.equal(controls[4], 'false discovery rate');
});
