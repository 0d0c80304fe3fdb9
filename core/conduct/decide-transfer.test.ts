import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import { siteOn } from './decide-transfer.ts';
import * as g from './given.ts';
import { isRefusal } from './refusal.ts';
import { siteRoles } from './sites/site-event.ts';
import type { ParticipantEvent } from './trial-event.ts';

const study = g.shipped('nct03580291');
const [from = assert.fail(), to = assert.fail()] = study.definition.sites.map(({ id }) => id);
const identified: ParticipantEvent = { type: 'participant identified', participant: g.id, site: from };
const past = (...events: readonly ParticipantEvent[]) => given(g.deciderOf(study), identified, ...events);
const asked: ParticipantEvent = { type: 'transfer asked', to, on: '2026-07-01' };
const moved: ParticipantEvent = { type: 'participant transferred', from, to, on: '2026-07-05' };
const ask = { type: 'ask transfer', to, on: '2026-07-01', reason: 'moves house' } as const;
const accept = { type: 'accept transfer', on: '2026-07-05' } as const;
const withdraw = { type: 'withdraw transfer', reason: 'stays' } as const;

test('asked for by one site and accepted by the other, or taken back', () => {
  past(g.consented).when(ask).then(asked);
  past(g.consented, asked).when(accept).then(moved);
  past(g.consented, asked).when(withdraw).then({ type: 'transfer withdrawn' });
  past(g.consented, asked, { type: 'transfer withdrawn' }).when(ask).then(asked);
  past(g.consented, asked, moved)
    .when({ ...ask, to: from, on: '2026-08-01' })
    .then({ type: 'transfer asked', to: from, on: '2026-08-01' });
});

test('what is refused, one reason a row', () => {
  const ended: ParticipantEvent = { type: 'participation ended', on: '2026-06-10', how: 'withdrawn' };
  const rows = [
    [[], ask, 'consent missing'],
    [[g.consented], { ...ask, to: 'nowhere' }, 'site unknown'],
    [[g.consented], { ...ask, to: from }, 'done already'],
    [[g.consented, asked], ask, 'done already'],
    [[g.consented], { ...ask, on: '2028-01-01' }, 'date impossible'],
    [[g.consented], { ...ask, on: '2026-05-01' }, 'date impossible'],
    [[g.consented], { ...ask, reason: ' ' }, 'reason missing'],
    [[g.consented, ended], ask, 'participation ended'],
    [[g.consented], accept, 'value not found'],
    [[g.consented, asked, moved], accept, 'value not found'],
    [[g.consented, asked], { ...accept, on: '2026-06-30' }, 'date impossible'],
    [[g.consented], withdraw, 'value not found'],
    [[g.consented, asked], { ...withdraw, reason: '' }, 'reason missing'],
  ] as const;
  for (const [events, command, refused] of rows)
    past(...events)
      .when(command)
      .refuses(refused);
  for (const command of [ask, accept, withdraw])
    given(g.deciderOf(study, 'coordinator'), identified, g.consented, asked).when(command).refuses('role may not');
});

test('where somebody was on a day: the site that they left counts until the day before', () => {
  const back: ParticipantEvent = { type: 'participant transferred', from: to, to: from, on: '2026-09-01' };
  const person = g.participantAfter([identified, g.consented, asked, moved, { ...asked, to: from }, back]);
  const rows = [
    ['2026-05-11', from],
    ['2026-07-04', from],
    ['2026-07-05', to],
    ['2026-08-31', to],
    ['2026-09-01', from],
  ] as const;
  for (const [day, expected] of rows) assert.equal(siteOn(person, day), expected, day);
  assert.equal(person.id, g.id);
});

/** Two sites, each with people of its own, and somebody at the first. */
const opened = () => {
  const opening = g.openedDesk(study, g.listOf('cells', 'mmf'));
  const { desk, act } = opening;
  const must = (answer: unknown): void => assert.ok(!isRefusal(answer), JSON.stringify(answer));
  const of = (site: string) => ({ ...act(), actor: { id: `dr-${site}`, role: 'investigator' } });
  for (const site of [from, to])
    for (const person of [of(site).actor.id]) {
      for (const role of siteRoles)
        must(desk.actOnSite(site, { type: 'delegate', person, role, from: '2026-02-02' }, act('investigator')));
      must(desk.actOnSite(site, { type: 'record training', person, on: '2026-02-03' }, act('sponsor')));
    }
  must(desk.actOnParticipant(g.id, { type: 'identify', participant: g.id, site: from }, of(from)));
  must(desk.actOnParticipant(g.id, { type: 'give consent', on: '2026-05-11', version: '1' }, of(from)));
  return { ...opening, of, must };
};

test('rights follow: until it is accepted the first site acts, from then on the other, and everything stays under one id', () => {
  const { desk, log, of, must } = opened();
  const describe = { type: 'describe', born: '1990-06-15', sex: 'female' } as const;
  const hold = { type: 'hold visit', visit: 'screening', on: '2026-05-18' } as const;
  const nobody = { refused: 'participant unknown', participant: g.id };
  assert.deepEqual(desk.actOnParticipant(g.id, describe, of(to)), nobody);
  must(desk.actOnParticipant(g.id, ask, of(from)));
  assert.deepEqual(desk.actOnParticipant(g.id, describe, of(to)), nobody);
  assert.deepEqual(desk.actOnParticipant(g.id, accept, of(from)), nobody);
  must(desk.actOnParticipant(g.id, describe, of(from)));
  must(desk.actOnParticipant(g.id, accept, of(to)));
  assert.deepEqual(desk.actOnParticipant(g.id, hold, of(from)), nobody);
  must(desk.actOnParticipant(g.id, hold, of(to)));
  const { site, born, visits } = desk.participant(g.id);
  assert.deepEqual([site, born?.written, visits.size], [to, '1990-06-15', 1]);
  assert.deepEqual(
    log.read(`participant/${g.id}`).map(({ event }) => event.type),
    [
      'participant identified',
      'consent given',
      'transfer asked',
      'participant described',
      'participant transferred',
      'visit held',
    ],
  );
});

test('the version in force is that of the new site, and a site that takes nobody in takes nobody over', () => {
  const { desk, log, act, of, must } = opened();
  const amended = { ...study.definition, version: `${study.definition.version}, amendment 1` };
  must(desk.actOnStudy({ type: 'draft amendment', definition: amended }, act('protocol author')));
  must(desk.actOnStudy({ type: 'approve amendment', definition: amended, asksConsentAgain: false }, act('sponsor')));
  const approved = log.read('study').at(-1)?.event;
  assert.ok(approved?.type === 'amendment approved');
  const version = approved.hash;
  const accepting = { type: 'accept version', version, approvedOn: '2027-05-01', on: '2027-05-10' } as const;
  must(desk.actOnSite(to, accepting, act('sponsor')));
  must(desk.actOnParticipant(g.id, ask, of(from)));
  assert.deepEqual(desk.actOnParticipant(g.id, accept, of(to)), {
    refused: 'not trained',
    person: `dr-${to}`,
    version,
  });
  must(desk.actOnSite(to, { type: 'record training', person: `dr-${to}`, on: '2027-05-10' }, act('sponsor')));
  must(desk.actOnSite(to, { type: 'pause site', on: '2027-05-11', reason: 'full' }, act('sponsor')));
  assert.deepEqual(desk.actOnParticipant(g.id, accept, of(to)), { refused: 'site paused', site: to, on: '2027-05-11' });
  must(desk.actOnSite(to, { type: 'resume site', on: '2027-05-12', reason: 'room' }, act('sponsor')));
  must(desk.actOnParticipant(g.id, accept, of(to)));
  const under = log.read(`participant/${g.id}`).map((each) => [each.event.type, each.study === version]);
  assert.deepEqual(under.slice(-2), [
    ['transfer asked', false],
    ['participant transferred', true],
  ]);
});
