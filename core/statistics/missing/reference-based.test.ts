import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { assertNear, expectedOf, publicCases } from '../given.ts';
import type { Matrix } from '../linear/matrix.ts';
import {
  deriveMissingVisits,
  drawMissingVisits,
  type MissingVisits,
  type ReferenceAssumption,
  referenceAssumptions,
  type VisitModel,
} from './reference-based.ts';

const names = { 'missing at random': 'MAR', 'jump to reference': 'J2R', 'copy reference': 'CR' } as const;
type Short = 'MAR' | 'J2R' | 'CR' | 'CIR';
const shortOf = (assumption: ReferenceAssumption): Short =>
  assumption === 'copy increments in reference' ? 'CIR' : names[assumption];

const derive = (model: VisitModel, assumption: ReferenceAssumption, observed: readonly number[]): MissingVisits => {
  const found = deriveMissingVisits(model, assumption, observed);
  assert.ok(found);
  return found;
};
const agree = (found: Matrix, expected: Matrix): void => {
  assert.equal(found.flat().length, expected.flat().length);
  found.flat().forEach((value, i) => {
    assertNear(value, expected.flat()[i] ?? Number.NaN, 1e-9);
  });
};

interface Input extends Readonly<Record<'muActive' | 'muReference' | 'observed', readonly number[]>> {
  readonly sigma: Matrix;
}
type Output = Readonly<Record<Short, readonly number[]>> & { readonly condVariance: Matrix };
// R's matrix algebra: evidence/oracles/public/statistics.json.
for (const { id, input, output } of publicCases<Input, Output>('reference_based_mean')) {
  for (const assumption of referenceAssumptions) {
    test(`as R: ${id}, ${assumption}`, () => {
      const model = { ownMeans: input.muActive, referenceMeans: input.muReference, covariance: input.sigma };
      const { means, covariance } = derive(model, assumption, input.observed);
      agree([means], [output[shortOf(assumption)]]);
      agree(covariance, output.condVariance);
    });
  }
}

interface Row extends Readonly<Record<Short | 'own' | 'reference' | 'observed', readonly number[]>> {
  readonly covariance: Matrix;
  readonly given: Matrix;
}
for (const [set, row] of expectedOf<readonly Row[]>('reference-based').entries()) {
  test(`as R: ${row.observed.length} of ${row.own.length} visits seen, case ${set + 1} (evidence/oracles/reference-based)`, () => {
    const model = { ownMeans: row.own, referenceMeans: row.reference, covariance: row.covariance };
    for (const assumption of referenceAssumptions) {
      const { means, covariance } = derive(model, assumption, row.observed);
      agree([means], [row[shortOf(assumption)]]);
      agree(covariance, row.given);
    }
  });
}

// By hand (carpenter2013): two visits, correlation 1/2; seen 1 above the own mean of 6, and 3 below the reference's 10.
const model: VisitModel = {
  ownMeans: [6, 4],
  referenceMeans: [10, 9],
  covariance: [
    [4, 2],
    [2, 4],
  ],
};
const rows: readonly (readonly [assumption: ReferenceAssumption, expected: number])[] = [
  ['missing at random', 4 + 0.5],
  ['jump to reference', 9 + 0.5],
  ['copy reference', 9 - 1.5],
  ['copy increments in reference', 9 - 4 + 0.5],
];
for (const [assumption, expected] of rows) {
  test(`${assumption}: ${expected} after 7, with variance 3`, () => {
    assert.deepEqual(derive(model, assumption, [7]), { means: [expected], covariance: [[3]] });
  });
}

test('no distribution from what is no covariance', () => {
  assert.equal(
    deriveMissingVisits(
      {
        ...model,
        covariance: [
          [1, 2],
          [2, 1],
        ],
      },
      'copy reference',
      [7],
    ),
    undefined,
  );
  assert.equal(
    deriveMissingVisits(
      {
        ...model,
        covariance: [
          [0, 0],
          [0, 1],
        ],
      },
      'copy reference',
      [7],
    ),
    undefined,
  );
  assert.throws(
    () => drawMissingVisits({ means: [1], covariance: [[-1]] }, () => 0),
    /covariance of the missing visits/,
  );
});

test('everything seen leaves nothing to draw', () => {
  assert.deepEqual(
    drawMissingVisits(derive(model, 'jump to reference', [7, 5]), () => 1),
    [],
  );
});

test('draws: means + L·z, one number a visit', () => {
  const numbers = [1, -1];
  const drawn = drawMissingVisits(
    {
      means: [10, 20],
      covariance: [
        [4, 2],
        [2, 10],
      ],
    },
    () => numbers.shift() ?? Number.NaN,
  );
  // L is [[2, 0], [1, 3]].
  assert.deepEqual(drawn, [12, 18]);
  assert.equal(numbers.length, 0);
});

test('where the arms are alike all assumptions agree', () => {
  const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(values, fc.integer({ min: -9, max: 9 }), (means, seen) => {
      const alike = { ...model, ownMeans: means, referenceMeans: means };
      const found = referenceAssumptions.map((assumption) => derive(alike, assumption, [seen]).means[0] ?? Number.NaN);
      for (const value of found) assertNear(value, found[0] ?? Number.NaN, 1e-12);
    }),
  );
});
