import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, expectedOf } from '../../given.ts';
import { covarianceStructures } from './covariance-structure.ts';
import { empiricalPrecisionAt } from './empirical.ts';
import { maximiseLikelihood } from './maximise.ts';
import { arrangeRepeated, type RepeatedValue } from './repeated.ts';

interface Row {
  readonly observations: readonly RepeatedValue[];
  readonly fits: readonly {
    readonly visits: readonly { readonly difference: { readonly empirical: number } }[];
  }[];
}

// (I − H)⁻¹ on both sides, participant by participant, in base R: evidence/oracles/mmrm.
for (const [set, { observations, fits }] of expectedOf<readonly Row[]>('mmrm').entries()) {
  test(`empirical errors under all structures: set ${set + 1}`, () => {
    const data = arrangeRepeated(observations);
    covarianceStructures.forEach((structure, i) => {
      const maximum = maximiseLikelihood(data, structure);
      assert.ok(typeof maximum !== 'string');
      const precise = empiricalPrecisionAt(data, maximum);
      assert.ok(precise);
      fits[i]?.visits.forEach(({ difference }, visit) => {
        const contrast = data.meanRow(1, visit).map((at, column) => at - (data.meanRow(0, visit)[column] ?? 0));
        assertClose(precise(contrast).standardError, difference.empirical, 1e-6);
        assert.equal(precise(contrast).df, data.participants - data.columnsOfVisit);
      });
    });
  });
}

test('none where one participant alone determines a coefficient (mancl2001: I − H has no inverse)', () => {
  const one = (i: number, factor: string): RepeatedValue => ({
    participant: String(i),
    arm: i % 2 === 0 ? 1 : 0,
    visit: 0,
    value: (i * i) % 7,
    covariates: [],
    factors: [factor],
  });
  const data = arrangeRepeated([...Array.from({ length: 8 }, (_, i) => one(i, 'a')), one(8, 'b')]);
  const maximum = maximiseLikelihood(data, 'compound symmetry');
  assert.ok(typeof maximum !== 'string');
  assert.equal(empiricalPrecisionAt(data, maximum), undefined);
});
