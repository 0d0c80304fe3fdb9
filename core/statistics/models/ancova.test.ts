import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { NotEstimable } from '../counts.ts';
import { assertClose, assertNear, expectedOf, publicCases } from '../given.ts';
import { type StudentInference, testMeans } from '../tests/student-t-test.ts';
import { type Ancova, type AncovaProblem, fitAncova } from './ancova.ts';
import type { Observation } from './design-row.ts';

const fitted = (result: Ancova | NotEstimable<AncovaProblem>): Ancova => {
  assert.ok('method' in result);
  return result;
};

interface Input extends Readonly<Record<'arm' | 'base' | 'y' | 'stratum', readonly number[]>> {}
interface Output extends Readonly<Record<'diff' | 'se' | 'df' | 't' | 'p', number>> {
  readonly ci: { readonly lower: number; readonly upper: number };
  readonly lsmeans: Readonly<Record<'arm0' | 'se0' | 'arm1' | 'se1', number>>;
  readonly withStratum: Readonly<Record<'diff' | 'se' | 'df' | 'p' | 'arm0' | 'arm1', number>>;
}
const observe = ({ arm, base, y, stratum }: Input, withStratum: boolean): readonly Observation[] =>
  y.map((value, i) => ({
    arm: arm[i] === 1 ? 1 : 0,
    value,
    covariates: [base[i] ?? Number.NaN],
    factors: withStratum ? [String(stratum[i])] : [],
  }));

// R's lm and emmeans: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('ancova')) {
  test(`as R: ${id}`, () => {
    const { difference, adjustedMeans } = fitted(fitAncova(observe(input, false)));
    const { arm1, arm0 } = adjustedMeans;
    const { diff, se, df, t, p, ci, lsmeans, withStratum } = output;
    const found = [difference.estimate, difference.standardError, difference.df, difference.t, difference.twoSided];
    [diff, se, df, t, p].forEach((expected, i) => {
      assertClose(found[i] ?? 0, expected, 1e-9);
    });
    const more = [
      difference.lower,
      difference.upper,
      arm0.estimate,
      arm0.standardError,
      arm1.estimate,
      arm1.standardError,
    ];
    [ci.lower, ci.upper, lsmeans.arm0, lsmeans.se0, lsmeans.arm1, lsmeans.se1].forEach((expected, i) => {
      assertClose(more[i] ?? 0, expected, 1e-9);
    });
    const strata = fitted(fitAncova(observe(input, true)));
    assertClose(strata.difference.estimate, withStratum.diff, 1e-9);
    assertClose(strata.difference.standardError, withStratum.se, 1e-9);
    assertClose(strata.difference.twoSided, withStratum.p, 1e-9);
    assertClose(strata.adjustedMeans.arm0.estimate, withStratum.arm0, 1e-9);
    assertClose(strata.adjustedMeans.arm1.estimate, withStratum.arm1, 1e-9);
    assert.equal(strata.difference.df, withStratum.df);
  });
}

type Part = Readonly<Record<'estimate' | 'se' | 'df' | 'p' | 'lower' | 'upper', number>>;
interface Row {
  readonly observations: readonly Observation[];
  readonly difference: Part;
  readonly equal: readonly Part[];
  readonly observed: readonly Part[];
  readonly residualVariance: number;
}
const agree = (found: StudentInference, expected: Part | undefined): void => {
  assert.ok(expected);
  assertClose(found.estimate, expected.estimate, 1e-9);
  assertClose(found.standardError, expected.se, 1e-9);
  assertClose(found.twoSided, expected.p, 1e-8);
  assertClose(found.lower, expected.lower, 1e-8);
  assertClose(found.upper, expected.upper, 1e-8);
  assert.equal(found.df, expected.df);
};
for (const [i, row] of expectedOf<readonly Row[]>('ancova').entries()) {
  test(`as R's lm with both weightings: set ${i + 1}, n ${row.observations.length} (evidence/oracles/ancova)`, () => {
    const [equal, observed] = (['equal', 'as observed'] as const).map((weights) =>
      fitted(fitAncova(row.observations, weights)),
    );
    assert.ok(equal && observed);
    agree(equal.difference, row.difference);
    agree(observed.difference, row.difference);
    agree(equal.adjustedMeans.arm1, row.equal[0]);
    agree(equal.adjustedMeans.arm0, row.equal[1]);
    agree(observed.adjustedMeans.arm1, row.observed[0]);
    agree(observed.adjustedMeans.arm0, row.observed[1]);
    assertClose(equal.residualVariance, row.residualVariance, 1e-9);
  });
}

const observation = fc.record({
  arm: fc.constantFrom<0 | 1>(0, 1),
  value: fc.integer({ min: -20, max: 20 }),
  covariates: fc.tuple(fc.integer({ min: 0, max: 30 })),
  factors: fc.tuple(fc.constantFrom('a', 'b')),
});
const sample = fc.array(observation, { minLength: 8, maxLength: 30 });

test('without covariates it is the pooled t test; a covariate in another unit changes nothing', () => {
  fc.assert(
    fc.property(sample, (rows) => {
      const bare = fitAncova(rows.map((row) => ({ ...row, covariates: [], factors: [] })));
      const arms = ([1, 0] as const).map((arm) => rows.filter((row) => row.arm === arm).map(({ value }) => value));
      const t = testMeans(arms[0] ?? [], arms[1] ?? [], 'pooled');
      if ('method' in bare && 'method' in t) {
        assertNear(bare.difference.t, t.t, 1e-9);
        assertNear(bare.difference.lower, t.lower, 1e-9);
      }
      const own = fitAncova(rows);
      const other = fitAncova(rows.map((row) => ({ ...row, covariates: [row.covariates[0] / 88.42 + 3] })));
      fc.pre('method' in own && 'method' in other);
      assertNear(other.difference.estimate, own.difference.estimate, 1e-8);
      assertNear(other.adjustedMeans.arm1.standardError, own.adjustedMeans.arm1.standardError, 1e-8);
    }),
  );
});

const one = (arm: 0 | 1, value: number, covariate: number): Observation => ({
  arm,
  value,
  covariates: [covariate],
  factors: [],
});
const refused: readonly (readonly [
  observations: readonly Observation[],
  confidence: number,
  expected: AncovaProblem,
])[] = [
  [[one(1, Number.NaN, 1), one(0, 1, 1)], 0.95, 'not a number'],
  [[one(1, 1, 1), one(1, 1, 2)], 0.95, 'an arm without participants'],
  [[], 0.95, 'an arm without participants'],
  [[one(1, 1, 1), one(0, 1, 1)], 1, 'confidence not between 0 and 1'],
  [[one(1, 1, 1), one(0, 1, 2), one(0, 3, 3)], 0.95, 'no residual degrees of freedom'],
  [[one(1, 1, 1), one(1, 2, 1), one(0, 1, 0), one(0, 5, 0)], 0.95, 'terms that depend on one another'],
  [[one(1, 1, 1), one(1, 1, 2), one(0, 1, 5), one(0, 1, 0)], 0.95, 'no variation'],
];
for (const [observations, confidence, expected] of refused) {
  test(`refuses: ${expected}, ${observations.length} observations`, () => {
    assert.deepEqual(fitAncova(observations, 'equal', confidence), { notEstimable: expected });
  });
}
