import assert from 'node:assert/strict';
import test from 'node:test';
import { noStudy } from '#core/conduct/study-state.ts';
import { given } from '#core/record/given.ts';
import * as s from './given.ts';
import type { SiteCommand } from './site-command.ts';
import type { SiteEvent } from './site-event.ts';
import { evolveSite, noSite } from './site-state.ts';

const { activated, nurse, accepted, paused, closed, site } = s;
const on = '2026-09-01';
const activate: SiteCommand = { type: 'activate site', on: '2026-02-01', approvedOn: '2026-01-15', principal: 'dr-1' };
const delegate: SiteCommand = { type: 'delegate', person: 'nurse-1', role: 'coordinator', from: '2026-02-02' };
const endNurse: SiteCommand = {
  type: 'end delegation',
  person: 'nurse-1',
  role: 'coordinator',
  on,
  reason: 'has left',
};
const accept: SiteCommand = { type: 'accept version', version: 'v2', approvedOn: '2026-06-01', on: '2026-06-10' };

test('a site from its activation to its end', () => {
  given(s.siteDecider()).when(activate).then(activated);
  given(s.siteDecider('investigator'), activated).when(delegate).then(nurse);
  given(s.siteDecider('investigator'), activated)
    .when({ type: 'record training', person: 'nurse-1', on: '2026-02-03' })
    .then(s.trained('nurse-1'));
  given(s.siteDecider('investigator'), activated, nurse)
    .when(endNurse)
    .then({ type: 'delegation ended', site, person: 'nurse-1', role: 'coordinator', on });
  given(s.siteDecider(), activated)
    .when({ type: 'pause site', on: '2026-07-01', reason: 'no pharmacist' })
    .then(paused);
  given(s.siteDecider(), activated, paused)
    .when({ type: 'resume site', on, reason: 'a new one' })
    .then({ type: 'site resumed', site, on });
  given(s.siteDecider(), activated).when({ type: 'close site', on: '2026-12-01' }).then(closed);
});

test('another principal investigator is somebody who is an investigator there', () => {
  const second: SiteEvent = { type: 'staff delegated', site, person: 'dr-2', role: 'investigator', from: '2026-02-02' };
  given(s.siteDecider(), activated, second)
    .when({ type: 'name principal', person: 'dr-2', on })
    .then({ type: 'principal named', site, person: 'dr-2', on });
});

test('a version is in force at a site once its committee has approved it, and asks again for consent if any passed does', () => {
  given(s.siteDecider('sponsor', { state: s.amendedTrial }), activated)
    .when(accept)
    .then(accepted);
  const third = { ...s.amendedTrial, versions: ['v1', 'v2', 'v3'], approved: 'v3' };
  given(s.siteDecider('sponsor', { state: third }), activated)
    .when({ ...accept, version: 'v3' })
    .then({ ...accepted, version: 'v3', asksConsentAgain: true });
  given(s.siteDecider('sponsor', { state: third }), activated, accepted)
    .when({ ...accept, version: 'v3' })
    .then({ ...accepted, version: 'v3', asksConsentAgain: false });
});

test('people are trained in a version before it is in force', () => {
  given(s.siteDecider('sponsor', { state: s.amendedTrial }), activated)
    .when({ type: 'record training', person: 'dr-1', on, version: 'v2' })
    .then(s.trained('dr-1', 'v2', on));
});

interface Refused {
  readonly past?: readonly SiteEvent[];
  readonly command: SiteCommand;
  readonly refused: string;
  readonly role?: string;
  readonly as?: Parameters<typeof s.siteDecider>[1];
}

const refusals: Readonly<Record<string, Refused>> = {
  'activation is the sponsor’s': { command: activate, refused: 'role may not', role: 'investigator' },
  'no study is approved': { command: activate, refused: 'study not approved', as: { state: noStudy } },
  'a site that the study does not name': { command: activate, refused: 'site unknown', as: { of: 'elsewhere' } },
  'activated twice': { past: [activated], command: activate, refused: 'done already' },
  'before its committee approved': { command: { ...activate, approvedOn: '2026-02-02' }, refused: 'date impossible' },
  'delegation at a site that is not active': { command: delegate, refused: 'site not active', role: 'investigator' },
  'delegation by another investigator': {
    past: [activated],
    command: delegate,
    refused: 'not the principal',
    role: 'investigator',
    as: { person: 'dr-2' },
  },
  'delegation is not the sponsor’s': { past: [activated], command: delegate, refused: 'role may not' },
  'delegated twice': { past: [activated, nurse], command: delegate, refused: 'done already', role: 'investigator' },
  'delegation at a closed site': {
    past: [activated, closed],
    command: delegate,
    refused: 'site closed',
    role: 'investigator',
  },
  'the end of what was not delegated': {
    past: [activated],
    command: endNurse,
    refused: 'not delegated',
    role: 'investigator',
  },
  'an end before the beginning': {
    past: [activated, nurse],
    command: { ...endNurse, on: '2026-02-01' },
    refused: 'date impossible',
    role: 'investigator',
  },
  'an end without a reason': {
    past: [activated, nurse],
    command: { ...endNurse, reason: ' ' },
    refused: 'reason missing',
    role: 'investigator',
  },
  'a principal who is no investigator there': {
    past: [activated, nurse],
    command: { type: 'name principal', person: 'nurse-1', on },
    refused: 'not delegated',
  },
  'training in no version': {
    past: [activated],
    command: { type: 'record training', person: 'dr-1', on, version: 'v9' },
    refused: 'version unknown',
  },
  'training to come': {
    past: [activated],
    command: { type: 'record training', person: 'dr-1', on: '2027-06-02' },
    refused: 'date impossible',
  },
  'a version that nobody approved': { past: [activated], command: accept, refused: 'version unknown' },
  'a version twice': {
    past: [activated, accepted],
    command: accept,
    refused: 'done already',
    as: { state: s.amendedTrial },
  },
  'back to an earlier version': {
    past: [activated, accepted],
    command: { ...accept, version: 'v1' },
    refused: 'done already',
    as: { state: s.amendedTrial },
  },
  'a version before the committee': {
    past: [activated],
    command: { ...accept, on: '2026-05-31' },
    refused: 'date impossible',
    as: { state: s.amendedTrial },
  },
  'paused twice': {
    past: [activated, paused],
    command: { type: 'pause site', on, reason: 'r' },
    refused: 'done already',
  },
  'a pause without a reason': {
    past: [activated],
    command: { type: 'pause site', on, reason: '' },
    refused: 'reason missing',
  },
  'resumed without a pause': {
    past: [activated],
    command: { type: 'resume site', on, reason: 'r' },
    refused: 'done already',
  },
  'resumed before the pause': {
    past: [activated, paused],
    command: { type: 'resume site', on: '2026-06-30', reason: 'r' },
    refused: 'date impossible',
  },
  'closed while somebody is followed': {
    past: [activated],
    command: { type: 'close site', on },
    refused: 'participants still followed',
    as: { followed: ['P-001'] },
  },
  'closed twice': { past: [activated, closed], command: { type: 'close site', on }, refused: 'done already' },
};

for (const [what, { past = [], command, refused, role = 'sponsor', as }] of Object.entries(refusals))
  test(`refused: ${what}`, () => {
    const answer = s.siteDecider(role, as).decide(command, past.reduce(evolveSite, noSite(as?.of ?? site)));
    assert.equal('refused' in answer && answer.refused, refused);
  });
