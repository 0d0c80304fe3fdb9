import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '#core/statistics/given.ts';
import { type ChangeComparison, isChangeComparison } from './compare-changes.ts';
import type { EstimateRow, RowKind } from './estimate-row.ts';
import { analysisIn, changed, settingOf, smallSetting, studyWith } from './given.ts';
import { sayMmrm, sensitivityOfChanges } from './sensitivity-of-changes.ts';

interface Expected {
  readonly ancova: { readonly difference: readonly number[] };
  readonly withoutFactors: { readonly difference: readonly number[] };
  readonly perProtocol: { readonly difference: readonly number[] };
  readonly mmrm: readonly number[];
  readonly welch: readonly number[];
}
const expected = expectedOf<Expected>('planned-analyses');
const study = studyWith([`id: by-visit, ${changed}, comparison: ancova`, `id: by-all, ${changed}, comparison: mmrm`]);
const askedFor = (id: string): ChangeComparison => {
  const analysis = analysisIn(study, id);
  return isChangeComparison(analysis) ? analysis : assert.fail();
};
const table = sensitivityOfChanges(askedFor('by-visit'), smallSetting(study));
const rowIn = (kind: RowKind, { rows } = table): EstimateRow =>
  rows.find((row) => row.kind === kind) ?? assert.fail(`no row ${kind}`);
const estimateIn = (kind: RowKind, of = table) => {
  const { found } = rowIn(kind, of);
  return found.kind === 'estimate' ? found : assert.fail(`${kind}: ${JSON.stringify(found)}`);
};

test('everything that stands beside an analysis of covariance', () => {
  assert.deepEqual(
    table.rows.map(({ kind, counts }) => [kind, counts]),
    [
      ['main', '5 v 5'],
      ['treated population', '5 v 5'],
      ['per protocol population', '4 v 4'],
      ['mmrm', '6 v 5'],
      ['without factors', '5 v 5'],
      ['imputed at random', '6 v 6'],
      ['jump to reference', '6 v 6'],
      ['copy reference', '6 v 6'],
      ['copy increments in reference', '6 v 6'],
      ['unadjusted means', '5 v 5'],
      ['rank sum', '5 v 5'],
    ],
  );
});

test('estimate, ends and p as R has them, experimental minus control', () => {
  const rows = [
    ['main', expected.ancova.difference],
    ['without factors', expected.withoutFactors.difference],
    ['per protocol population', expected.perProtocol.difference],
    ['unadjusted means', expected.welch],
  ] as const;
  for (const [kind, wanted] of rows) {
    const { estimate, lower, upper, p } = estimateIn(kind);
    [estimate, lower, upper, p ?? Number.NaN].forEach((value, i) => {
      assertNear(value, wanted[i] ?? Number.NaN, 1e-9, kind);
    });
  }
  assertNear(estimateIn('mmrm').estimate, expected.mmrm[0] ?? 0, 1e-6);
});

test('the model of all visits says its covariance and degrees of freedom, and the other way round', () => {
  const [said = ''] = rowIn('mmrm').notes;
  assert.equal(
    said,
    'unstructured covariance of the visits, degrees of freedom by Kenward-Roger with expected information',
  );
  const turned = sensitivityOfChanges(askedFor('by-all'), smallSetting(study));
  assertNear(estimateIn('main', turned).estimate, expected.mmrm[0] ?? 0, 1e-6);
  assertNear(estimateIn('ancova', turned).estimate, expected.ancova.difference[0] ?? 0, 1e-9);
});

test('the ladder tells what it left, also where nothing fits', () => {
  const left = [{ structure: 'unstructured', why: 'covariance on its border' }] as const;
  assert.deepEqual(sayMmrm({ notEstimable: 'no covariance structure fits', left }), [
    'unstructured covariance left: covariance on its border',
  ]);
});

test('imputed rows name the seed, how many were drawn and by which visits', () => {
  assert.deepEqual(rowIn('jump to reference').notes, [
    '100 imputations, seed "imputation nct05631717 by-visit"; 2 drawn, by week 24',
  ]);
  assert.equal(rowIn('jump to reference').method, 'impute-visits/1, ancova/1, rubin/1');
});

/** Changes −8, −4, −6, −5, −5 against −2, −3, −2, −3, −2: all pairs lower, and 2 of 252 orders as far apart. */
test('ranks beside means', () => {
  const { estimate, p } = estimateIn('rank sum');
  assert.deepEqual([estimate, p], [-3, 2 / 252]);
});

test('nobody, and an endpoint without a baseline, say why', () => {
  const nobody = sensitivityOfChanges(askedFor('by-visit'), settingOf(study, []));
  assert.equal(rowIn('main', nobody).found.kind, 'not estimable');
  const other = sensitivityOfChanges({ ...askedFor('by-visit'), endpoint: 'response' }, smallSetting(study));
  assert.deepEqual(
    other.rows.map(({ found }) => found),
    [{ kind: 'not estimable', why: 'the endpoint names no baseline' }],
  );
});

test('in whatever order people are given, every row is the same to the last digit', () => {
  const setting = smallSetting(study);
  const turned = {
    ...setting,
    valuesOf: (...asked: Parameters<typeof setting.valuesOf>) => setting.valuesOf(...asked).toReversed(),
  };
  const founds = (of: typeof table) => of.rows.map(({ kind, counts, found }) => ({ kind, counts, found }));
  for (const id of ['by-visit', 'by-all'])
    assert.deepEqual(
      founds(sensitivityOfChanges(askedFor(id), turned)),
      founds(sensitivityOfChanges(askedFor(id), setting)),
    );
});

test('the arms exchanged, every estimate that is not imputed turns', () => {
  const turned = sensitivityOfChanges(
    { ...askedFor('by-visit'), experimental: 'il-2', control: 'msc' },
    smallSetting(study),
  );
  for (const kind of ['main', 'mmrm', 'without factors', 'unadjusted means', 'rank sum'] as const) {
    const [one, other] = [estimateIn(kind), estimateIn(kind, turned)];
    assertNear(other.estimate, -one.estimate, 1e-7, kind);
    assertNear(other.lower, -one.upper, 1e-7, kind);
    assertNear(other.p ?? 1, one.p ?? 0, 1e-7, kind);
  }
});
