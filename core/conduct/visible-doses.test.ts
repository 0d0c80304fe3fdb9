import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import { dosesFor, looksOf, realDose, visibleName } from './visible-doses.ts';

const looks = [
  ['nct05631717', 'open'],
  ['nct01741857', 'open'],
  ['nct03580291', 'alike'],
  ['nct03673748', 'alike'],
  ['nct04318600', 'unlike'],
] as const;

for (const [trial, expected] of looks)
  test(`${trial}: the giving of doses is ${expected}`, () => {
    assert.equal(looksOf(g.shipped(trial).definition), expected);
  });

const { definition: dummy } = g.shipped('nct03580291');
const person = (arm?: string) =>
  g.unmaskedPerson(g.maskedPast(), ...(arm === undefined ? [] : [{ type: 'assignment disclosed', arm } as const]));

test('double dummy: whoever gives sees the same four doses in both arms, and before the arm is known', () => {
  const names = ['cell-infusion', 'mmf-week-1', 'mmf-induction', 'mmf-maintenance'];
  for (const arm of ['cells', 'mmf', undefined]) {
    const views = dosesFor(dummy, person(arm));
    assert.deepEqual(views.map(({ dose }) => dose.id).toSorted(), names.toSorted());
    assert.ok(views.every(({ isVeiled }) => isVeiled));
  }
});

test('what is really given under a visible name', () => {
  const rows = [
    ['cells', 'cell-infusion', 'cell-infusion'],
    ['mmf', 'cell-infusion', 'cell-placebo'],
    ['cells', 'mmf-week-1', 'mmf-placebo-week-1'],
    ['mmf', 'mmf-week-1', 'mmf-week-1'],
    ['mmf', 'cell-placebo', undefined],
    [undefined, 'cell-infusion', undefined],
  ] as const;
  for (const [arm, name, real] of rows) {
    const dose = realDose(dummy, arm, name);
    assert.equal(dose?.id, real);
    if (dose !== undefined) assert.equal(visibleName(dose), name);
  }
});

test('in an open trial, and where doses do not look alike, it is the doses of the own arm', () => {
  const { definition: open } = g.shipped('nct05631717');
  const { definition: unlike } = g.shipped('nct04318600');
  const ids = (definition: typeof open, arm?: string) => dosesFor(definition, person(arm)).map(({ dose }) => dose.id);
  assert.deepEqual(ids(open, 'il-2'), ['il-2-injection']);
  assert.deepEqual(ids(open), []);
  assert.deepEqual(ids(unlike, 'cells'), ['cell-infusion']);
  assert.deepEqual(ids(unlike, 'control'), []);
});
