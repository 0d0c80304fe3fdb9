import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { branch } from '#core/criteria/proof.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { censoringOf } from './censoring.ts';
import { courses, endedOn, person } from './given.ts';

const study = g.shipped('nct05631717');
const span = { start: 0, end: 0 };
const asked = (...rows: readonly (readonly [visit: string, truth: Truth, day: number | undefined])[]) =>
  rows.map(([visit, truth, day]) => ({
    visit,
    day,
    proof: branch({ kind: 'undefined', reason: '', span }, truth, []),
  }));
const someone = (...more: readonly ParticipantEvent[]) => person(study, 'P-001', 'msc', { ...courses.missed, more });

test('the last visit at which it did not hold, and its record', () => {
  const rows = asked(['baseline', 'false', 0], ['week 4', 'unknown', undefined], ['week 24', 'unknown', undefined]);
  const found = censoringOf(rows, someone());
  assert.deepEqual([found?.day, found?.why], [0, 'not seen again'], 'week 24 is entered as missed');
  assert.match(found?.record ?? '', /\/baseline$/);
  assert.equal(censoringOf(asked(['week 20', 'unknown', undefined]), someone())?.why, 'data cut');
});

test('it is over when the last visit says no, also of somebody who left afterwards', () => {
  const rows = asked(['week 4', 'false', 28], ['week 24', 'false', 168]);
  assert.deepEqual(censoringOf(rows, someone(endedOn('2026-12-01', 'died')))?.why, 'end of the plan');
});

test('who left is censored where last seen, by the record of leaving; who died on the day of death', () => {
  const rows = asked(['week 4', 'false', 28], ['week 24', 'unknown', undefined]);
  const left = censoringOf(rows, someone(endedOn('2026-08-01', 'withdrawn')));
  assert.deepEqual([left?.day, left?.why], [28, 'withdrawn']);
  assert.match(left?.record ?? '', /participation ended$/);
  const died = censoringOf(rows, someone(endedOn('2026-08-01', 'died')));
  assert.deepEqual([died?.day, died?.why], [61, 'died']);
});

test('nobody saw anything: day 0, by the record of the allocation; without allocation there is no day', () => {
  const found = censoringOf(asked(['week 24', 'unknown', undefined]), someone());
  assert.equal(found?.day, 0);
  assert.match(found?.record ?? '', /randomised$/);
  assert.equal(censoringOf([], g.participantAfter(g.screened(study))), undefined);
});
