import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import type { StudyEvent } from './study-event.ts';
import { evolveStudy, noStudy } from './study-state.ts';

const study = g.shipped('nct05631717');
const { definition, hash } = study;
const after = (...events: readonly StudyEvent[]) => events.reduce(evolveStudy, noStudy);
const begun: readonly StudyEvent[] = [
  { type: 'study drafted', hash, by: 'author' },
  { type: 'study approved', definition, hash },
  { type: 'allocation list sealed', commitment: 'seal', slots: 40, method: 'permuted-blocks/1' },
  { type: 'study opened', purpose: 'rehearsal' },
];
const opened = {
  ...noStudy,
  approved: hash,
  versions: [hash],
  sealed: { commitment: 'seal', slots: 40 },
  openFor: 'rehearsal',
} as const;

test('the state is what the events say, from the draft to the unblinding', () => {
  assert.deepEqual(after(...begun.slice(0, 1)), { ...noStudy, drafted: { hash, by: 'author' } });
  assert.deepEqual(after(...begun), opened);
  const ending: readonly StudyEvent[] = [
    { type: 'recruitment closed', on: '2027-03-01' },
    { type: 'data cut', on: '2027-03-02', why: 'interim', events: 12, head: 'abc' },
    { type: 'primary analysis locked', on: '2027-04-01', visits: ['baseline'] },
    { type: 'data locked', on: '2027-05-01' },
    { type: 'study unblinded', on: '2027-05-02' },
  ];
  assert.deepEqual(after(...begun, ...ending), {
    ...opened,
    closedOn: '2027-03-01',
    cuts: [{ on: '2027-03-02', events: 12, head: 'abc' }],
    lockedVisits: ['baseline'],
    lockedOn: '2027-05-01',
    unblindedOn: '2027-05-02',
  });
});

test('what is paused goes on, and what was locked is opened again', () => {
  const paused: StudyEvent = { type: 'study paused', on: '2026-08-01', what: 'recruitment' };
  assert.deepEqual(after(...begun, paused).paused, { on: '2026-08-01', what: 'recruitment' });
  assert.deepEqual(after(...begun, paused, { type: 'study resumed', on: '2026-09-01' }), opened);
  const locked: StudyEvent = { type: 'data locked', on: '2027-05-01' };
  assert.deepEqual(after(...begun, locked, { type: 'data unlocked', on: '2027-05-03' }), opened);
});

test('versions are kept in the order of their approval, with those that ask for consent again', () => {
  const amended = (version: string, asksConsentAgain: boolean): readonly StudyEvent[] => [
    { type: 'study drafted', hash: version, by: 'author' },
    { type: 'amendment approved', definition, hash: version, asksConsentAgain },
  ];
  const { versions, approved, drafted, asksConsentAgain } = after(
    ...begun,
    ...amended('two', true),
    ...amended('three', false),
  );
  assert.deepEqual(
    [versions, approved, drafted, asksConsentAgain],
    [[hash, 'two', 'three'], 'three', undefined, ['two']],
  );
});
