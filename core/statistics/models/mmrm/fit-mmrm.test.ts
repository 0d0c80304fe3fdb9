import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertClose, assertNear, expectedOf, publicCases } from '../../given.ts';
import { fitAncova } from '../ancova.ts';
import type { CovarianceStructure } from './covariance-structure.ts';
import { fitMmrm, type Mmrm, type MmrmChoices, type MmrmProblem } from './fit-mmrm.ts';
import type { RepeatedValue } from './repeated.ts';

const fitted = (observations: readonly RepeatedValue[], choices: Partial<MmrmChoices> = {}): Mmrm => {
  const result = fitMmrm(observations, choices);
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

type Input = Readonly<Record<'id' | 'arm' | 'base' | 'visit' | 'change', readonly number[]>>;
type Key = 'diff' | 'seModel' | 'dfObserved' | 'p' | 'lower' | 'upper' | 'seKR' | 'seKRExpected' | 'dfExpected' | 'pKR';
interface Output {
  readonly remlLogLik: number;
  readonly cov: readonly (readonly number[])[];
  readonly visits: readonly Readonly<Record<Key | 'lowerKR' | 'upperKR', number>>[];
}

const read = (input: Input): readonly RepeatedValue[] =>
  input.id.map((participant, i) => ({
    participant: String(participant),
    arm: input.arm[i] === 1 ? 1 : 0,
    visit: (input.visit[i] ?? 0) - 1,
    value: input.change[i] ?? Number.NaN,
    covariates: [input.base[i] ?? Number.NaN],
    factors: [],
  }));

/**
 * R's mmrm and a Kenward-Roger of base R: evidence/oracles/public/statistics.json, to the tolerances that it names, but for
 * the estimates: mmrm stops 8.8e-7 below the maximum of the first case, which moves them by up to 8.1e-5. nlme::gls and the
 * dense matrices of evidence/oracles/mmrm find −308.1568496557 and −1.0545990349 (visit 3) there.
 */
for (const { id, input, output } of publicCases<Input, Output>('mmrm')) {
  const observations = read(input);
  test(`as R's mmrm: ${id}`, () => {
    const expected = fitted(observations);
    const observed = fitted(observations, { information: 'observed' });
    const satterthwaite = fitted(observations, { information: 'observed', precision: 'Satterthwaite' });
    assert.ok(Math.abs(expected.logLikelihood - output.remlLogLik) < 1e-5);
    assert.ok(expected.logLikelihood >= output.remlLogLik);
    output.visits.forEach((visit, v) => {
      const [a, b, c] = [expected, observed, satterthwaite].map(({ visits }) => visits[v]?.difference);
      assert.ok(a && b && c);
      assert.ok(Math.abs(a.estimate - visit.diff) < 1e-4);
      assertClose(a.standardError, visit.seKRExpected, 1e-4);
      assertClose(a.df, visit.dfExpected, 2e-3);
      assertClose(b.standardError, visit.seKR, 1e-4);
      assertClose(b.df, visit.dfObserved, 2e-3);
      assert.ok(Math.abs(b.twoSided - visit.pKR) < 2e-4 && Math.abs(b.lower - visit.lowerKR) < 3e-4);
      assertClose(c.standardError, visit.seModel, 1e-4);
      assertClose(c.df, visit.dfObserved, 2e-3);
      assert.ok(Math.abs(c.twoSided - visit.p) < 2e-4 && Math.abs(c.upper - visit.upper) < 3e-4);
    });
    expected.covariance.flat().forEach((value, i) => {
      assertNear(value, output.cov.flat()[i] ?? Number.NaN, 2e-3);
    });
  });
}

type Precision = Readonly<Record<'se' | 'df', number>>;
interface Part extends Readonly<Record<'estimate' | 'model' | 'empirical', number>> {
  readonly expected: Precision;
  readonly observed: Precision | null;
}
interface Fit {
  readonly structure: 'un' | 'toeph' | 'ar1h' | 'csh' | 'cs';
  readonly logLik: number;
  readonly glsLogLik: number | null;
  readonly covariance: readonly (readonly number[])[];
  readonly visits: readonly Readonly<Record<'difference' | 'arm1', Part>>[];
}
interface Row {
  readonly observations: readonly RepeatedValue[];
  readonly fits: readonly Fit[];
}
const names: Readonly<Record<Fit['structure'], CovarianceStructure>> = {
  un: 'unstructured',
  toeph: 'heterogeneous Toeplitz',
  ar1h: 'heterogeneous autoregressive',
  csh: 'heterogeneous compound symmetry',
  cs: 'compound symmetry',
};

const agree = (found: Mmrm, expected: Fit, precision: (part: Part) => Partial<Precision>): void => {
  assert.ok(Math.abs(found.logLikelihood - expected.logLik) < 1e-7);
  if (expected.glsLogLik !== null) assert.ok(Math.abs(found.logLikelihood - expected.glsLogLik) < 1e-5);
  found.covariance.flat().forEach((value, i) => {
    assertNear(value, expected.covariance.flat()[i] ?? Number.NaN, 1e-5);
  });
  expected.visits.forEach(({ difference, arm1 }, v) => {
    const visit = found.visits[v];
    assert.ok(visit);
    for (const [own, part] of [
      [visit.difference, difference],
      [visit.adjustedMeans.arm1, arm1],
    ] as const) {
      const { se, df } = precision(part);
      assertNear(own.estimate, part.estimate, 1e-6);
      if (se !== undefined) assertClose(own.standardError, se, 1e-5);
      if (df !== undefined) assertClose(own.df, df, 1e-4);
    }
  });
};

/** nlme::gls and dense matrices over all observations, with the formulas of kenward1997 and mancl2001 written out. */
for (const [set, { observations, fits }] of expectedOf<readonly Row[]>('mmrm').entries()) {
  for (const fit of fits) {
    test(`as gls and dense matrices: set ${set + 1}, ${fit.structure} (evidence/oracles/mmrm)`, () => {
      const structures = [names[fit.structure]];
      const found = fitted(observations, { structures });
      if (fit.structure === 'cs') agree(found, fit, ({ empirical }) => ({ se: empirical }));
      else agree(found, fit, ({ expected }) => expected);
      if (fit.structure !== 'un') return;
      agree(fitted(observations, { structures, information: 'observed' }), fit, ({ observed }) => observed ?? {});
      agree(fitted(observations, { structures, precision: 'Satterthwaite' }), fit, ({ model, expected }) => ({
        se: model,
        df: expected.df,
      }));
    });
  }
}

const person = fc.record({
  baseline: fc.integer({ min: 0, max: 30 }),
  values: fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 }),
});
const complete = fc.array(person, { minLength: 10, maxLength: 24 });
const repeated = (
  people: readonly { readonly baseline: number; readonly values: readonly number[] }[],
): readonly RepeatedValue[] =>
  people.flatMap(({ baseline, values }, i) =>
    values.map((value, visit) => ({
      participant: `p${i}`,
      arm: i % 2 === 0 ? (1 as const) : (0 as const),
      visit,
      value,
      covariates: [baseline],
      factors: [],
    })),
  );

test('with complete data it is the analysis of covariance of each visit: estimate, error, df and p', () => {
  let compared = 0;
  fc.assert(
    fc.property(complete, (people) => {
      const observations = repeated(people);
      for (const precision of ['Kenward-Roger', 'Satterthwaite'] as const) {
        const model = fitMmrm(observations, { structures: ['unstructured'], precision });
        if (!('method' in model)) return;
        for (const { visit, difference, adjustedMeans } of model.visits) {
          const own = fitAncova(observations.filter((one) => one.visit === visit));
          assert.ok('method' in own);
          compared += 1;
          assertNear(difference.estimate, own.difference.estimate, 1e-7);
          assertClose(difference.standardError, own.difference.standardError, 1e-7);
          assertClose(difference.df, own.difference.df, 1e-6);
          assertNear(difference.twoSided, own.difference.twoSided, 1e-7);
          assertNear(adjustedMeans.arm1.estimate, own.adjustedMeans.arm1.estimate, 1e-7);
          assertClose(adjustedMeans.arm0.standardError, own.adjustedMeans.arm0.standardError, 1e-7);
        }
      }
    }),
    { numRuns: 40 },
  );
  assert.ok(compared > 100, String(compared));
});

const rows = expectedOf<readonly Row[]>('mmrm');

test('exchanging arms turns the difference; another unit and another order change nothing else', () => {
  const observations = rows[0]?.observations ?? [];
  const own = fitted(observations);
  const turned = fitted(observations.map((one) => ({ ...one, arm: one.arm === 1 ? 0 : 1 })));
  const scaled = fitted(observations.toReversed().map((one) => ({ ...one, value: 88.42 * one.value + 5 })));
  own.visits.forEach(({ difference }, v) => {
    assertNear(turned.visits[v]?.difference.estimate ?? 0, -difference.estimate, 1e-7);
    assertClose(turned.visits[v]?.difference.df ?? 0, difference.df, 1e-5);
    assertNear(scaled.visits[v]?.difference.estimate ?? 0, 88.42 * difference.estimate, 1e-5);
    assertNear(scaled.visits[v]?.difference.twoSided ?? 0, difference.twoSided, 1e-6);
  });
});

test('the first public case at its maximum, as nlme::gls and dense matrices find it', () => {
  const { input } = publicCases<Input, Output>('mmrm')[0] ?? assert.fail('no first case');
  const found = fitted(read(input));
  assert.ok(Math.abs(found.logLikelihood + 308.1568496557) < 1e-9);
  assertNear(found.visits[2]?.difference.estimate ?? 0, -1.054599034743, 1e-9);
});

test('the ladder: a covariance on its border is left, and the result says so', () => {
  // Visit 1 repeats visit 0: it has no variance of its own, under any structure that lets visits correlate freely.
  const observations = repeated(
    Array.from({ length: 12 }, (_, i) => ({
      baseline: (7 * i) % 11,
      values: [(5 * i) % 13, (5 * i) % 13, (3 * i * i) % 17],
    })),
  );
  const found = fitted(observations);
  assert.notEqual(found.structure, 'unstructured');
  assert.deepEqual(found.left[0], { structure: 'unstructured', why: 'covariance on its border' });
  assert.equal(found.left.length + 1, [...new Set(found.left.map(({ structure }) => structure))].length + 1);
  const none = fitMmrm(observations, { structures: ['unstructured'] });
  assert.ok('notEstimable' in none && none.notEstimable === 'no covariance structure fits' && none.left?.length === 1);
});

test('a handful of participants with gaps: refused, or finite numbers with at least one degree of freedom', () => {
  const seen = fc.record({
    baseline: fc.integer({ min: 0, max: 9 }),
    values: fc.array(fc.option(fc.integer({ min: -5, max: 5 })), { minLength: 3, maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(seen, { minLength: 5, maxLength: 14 }), (people) => {
      const whole = repeated(people.map((one) => ({ ...one, values: one.values.map((value) => value ?? Number.NaN) })));
      const result = fitMmrm(whole.filter(({ value }) => Number.isFinite(value)));
      if (!('method' in result)) return;
      for (const { difference, adjustedMeans } of result.visits) {
        for (const part of [difference, adjustedMeans.arm1, adjustedMeans.arm0]) {
          assert.ok(Object.values(part).every(Number.isFinite) && part.standardError > 0 && part.df > 0.999);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a result says what it is', () => {
  const { method, structure, left, participants, conventions } = fitted(rows[1]?.observations ?? [], {
    confidence: 0.9,
  });
  assert.deepEqual([method, structure, left, participants], ['mmrm/1', 'unstructured', [], 24]);
  assert.deepEqual(conventions, {
    confidence: 0.9,
    direction: 'arm 1 - arm 0',
    likelihood: 'restricted',
    precision: 'Kenward-Roger',
    information: 'expected',
    covariates: 'at their means, by visit',
    factorWeights: 'equal',
    missing: 'at random',
  });
});

const few = repeated(Array.from({ length: 10 }, (_, i) => ({ baseline: i, values: [i % 3, i % 4, i % 5] })));
const refused: readonly (readonly [why: MmrmProblem, observations: readonly RepeatedValue[], confidence?: number])[] = [
  ['not a number', few.map((one) => ({ ...one, value: Number.NaN }))],
  ['not a visit', few.map((one) => ({ ...one, visit: one.visit + 0.5 }))],
  ['a visit observed twice', [...few, ...few.slice(0, 1)]],
  ['a visit without both arms', few.filter(({ arm, visit }) => arm === 1 || visit < 2)],
  ['a visit without both arms', few.filter(({ visit }) => visit !== 1)],
  ['a visit without both arms', []],
  ['terms that depend on one another', few.map((one) => ({ ...one, covariates: [one.arm] }))],
  ['terms that depend on one another', few.slice(0, 6)],
  ['no variation', few.map((one) => ({ ...one, value: 2 }))],
  ['confidence not between 0 and 1', few, 95],
];
for (const [why, observations, confidence] of refused) {
  test(`refuses: ${why} (${observations.length} observations)`, () => {
    assert.deepEqual(fitMmrm(observations, confidence === undefined ? {} : { confidence }), { notEstimable: why });
  });
}
