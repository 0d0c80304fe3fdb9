import { readFileSync } from 'node:fs';
import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { asked, at, hospital, infection, mild, now, record, reported } from './given.ts';
import type { SafetyCommand } from './safety-command.ts';
import type { Expectedness } from './safety-event.ts';

const physician = { role: 'safety physician' } as const;
const assess = (more: object = {}): SafetyCommand => ({
  type: 'assess event',
  record,
  causality: 'not related',
  ...more,
});

const text = readFileSync(new URL('../../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const withReference = g.studyIn(`${text}\nsafety: { reference: [{ concept: infection-event, grade at most: 2 }] }\n`);

/** The reference, the report, and what the assessment says of expectedness. */
const rows = [
  ['without reference information nothing is expected', {}, hospital, 'unexpected'],
  ['listed, and no worse than listed', { study: withReference }, mild, 'expected'],
  ['listed, and worse than listed', { study: withReference }, hospital, 'unexpected'],
] as const;
for (const [what, around, said, expectedness] of rows)
  test(`${what}: ${expectedness}`, () =>
    asked(assess(), { ...physician, ...around, past: [infection(), reported(said)] }).then({
      type: 'event assessed',
      record,
      determined: now,
      causality: 'not related',
      expectedness: expectedness satisfies Expectedness,
    }));

test('both opinions are kept, and the sponsor may think again', () => {
  const first: ParticipantEvent = {
    type: 'event assessed',
    record,
    determined: now,
    causality: 'not related',
    expectedness: 'unexpected',
  };
  const past = [infection(), reported(hospital), first];
  asked(assess({ causality: 'related' }), { ...physician, past }).then({ ...first, causality: 'related' });
});

test('an assessment is by the safety physician, of an event that was reported', () => {
  const past = [infection(), reported(hospital)];
  for (const role of ['investigator', 'sponsor', 'coordinator'])
    asked(assess(), { role, past }).refuses('role may not');
  asked(assess(), physician).refuses('event not reported');
  asked(assess({ record: 'participant/P-001#2/a.1' }), { ...physician, past }).refuses('value not found');
});

const sent = (more: object = {}): SafetyCommand => ({
  type: 'record report sent',
  record,
  duty: 'eu-15-days',
  sent: at('2026-06-20'),
  ...more,
});

test('that a report was sent is recorded with its moment, late or not', () => {
  const past = [infection(), reported(hospital)];
  for (const day of ['2026-06-20', '2027-05-31'])
    asked(sent({ sent: at(day) }), { ...physician, past }).then({
      type: 'report sent',
      record,
      duty: 'eu-15-days',
      sent: at(day),
    });
});

const early = reported(hospital, at('2026-06-11'), at('2026-06-12'));
const done: ParticipantEvent = { type: 'report sent', record, duty: 'eu-15-days', sent: at('2026-06-15') };
const followed: ParticipantEvent = {
  type: 'event followed up',
  record,
  awareness: at('2026-06-18'),
  received: at('2026-06-18'),
  changed: {},
  learnt: 'letter',
};
const refusals = [
  ['of an event that was not reported', sent(), [infection()], 'event not reported'],
  ['of no record', sent({ record: 'a' }), [infection(), early], 'value not found'],
  ['of a duty that there is not', sent({ duty: 'eu-14-days' }), [infection(), early], 'name unknown'],
  ['of the duty of the site', sent({ duty: 'site-24-hours' }), [infection(), early], 'name unknown'],
  ['to be sent', sent({ sent: at('2027-06-01 23:00') }), [infection(), early], 'date impossible'],
  ['sent before anybody knew', sent({ sent: at('2026-06-10') }), [infection(), early], 'date impossible'],
  ['sent already', sent(), [infection(), early, done], 'done already'],
] as const;
for (const [what, command, past, refused] of refusals)
  test(`a report ${what}: ${refused}`, () => asked(command, { ...physician, past }).refuses(refused));

test('once more was learnt, a report may be sent again', () =>
  asked(sent(), { ...physician, past: [infection(), early, done, followed] }).then({
    type: 'report sent',
    record,
    duty: 'eu-15-days',
    sent: at('2026-06-20'),
  }));
