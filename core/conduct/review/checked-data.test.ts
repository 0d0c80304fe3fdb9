import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { usualLimits } from '#core/deviations/deviation-limits.ts';
import { aboutItem, asWritten, openChecks, usualCheckLimits } from './checked-data.ts';
import * as r from './given.ts';

const dataOf = (...events: readonly ParticipantEvent[]) =>
  openChecks(r.study, r.personAfter(...events), '2027-06-01', usualCheckLimits);
const week4 = [g.held('week 4', '2026-06-29'), g.kidney('week 4', 'UPCR 1 g/g', 'creatinine 1 mg/dL')];
const week8 = [g.held('week 8', '2026-07-27'), g.kidney('week 8', 'UPCR 3 g/g')];

test('what stands at the visits that were held, in the order of the schedule', () => {
  const visits = dataOf(...week8, ...week4).entered.map((items) => items[0]?.visit);
  assert.deepEqual(visits, ['screening', 'week 4', 'week 8']);
});

test('for each item the one that was measured last before; not done is skipped', () => {
  const blank = [g.held('week 4', '2026-06-29'), g.kidney('week 4', 'UPCR not done', 'creatinine 1 mg/dL')];
  const { before } = dataOf(...blank, ...week8);
  const found = [...before].map(([{ visit, item }, earlier]) => `${visit}/${item}: ${earlier.visit}`);
  assert.deepEqual(found.toSorted(), [
    'week 4/UPCR: screening',
    'week 4/creatinine: screening',
    'week 8/UPCR: screening',
  ]);
});

test('what is sealed is not looked at: neither by who knows the arm nor once it is told', () => {
  const masked = g.shipped('nct03580291');
  const sealed = g.section('week 4', 'safety laboratory', g.entries('lymphocytes 1.0 10^9/L'));
  const seen = g.maskedPast(g.held('week 4', '2026-06-29'));
  for (const person of [g.unmaskedPerson(seen, sealed), g.participantAfter([...seen, sealed])]) {
    const { entered } = openChecks(masked, person, '2027-06-01', usualCheckLimits);
    assert.deepEqual(
      entered.flat().map(({ item }) => item),
      ['weight'],
    );
  }
});

test('an item as it is asked about, and as it is said', () => {
  const item = dataOf().entered[0]?.find((each) => each.item === 'UPCR') ?? assert.fail();
  assert.deepEqual(aboutItem(item), r.aboutUpcr);
  assert.equal(asWritten(item), '2.0 g/g');
  assert.equal(asWritten({ item: 'x', value: 'present', record: '' }), 'present');
});

test('the usual limits: those of deviations, and ten times', () => {
  assert.deepEqual(usualCheckLimits, { daysToEnter: usualLimits.daysToEnter, timesOfBefore: 10 });
});
