import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '#core/statistics/given.ts';
import type { StudentInference } from '#core/statistics/tests/student-t-test.ts';
import { type ChangeComparison, compareChanges, isChangeComparison } from './compare-changes.ts';
import { analysisIn, changed, number, planted, settingOf, smallSetting, studyWith } from './given.ts';

/** Estimate, ends, p and df by R's lm; estimates at both visits and the likelihood by nlme::gls. */
interface Expected {
  readonly ancova: Fit;
  readonly perProtocol: Fit;
  readonly mmrm: readonly number[];
}
interface Fit {
  readonly difference: readonly number[];
  readonly equal: readonly (readonly number[])[];
  readonly observed: readonly (readonly number[])[];
}

const expected = expectedOf<Expected>('planned-analyses');
const study = studyWith([
  `id: by-visit, ${changed}, comparison: ancova`,
  `id: by-all, ${changed}, comparison: mmrm`,
  `id: within, kind: change, endpoint: sledai-change, population: randomised, test: paired t`,
]);
const askedFor = (id: string): ChangeComparison => {
  const analysis = analysisIn(study, id);
  return isChangeComparison(analysis) ? analysis : assert.fail(`${id} compares nothing`);
};
const assertFit = (found: StudentInference | undefined, wanted: readonly number[] | undefined): void => {
  assert.ok(found && wanted);
  const { estimate, lower, upper, twoSided, df } = found;
  [estimate, lower, upper, twoSided, df].forEach((value, i) => {
    assertNear(value, wanted[i] ?? Number.NaN, 1e-9);
  });
};

test('analysis of covariance as R has it: difference experimental minus control, adjusted means of both kinds', () => {
  const { model, experimental, control } = compareChanges(askedFor('by-visit'), smallSetting(study));
  assert.ok(model.kind === 'ancova' && 'difference' in model.equal && model.observed && 'difference' in model.observed);
  assertFit(model.equal.difference, expected.ancova.difference);
  assertFit(model.equal.adjustedMeans.arm1, expected.ancova.equal[0]);
  assertFit(model.equal.adjustedMeans.arm0, expected.ancova.equal[1]);
  assertFit(model.observed.adjustedMeans.arm1, expected.ancova.observed[0]);
  assertFit(model.observed.adjustedMeans.arm0, expected.ancova.observed[1]);
  assert.deepEqual([experimental.known, experimental.of, control.known, control.of], [5, 6, 5, 6]);
  assert.ok('mean' in experimental.baseline);
  assert.equal(experimental.baseline.mean, 11, 'of 12, 9, 15, 8 and 11');
});

test('per protocol without those two', () => {
  const { model } = compareChanges({ ...askedFor('by-visit'), population: 'per protocol' }, smallSetting(study));
  assert.ok(model.kind === 'ancova' && 'difference' in model.equal);
  assertFit(model.equal.difference, expected.perProtocol.difference);
});

test('the arms exchanged, the difference turns', () => {
  const turned = { ...askedFor('by-visit'), experimental: 'il-2', control: 'msc' };
  const { model } = compareChanges(turned, smallSetting(study));
  assert.ok(model.kind === 'ancova' && 'difference' in model.equal);
  assertNear(model.equal.difference.estimate, -(expected.ancova.difference[0] ?? 0), 1e-12);
});

/** Of eleven with a baseline and a value nobody is left out. */
test('the model of all visits as gls has it, at both visits', () => {
  const { model, experimental, control } = compareChanges(askedFor('by-all'), smallSetting(study));
  assert.ok(model.kind === 'mmrm' && 'visits' in model.fit);
  const [at24 = 0, at12 = 0, likelihood = 0] = expected.mmrm;
  assert.equal(model.fit.structure, 'unstructured');
  assertNear(model.fit.visits[1]?.difference.estimate ?? 0, at24, 1e-6);
  assertNear(model.fit.visits[0]?.difference.estimate ?? 0, at12, 1e-6);
  assertNear(model.fit.logLikelihood, likelihood, 1e-6);
  assert.deepEqual([experimental.known, control.known], [6, 5]);
});

test('what cannot be estimated says why, and is never a NaN', () => {
  const nobody = compareChanges(askedFor('by-visit'), settingOf(study, []));
  assert.deepEqual(nobody.model, {
    kind: 'ancova',
    equal: { notEstimable: 'an arm without participants' },
    observed: undefined,
  });
  const alike = ['msc', 'msc', 'il-2', 'il-2'].map((arm, index) => planted(`P-${index}`, arm, number(3)));
  const { model } = compareChanges(askedFor('by-visit'), settingOf(study, alike));
  assert.ok(model.kind === 'ancova' && 'notEstimable' in model.equal);
  const empty = compareChanges(askedFor('by-all'), settingOf(study, []));
  assert.ok(empty.model.kind === 'mmrm' && 'notEstimable' in empty.model.fit);
  const without = compareChanges({ ...askedFor('by-all'), endpoint: 'response' }, smallSetting(study));
  assert.ok('notEstimable' in without.data && 'notEstimable' in without.experimental.baseline);
});

test('which analyses compare changes', () => {
  assert.equal(isChangeComparison(analysisIn(study, 'within')), false);
  assert.equal(isChangeComparison(analysisIn(study, 'primary')), false);
});
