import test from 'node:test';
import * as g from '#core/conduct/given.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { given } from '#core/record/given.ts';
import { asked, at, learnt, now, open } from './given.ts';
import type { SafetyCommand } from './safety-command.ts';

const report = (of: 'participant' | 'partner', more: object = {}): SafetyCommand => ({
  type: 'report pregnancy',
  of,
  awareness: learnt,
  ...more,
});
const reported = (of: 'participant' | 'partner', more: object = {}): ParticipantEvent => ({
  type: 'pregnancy reported',
  of,
  awareness: learnt,
  received: now,
  ...more,
});
const man: ParticipantEvent = { ...g.described, type: 'participant described', born: '1990-06-15', sex: 'male' };
const details = { lastPeriod: '2026-05', test: 'serum hCG' } as const;

test('a pregnancy of the participant is reported with what is known, or with nothing', () => {
  asked(report('participant', details), { past: [g.described] }).then(reported('participant', details));
  asked(report('participant', { conception: '2026-05-30' }), { past: [] }).then(
    reported('participant', { conception: '2026-05-30' }),
  );
  asked(report('participant'), { past: [] }).then(reported('participant'));
});

test('that of a partner with her agreement, and without it only that there is one', () => {
  asked(report('partner', { ...details, agreed: true }), { past: [man] }).then(reported('partner', details));
  asked(report('partner'), { past: [man] }).then(reported('partner'));
  asked(report('partner', { agreed: false }), { past: [man] }).then(reported('partner'));
});

const ended: ParticipantEvent = {
  type: 'pregnancy ended',
  pregnancy: 'participant/P-001#3/pregnancy',
  outcome: 'miscarriage',
  on: '2026-07',
};
const rows = [
  ['details of a partner who has not agreed', report('partner', details), [man], 'partner has not agreed'],
  ['and who said no', report('partner', { ...details, agreed: false }), [man], 'partner has not agreed'],
  ['of a man', report('participant'), [man], 'value not accepted'],
  ['twice', report('participant'), [reported('participant')], 'done already'],
  ['learnt in the future', report('participant', { awareness: at('2027-06-02') }), [], 'date impossible'],
  ['a last period after it was learnt', report('participant', { lastPeriod: '2026-07' }), [], 'date impossible'],
  ['no date', report('participant', { lastPeriod: 'in spring' }), [], 'date impossible'],
  [
    'conception before the last period',
    report('participant', { lastPeriod: '2026-05-20', conception: '2026-05-01' }),
    [],
    'date impossible',
  ],
] as const;
for (const [what, command, past, refused] of rows)
  test(`${what}: ${refused}`, () => asked(command, { past }).refuses(refused));

test('nobody is asked before consent, and no coordinator reports', () => {
  given(g.deciderOf(open), g.identified).when(report('participant')).refuses('consent missing');
  asked(report('participant'), { role: 'coordinator', past: [] }).refuses('role may not');
});

test('after one that ended another may be reported; of partners several', () => {
  asked(report('participant'), { past: [reported('participant'), ended] }).then(reported('participant'));
  asked(report('partner'), { past: [reported('partner')] }).then(reported('partner'));
});

const outcome = (more: object = {}): SafetyCommand => ({
  type: 'record pregnancy outcome',
  pregnancy: 'participant/P-001#3/pregnancy',
  outcome: 'miscarriage',
  on: '2026-07',
  ...more,
});
const past = [reported('participant', details)];

test('its outcome is recorded once, also of who has left', () => {
  asked(outcome(), { past }).then(ended);
  asked(outcome(), { past: [...past, { type: 'participation ended', on: '2026-06-20', how: 'withdrawn' }] }).then(
    ended,
  );
  asked(outcome(), { past: [...past, ended] }).refuses('done already');
});

const outcomes = [
  ['of no pregnancy', outcome({ pregnancy: 'participant/P-001#2/pregnancy' }), 'value not found'],
  ['in the future', outcome({ on: '2027-07' }), 'date impossible'],
  ['before it began', outcome({ on: '2026-04-30' }), 'date impossible'],
] as const;
for (const [what, command, refused] of outcomes)
  test(`an outcome ${what}: ${refused}`, () => asked(command, { past }).refuses(refused));
