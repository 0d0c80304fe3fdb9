import test from 'node:test';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { asked, at, fatal, hospital, infection, learnt, mild, now, record, reported } from './given.ts';
import type { SafetyCommand } from './safety-command.ts';
import type { EventAnswers } from './safety-event.ts';

const report = (said: EventAnswers = mild, more: object = {}): SafetyCommand => ({
  type: 'report event',
  record,
  awareness: learnt,
  said,
  ...more,
});
const followUp = (changed: Partial<EventAnswers>, more: object = {}): SafetyCommand => ({
  type: 'follow up event',
  record,
  awareness: at('2026-06-20'),
  changed,
  learnt: 'discharge letter',
  ...more,
});

test('an event is reported with the moment at which the sponsor has it', () => {
  asked(report(hospital)).then({ type: 'event reported', record, awareness: learnt, received: now, said: hospital });
  asked(report(fatal)).then({ type: 'event reported', record, awareness: learnt, received: now, said: fatal });
});

const condition: ParticipantEvent = {
  type: 'history recorded',
  records: [{ source: 'condition', concept: 'allergy', start: '2001' }],
};
const left: ParticipantEvent = { type: 'participation ended', on: '2026-06-12', how: 'died' };
const reports = [
  ['a record that is none', report(mild, { record: 'participant/P-001#2/a.1' }), {}, 'value not found'],
  [
    'a record that is no adverse event',
    report(mild, { record: 'participant/P-001#3/allergy.1' }),
    { past: [condition] },
    'value not found',
  ],
  ['twice', report(), { past: [infection(), reported()] }, 'done already'],
  [
    'twice, before the date',
    report(mild, { awareness: at('2026-06-09') }),
    { past: [infection(), reported()] },
    'done already',
  ],
  ['learnt before it began', report(mild, { awareness: at('2026-06-09 23:59 +08:00') }), {}, 'date impossible'],
  ['learnt in the future', report(mild, { awareness: at('2027-06-01 09:00') }), {}, 'date impossible'],
  [
    'a date before a contradiction',
    report({ ...fatal, grade: 4 }, { awareness: at('2026-06-09') }),
    {},
    'date impossible',
  ],
  ['fatal and grade 4', report({ ...fatal, grade: 4 }), {}, 'event contradicts itself'],
  ['serious without a criterion', report(mild), { past: [infection({ serious: true })] }, 'event contradicts itself'],
  ['by a coordinator', report(), { role: 'coordinator' }, 'role may not'],
  ['by the safety physician', report(), { role: 'safety physician' }, 'role may not'],
] as const;
for (const [what, command, around, refused] of reports)
  test(`report, ${what}: ${refused}`, () => asked(command, around).refuses(refused));

test('of who has died a report is still made', () =>
  asked(report(fatal), { past: [infection(), left] }).then({
    type: 'event reported',
    record,
    awareness: learnt,
    received: now,
    said: fatal,
  }));

test('what was learnt on the day on which it began, or in its month, may have been learnt after it', () => {
  const month: ParticipantEvent = {
    type: 'history recorded',
    records: [{ source: 'adverse event', concept: 'infection-event', start: '2026-06' }],
  };
  const early = at('2026-06-01');
  asked(report(mild, { awareness: early }), { past: [month] }).then(reported(mild, early));
});

test('what changed is followed up, and what did not stays', () =>
  asked(followUp({ seriousness: ['life-threatening'], grade: 4 }), { past: [infection(), reported(hospital)] }).then({
    type: 'event followed up',
    record,
    awareness: at('2026-06-20'),
    received: now,
    changed: { seriousness: ['life-threatening'], grade: 4 },
    learnt: 'discharge letter',
  }));

const known = { past: [infection(), reported(hospital)] };
const followUps = [
  ['of an event that was not reported', followUp({ grade: 2 }), {}, 'event not reported'],
  ['of a record that is none', followUp({}, { record: 'participant/P-001#2/a.1' }), known, 'value not found'],
  ['learnt before the report', followUp({ grade: 2 }, { awareness: at('2026-06-10') }), known, 'date impossible'],
  ['with nothing new', followUp({}, { learnt: ' ' }), known, 'value not accepted'],
  ['that makes it fatal by half', followUp({ outcome: 'fatal' }), known, 'event contradicts itself'],
  ['by a coordinator', followUp({ grade: 2 }), { ...known, role: 'coordinator' }, 'role may not'],
] as const;
for (const [what, command, around, refused] of followUps)
  test(`follow-up ${what}: ${refused}`, () => asked(command, around).refuses(refused));

test('words alone are new, and so is a change without words', () => {
  const followed = { type: 'event followed up', record, awareness: at('2026-06-20'), received: now } as const;
  asked(followUp({}), known).then({ ...followed, changed: {}, learnt: 'discharge letter' });
  asked(followUp({ outcome: 'recovered' }, { learnt: '' }), known).then({
    ...followed,
    changed: { outcome: 'recovered' },
    learnt: '',
  });
});
