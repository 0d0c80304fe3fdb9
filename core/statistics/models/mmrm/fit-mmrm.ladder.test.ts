/** What the ladder of covariance structures comes to in a trial of 16 people and 5 visits, the size of NCT04318600. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, expectedOf } from '../../given.ts';
import { fitAncova } from '../ancova.ts';
import { type CovarianceStructure, covarianceStructures } from './covariance-structure.ts';
import { fitMmrm, type Mmrm, type StructureLeft } from './fit-mmrm.ts';
import type { RepeatedValue } from './repeated.ts';

interface Row {
  readonly observations: readonly RepeatedValue[];
  readonly fits: readonly { readonly logLik: number; readonly glsLogLik: number | null }[];
}
const small = expectedOf<readonly Row[]>('mmrm').filter(
  ({ observations }) => Math.max(...observations.map(({ visit }) => visit)) === 4,
);
const complete = small[0]?.observations ?? [];

const fitted = (
  observations: readonly RepeatedValue[],
  structures: readonly CovarianceStructure[] = covarianceStructures,
): Mmrm => {
  const result = fitMmrm(observations, { structures });
  assert.ok('method' in result, JSON.stringify(result));
  return result;
};

test('both sets of evidence/oracles/mmrm have 16 people and 5 visits, and gls agrees on the likelihood', () => {
  assert.equal(small.length, 2);
  for (const { observations, fits } of small) {
    const { participants, visits, structure, left, logLikelihood } = fitted(observations);
    assert.deepEqual([participants, visits.length, structure, left], [16, 5, 'unstructured', []]);
    assert.ok(Math.abs(logLikelihood - (fits[0]?.glsLogLik ?? Number.NaN)) < 1e-8);
  }
});

test('complete: error and degrees of freedom of Kenward and Roger are those of each visit by itself, 16 − 3', () => {
  for (const { visit, difference } of fitted(complete).visits) {
    const own = fitAncova(complete.filter((one) => one.visit === visit));
    assert.ok('method' in own);
    assertClose(difference.standardError, own.difference.standardError, 1e-9);
    assertClose(difference.df, 13, 1e-9);
  }
});

type Leaving = (person: number, visit: number) => boolean;
const border = 'covariance on its border';
/** Who is still seen at a visit; what is chosen, what was left before it, and about how many degrees of freedom remain. */
const ladders: readonly (readonly [
  who: string,
  seen: Leaving,
  chosen: CovarianceStructure,
  left: readonly StructureLeft['why'][],
  df: number,
])[] = [
  ['seven leave after visit 2', (person, visit) => person <= 8 || visit < 2, 'unstructured', [], 12.8],
  [
    'a third leaves after visit 3 and a third after visit 4',
    (person, visit) => visit < 5 - (person % 3),
    'heterogeneous autoregressive',
    [border, border],
    4.02,
  ],
  [
    'nine leave after visit 3',
    (person, visit) => person <= 6 || visit < 3,
    'heterogeneous autoregressive',
    [border, 'no maximum within the steps allowed'],
    4.84,
  ],
];
for (const [who, seen, chosen, left, df] of ladders) {
  test(`${who}: ${chosen}`, () => {
    const observations = complete.filter(({ participant, visit }) => seen(Number(participant), visit));
    const found = fitted(observations);
    assert.equal(found.structure, chosen);
    assert.deepEqual(
      found.left,
      left.map((why, i) => ({ structure: covarianceStructures[i], why })),
    );
    assert.equal(found.conventions.precision, 'Kenward-Roger');
    assertClose(found.visits.at(-1)?.difference.df ?? 0, df, 0.01);
    // What was chosen from the ladder is what that structure gives when it is asked for alone.
    assert.deepEqual(fitted(observations, [chosen]).visits, found.visits);
  });
}

test('the last step of the ladder says that its errors are empirical', () => {
  const { structure, conventions } = fitted(complete, ['compound symmetry']);
  assert.deepEqual(
    [structure, conventions.precision, conventions.information],
    ['compound symmetry', 'empirical, Mancl-DeRouen', 'none'],
  );
});

test('where no step is left, all that were tried are named with their reason', () => {
  const few = complete.filter(({ participant, visit }) => visit < 5 - (Number(participant) % 3));
  assert.deepEqual(fitMmrm(few, { structures: ['unstructured', 'heterogeneous Toeplitz'] }), {
    notEstimable: 'no covariance structure fits',
    left: [
      { structure: 'unstructured', why: border },
      { structure: 'heterogeneous Toeplitz', why: border },
    ],
  });
});
