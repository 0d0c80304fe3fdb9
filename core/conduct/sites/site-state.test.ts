import assert from 'node:assert/strict';
import test from 'node:test';
import { accepted, activated, closed, nurse, paused, site, siteAfter, trained } from './given.ts';
import { consentAskedAgain, holds, isKnownAt, isTrained, noSite, versionInForce } from './site-state.ts';

const left = { type: 'delegation ended', site, person: 'nurse-1', role: 'coordinator', on: '2026-05-31' } as const;

test('a task is held from its first day through its last', () => {
  const rows = [
    [[activated, nurse], 'nurse-1', 'coordinator', '2026-02-01', false],
    [[activated, nurse], 'nurse-1', 'coordinator', '2026-02-02', true],
    [[activated, nurse], 'nurse-1', 'coordinator', '2030-01-01', true],
    [[activated, nurse], 'nurse-1', 'pharmacist', '2026-02-02', false],
    [[activated, nurse], 'nurse-2', 'coordinator', '2026-02-02', false],
    [[activated, nurse, left], 'nurse-1', 'coordinator', '2026-05-31', true],
    [[activated, nurse, left], 'nurse-1', 'coordinator', '2026-06-01', false],
    [[activated, nurse, left, { ...nurse, from: '2026-09-01' }], 'nurse-1', 'coordinator', '2026-09-01', true],
    [[activated, nurse, left, { ...nurse, from: '2026-09-01' }], 'nurse-1', 'coordinator', '2026-07-01', false],
    [[activated], 'dr-1', 'investigator', '2026-02-01', true],
  ] as const;
  for (const [events, person, role, on, expected] of rows)
    assert.equal(holds(siteAfter(...events), person, role, on), expected, `${person} ${role} ${on}`);
});

test('who ever worked at a site is known there', () => {
  assert.equal(isKnownAt(siteAfter(activated, nurse, left), 'nurse-1'), true);
  assert.equal(isKnownAt(siteAfter(activated), 'nurse-1'), false);
});

test('training counts from its day, for its version', () => {
  const state = siteAfter(activated, trained('nurse-1'));
  const rows = [
    ['v1', '2026-02-03', true],
    ['v1', '2026-02-02', false],
    ['v2', '2026-02-03', false],
  ] as const;
  for (const [version, on, expected] of rows) assert.equal(isTrained(state, 'nurse-1', version, on), expected);
});

test('the version in force is the last that was accepted', () => {
  assert.equal(versionInForce(noSite(site)), undefined);
  assert.equal(versionInForce(siteAfter(activated))?.version, 'v1');
  assert.deepEqual(versionInForce(siteAfter(activated, accepted)), {
    version: 'v2',
    since: '2026-06-10',
    asksConsentAgain: true,
  });
});

test('consent is asked again from the day of the last version that asks for it', () => {
  const later = { ...accepted, version: 'v3', on: '2026-09-10', asksConsentAgain: false };
  assert.equal(consentAskedAgain(siteAfter(activated)), undefined);
  assert.equal(consentAskedAgain(siteAfter(activated, accepted)), '2026-06-10');
  assert.equal(consentAskedAgain(siteAfter(activated, accepted, later)), '2026-06-10');
});

test('paused, resumed and closed', () => {
  assert.equal(siteAfter(activated, paused).pausedOn, '2026-07-01');
  assert.equal(siteAfter(activated, paused, { type: 'site resumed', site, on: '2026-08-01' }).pausedOn, undefined);
  const end = siteAfter(activated, { type: 'principal named', site, person: 'dr-2', on: '2026-08-01' }, closed);
  assert.deepEqual([end.closedOn, end.principal, end.events], ['2026-12-01', 'dr-2', 3]);
});
