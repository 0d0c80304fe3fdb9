import assert from 'node:assert/strict';
import test from 'node:test';
import { assertNear, expectedOf } from '#core/statistics/given.ts';
import type { EstimateRow, RowKind } from './estimate-row.ts';
import { analysisIn, planted, settingOf, smallSetting, studyWith, time, timed } from './given.ts';
import { type ComparedTime, isComparedTime, sensitivityOfTimes } from './sensitivity-of-times.ts';

type Numbers = readonly number[];
interface Expected {
  readonly cox: Numbers;
  readonly coxWithoutStrata: Numbers;
  readonly coxMiddle: Numbers;
  readonly logRank: Numbers;
  readonly petoPeto: Numbers;
}
const expected = expectedOf<Expected>('planned-analyses');
const study = studyWith([`id: asked, ${timed}`]);
const analysis = analysisIn(study, 'asked');
const asked: ComparedTime = isComparedTime(analysis) ? analysis : assert.fail();
const table = sensitivityOfTimes(asked, smallSetting(study));
const rowIn = (kind: RowKind, { rows } = table): EstimateRow =>
  rows.find((row) => row.kind === kind) ?? assert.fail(`no row ${kind}`);

test('the hazard ratio, experimental to control, as R’s coxph has it', () => {
  const rows = [
    ['cox', expected.cox],
    ['cox without strata', expected.coxWithoutStrata],
    ['cox at midpoints', expected.coxMiddle],
  ] as const;
  for (const [kind, wanted] of rows) {
    const { found } = rowIn(kind);
    assert.ok(found.kind === 'estimate');
    [found.estimate, found.lower, found.upper, found.p ?? Number.NaN].forEach((value, i) => {
      assertNear(value, wanted[i] ?? Number.NaN, 1e-8, kind);
    });
  }
});

test('rank tests by strata as R’s survdiff has them', () => {
  for (const [kind, [chiSquare = 0]] of [
    ['main', expected.logRank],
    ['peto-peto', expected.petoPeto],
  ] as const) {
    const { found } = rowIn(kind);
    assert.ok(found.kind === 'p');
    // survdiff weighs by the curve before the event of all strata apart; the log-rank test weighs nothing.
    assertNear(found.more?.statistic ?? 0, chiSquare, kind === 'main' ? 1e-9 : 0.2, kind);
  }
});

test('who is counted: events of those whose time is known', () => {
  assert.equal(rowIn('main').counts, '4/6 v 3/6');
  assert.equal(rowIn('per protocol population').counts, '3/5 v 3/5');
});

/** With exact days and censoring Turnbull's estimate is Kaplan and Meier's; here day 168 comes before nobody's event. */
test('Turnbull’s share by the last visit is a share of each arm', () => {
  const { found } = rowIn('turnbull');
  assert.ok(found.kind === 'shares');
  for (const share of [found.share1, found.share0]) assert.ok(share >= 0.5 && share <= 1, String(share));
});

test('restricted means are days, up to the last day of both arms', () => {
  const { found } = rowIn('restricted mean');
  assert.ok(found.kind === 'other scale' && found.unit === 'days');
  assert.equal(found.more?.tau, 169, 'day 168 counted from 1');
});

test('no event in one arm has no hazard ratio, nobody has nothing, and each says why', () => {
  const alone = ['msc', 'msc', 'il-2', 'il-2'].map((arm, index) =>
    planted(`P-${index}`, arm, time(28, arm === 'msc' ? 84 + index : undefined)),
  );
  const monotone = sensitivityOfTimes(asked, settingOf(study, alone));
  assert.deepEqual(rowIn('cox', monotone).found, { kind: 'not estimable', why: 'no information' });
  const nobody = sensitivityOfTimes(asked, settingOf(study, []));
  for (const row of nobody.rows) assert.equal(row.found.kind, 'not estimable', row.kind);
  assert.equal(
    nobody.rows.some(({ kind }) => kind === 'cox without strata'),
    false,
    'without strata it would be the same',
  );
});

test('which analyses compare times', () => {
  assert.equal(isComparedTime({ ...asked, test: 'none' }), false);
  assert.equal(isComparedTime(analysisIn(study, 'primary')), false);
});

test('the arms exchanged, hazard ratios are inverted and p stay', () => {
  const turned = sensitivityOfTimes({ ...asked, experimental: 'il-2', control: 'msc' }, smallSetting(study));
  for (const kind of ['cox', 'cox without strata', 'cox at midpoints', 'per protocol population'] as const) {
    const [one, other] = [rowIn(kind).found, rowIn(kind, turned).found];
    assert.ok(one.kind === 'estimate' && other.kind === 'estimate');
    assertNear(other.estimate, 1 / one.estimate, 1e-7, kind);
    assertNear(other.lower, 1 / one.upper, 1e-7, kind);
    assertNear(other.p ?? 1, one.p ?? 0, 1e-7, kind);
  }
  assert.deepEqual(rowIn('main', turned).counts, '3/6 v 4/6');
});
