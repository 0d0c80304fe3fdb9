import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import { treatedOn } from './given.ts';
import { hasTreatmentAfter, pregnancyStop } from './pregnancy-stop.ts';

test('the rule by which treatment ends in pregnancy, where a study has one', () => {
  const rows = [
    ['nct03580291', 'R1'],
    ['nct04318600', 'R1'],
    ['nct05631717', undefined],
    ['nct03673748', undefined],
    ['nct01741857', undefined],
  ] as const;
  for (const [trial, rule] of rows) assert.equal(pregnancyStop(g.shipped(trial))?.of.id, rule, trial);
});

/** Interleukin-2 is given seven times in each of three cycles of 28 days: the last on day 68, 2026-08-08. */
test('treatment lies ahead until its last day', () => {
  const study = g.shipped('nct05631717');
  const person = treatedOn('2026-06-01');
  assert.equal(hasTreatmentAfter(study, person, '2026-06-10'), true);
  assert.equal(hasTreatmentAfter(study, person, '2026-08-07'), true);
  assert.equal(hasTreatmentAfter(study, person, '2026-08-08'), false);
  assert.equal(hasTreatmentAfter(study, { ...person, arm: undefined }, '2026-06-10'), false);
  assert.equal(hasTreatmentAfter(study, { ...person, allocated: undefined }, '2026-06-10'), false);
});
