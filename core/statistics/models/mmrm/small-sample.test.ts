import assert from 'node:assert/strict';
import test from 'node:test';
import { assertClose, expectedOf } from '../../given.ts';
import { maximiseLikelihood } from './maximise.ts';
import { arrangeRepeated, type RepeatedValue } from './repeated.ts';
import { precisionAt } from './small-sample.ts';

type Precision = Readonly<Record<'se' | 'df', number>>;
interface Row {
  readonly observations: readonly RepeatedValue[];
  readonly fits: readonly {
    readonly structure: string;
    readonly visits: readonly {
      readonly arm1: { readonly model: number; readonly expected: Precision; readonly observed: Precision };
    }[];
  }[];
}

/** Kenward and Roger's formulas over all observations at once, dense, with both kinds of information: evidence/oracles/mmrm. */
for (const [set, { observations, fits }] of expectedOf<readonly Row[]>('mmrm').entries()) {
  test(`precision of the adjusted means of arm 1: set ${set + 1}`, () => {
    const data = arrangeRepeated(observations);
    const maximum = maximiseLikelihood(data, 'unstructured');
    assert.ok(typeof maximum !== 'string');
    const corrected = precisionAt(maximum, 'Kenward-Roger', 'expected');
    const observed = precisionAt(maximum, 'Kenward-Roger', 'observed');
    const plain = precisionAt(maximum, 'Satterthwaite', 'expected');
    assert.ok(corrected && observed && plain && fits[0]?.structure === 'un');
    fits[0].visits.forEach(({ arm1 }, visit) => {
      const contrast = data.meanRow(1, visit);
      assertClose(corrected(contrast).standardError, arm1.expected.se, 1e-6);
      assertClose(corrected(contrast).df, arm1.expected.df, 1e-5);
      assertClose(observed(contrast).standardError, arm1.observed.se, 1e-6);
      assertClose(observed(contrast).df, arm1.observed.df, 1e-5);
      assertClose(plain(contrast).standardError, arm1.model, 1e-6);
      assert.equal(plain(contrast).df, corrected(contrast).df);
      // kenward1997: what was estimated is never taken for known.
      assert.ok(corrected(contrast).standardError >= plain(contrast).standardError * (1 - 1e-9));
    });
  });
}
