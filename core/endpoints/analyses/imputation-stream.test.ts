import assert from 'node:assert/strict';
import test from 'node:test';
import { imputationSeed, imputationStream } from './imputation-stream.ts';

const first = (...name: readonly [string, string, string]): readonly number[] => {
  const stream = imputationStream(...name);
  return Array.from({ length: 5 }, () => stream.uniform());
};

test('the same study, analysis and assumption draw the same numbers; any other draws others', () => {
  const own = first('nct', 'primary', 'jump to reference');
  assert.deepEqual(first('nct', 'primary', 'jump to reference'), own);
  for (const [study, analysis, assumption] of [
    ['other', 'primary', 'jump to reference'],
    ['nct', 'other', 'jump to reference'],
    ['nct', 'primary', 'copy reference'],
  ] as const)
    assert.notDeepEqual(first(study, analysis, assumption), own);
});

test('the seed is told, and names study and analysis', () => {
  assert.equal(imputationSeed('nct05631717', 'primary'), 'imputation nct05631717 primary');
});

test('they are uniform: the mean of a thousand within four standard errors of a half', () => {
  const stream = imputationStream('nct', 'primary', 'a');
  const mean = Array.from({ length: 1000 }, () => stream.uniform()).reduce((sum, u) => sum + u, 0) / 1000;
  assert.ok(Math.abs(mean - 0.5) < 4 * Math.sqrt(1 / 12 / 1000));
});
