import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { ParticipantCommand } from './command.ts';
import * as g from './given.ts';
import { isOverWithTheEnd } from './late-entry.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct05631717');
const left: ParticipantEvent = { type: 'participation ended', on: '2026-06-10', how: 'withdrawn' };
const recorded: ParticipantEvent = {
  type: 'history recorded',
  records: [{ source: 'adverse event', concept: 'infusion-reaction', start: '2026-06-01', end: 'ongoing' }],
};
const record = 'participant/P-001#3/infusion-reaction.1';
const past = () => given(g.deciderOf(study), g.identified, g.consented, recorded, left);
const event = (start: string): ParticipantCommand => ({
  type: 'record history',
  records: [{ source: 'adverse event', concept: 'infusion-reaction', start }],
});

test('what happened up to the last day is still written down', () => {
  past().when({ type: 'hold visit', visit: 'screening', on: '2026-05-12' }).then(g.held('screening', '2026-05-12'));
  past()
    .when(event('2026-06-10'))
    .then({
      type: 'history recorded',
      records: [{ source: 'adverse event', concept: 'infusion-reaction', start: '2026-06-10' }],
    });
  past()
    .when({ type: 'complete history', source: 'medication', through: '2026-06-10' })
    .then({ type: 'history completed', source: 'medication', through: '2026-06-10' });
});

test('what happened after it is not', () => {
  past().when({ type: 'hold visit', visit: 'screening', on: '2026-06-11' }).refuses('participation ended');
  past().when(event('2026-06-11')).refuses('participation ended');
  past().when(event('2026-07')).refuses('participation ended');
  past().when({ type: 'complete history', source: 'medication', through: '2026-06-11' }).refuses('participation ended');
});

test('a month that holds the last day may lie before it', () => {
  past()
    .when(event('2026-06'))
    .then({
      type: 'history recorded',
      records: [{ source: 'adverse event', concept: 'infusion-reaction', start: '2026-06' }],
    });
});

test('an event that went on is followed to its end, and a wrong record is corrected', () => {
  past()
    .when({ type: 'end course', record, end: '2026-07-02' })
    .then({ type: 'course ended', record, end: '2026-07-02' });
  past().when({ type: 'strike history', record, reason: 'of somebody else' }).then({ type: 'history struck', record });
});

test('consent, eligibility, enrolment, allocation, preparation and a second end are over', () => {
  const over = ['identify', 'give consent', 'give assent', 'describe', 'assess eligibility', 'enrol'];
  for (const act of [...over, 'randomise', 'assign', 'prepare dose', 'end participation', 'decline'])
    assert.equal(isOverWithTheEnd(act), true, act);
  for (const act of ['record section', 'correct item', 'return medicine', 'break code'])
    assert.equal(isOverWithTheEnd(act), false, act);
});
