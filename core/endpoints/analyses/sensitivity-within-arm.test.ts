import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { analysisIn, number, planted, settingOf, studyWith } from './given.ts';
import { isTestedWithin, sensitivityWithinArm, type TestedWithin } from './sensitivity-within-arm.ts';

const study = shipped('nct01741857');
const primary = analysisIn(study, 'primary');
const asked: TestedWithin = isTestedWithin(primary, study) ? primary : assert.fail('it is tested within the arm');
const changes = [-4, -2, -6, 2, undefined].map((change, index) => planted(`P-${index}`, 'cells', number(change)));
const table = sensitivityWithinArm(asked, settingOf(study, changes));
const found = (kind: string) => table.rows.find((row) => row.kind === kind)?.found;

/** By hand: the means of pairs of −6, −4, −2, 2 have the median −2.5; V is 1.5, exact p .375 as in analyse-change.test.ts. */
test('ranks as planned, the mean beside them, and the other populations', () => {
  assert.deepEqual(
    table.rows.map(({ kind, counts }) => [kind, counts]),
    [
      ['main', '4/5'],
      ['t test', '4/5'],
      ['randomised population', '4/5'],
      ['per protocol population', '4/5'],
    ],
  );
  assert.deepEqual(found('main'), { kind: 'p', p: 0.375 }, 'of four changes no interval reaches 95%');
  const mean = found('t test');
  assert.ok(mean?.kind === 'estimate');
  assert.equal(mean.estimate, -2.5);
});

test('with more people the centre has an interval', () => {
  const more = Array.from({ length: 9 }, (_, index) => planted(`P-${index}`, 'cells', number(-index - 1)));
  const [main] = sensitivityWithinArm(asked, settingOf(study, more)).rows;
  assert.ok(main?.found.kind === 'estimate' && main.found.p !== undefined);
  assert.equal(main.found.estimate, -5);
  assert.ok(main.found.lower < -5 && main.found.upper > -5);
});

test('the t test as planned has the ranks beside it; nobody says why', () => {
  const turned = sensitivityWithinArm({ ...asked, test: 'paired t' }, settingOf(study, []));
  assert.deepEqual(turned.rows.map(({ kind }) => kind).slice(0, 2), ['main', 'signed rank']);
  for (const row of turned.rows) assert.equal(row.found.kind, 'not estimable');
});

test('only of a single arm, with a test, and where nothing is compared', () => {
  const two = studyWith(['id: within, kind: change, endpoint: sledai-change, population: randomised, test: paired t']);
  assert.equal(isTestedWithin(analysisIn(two, 'within'), two), false);
  assert.equal(isTestedWithin({ ...asked, test: 'none' }, study), false);
  assert.equal(isTestedWithin(analysisIn(study, 'antinuclear'), study), false);
});
