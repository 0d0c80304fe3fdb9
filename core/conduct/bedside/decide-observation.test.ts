import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { given as givenPast } from '#core/record/given.ts';
import type { ObserveDose } from './bedside-command.ts';
import { given, observed, reading, study } from './given.ts';

const pressure = 'systolic-pressure 128 mm[Hg]';
const observe = (...readings: ObserveDose['readings']): ObserveDose => ({
  type: 'observe dose',
  dose: 'cell-infusion',
  number: 1,
  readings,
});
const before = reading('before', '08:50', pressure);
const past = g.maskedPast(given());

test('readings at the moments of the plan, and in between as often as somebody looked', () => {
  const between = reading(undefined, '09:20', pressure, 'heart-rate not done');
  givenPast(g.deciderOf(study), ...past)
    .when(observe(before, reading('15 minutes from start', '09:15', pressure), between))
    .then(observed(before, reading('15 minutes from start', '09:15', pressure), between));
  givenPast(g.deciderOf(study, 'coordinator'), ...past, observed(before, between))
    .when(observe(between))
    .then(observed(between));
});

test('what stands against a reading', () => {
  const rows: readonly (readonly [string, readonly ParticipantEvent[], ObserveDose, string, string?])[] = [
    ['a dose that was not given', g.maskedPast(), observe(before), 'not given or not watched'],
    ['another administration', past, { ...observe(before), number: 2 }, 'not given or not watched'],
    ['a moment that is none', past, observe(reading('20 minutes from start', '09:20', pressure)), 'name unknown'],
    ['a moment twice', [...past, observed(before)], observe(before), 'done already'],
    ['a moment twice in one sheet', past, observe(before, before), 'done already'],
    ['a time that is none', past, observe(reading('before', '8:50', pressure)), 'value not accepted'],
    ['a day to come', past, observe({ ...before, on: '2027-06-02' }), 'date impossible'],
    ['an item that is not watched', past, observe(reading('before', '08:50', 'weight 60 kg')), 'name unknown'],
    [
      'a unit that is none of its own',
      past,
      observe(reading('before', '08:50', 'heart-rate 80 mm[Hg]')),
      'unit not accepted',
    ],
    ['a word in a number', past, observe(reading('before', '08:50', 'heart-rate fast /min')), 'value not accepted'],
    ['not by a pharmacist', past, observe(before), 'role may not', 'pharmacist'],
  ];
  for (const [what, events, command, refused, role] of rows) {
    const answer = g.deciderOf(study, role).decide(command, g.participantAfter(events));
    assert.equal('refused' in answer && answer.refused, refused, what);
  }
});

test('when it ran stands with the dose; a time that cannot be is refused', () => {
  const open = g.shipped('nct05631717');
  const ready = g.participantAfter(g.randomisedTo(open, 'msc'));
  const give = (started: string) =>
    g
      .deciderOf(open)
      .decide(
        { type: 'give dose', dose: 'msc-infusion', number: 1, on: '2026-06-01', course: { started, stopped: '10:00' } },
        ready,
      );
  const [event] = [give('09:00')].flatMap((answer) => ('refused' in answer ? [] : answer));
  assert.ok(event?.type === 'dose given');
  assert.deepEqual(event.course, { started: '09:00', stopped: '10:00' });
  assert.equal(g.participantAfter([...g.randomisedTo(open, 'msc'), event]).doses[0]?.course?.started, '09:00');
  const late = give('10:30');
  assert.equal('refused' in late && late.refused, 'value not accepted');
});
