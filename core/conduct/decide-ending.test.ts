import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import { decideParticipant } from './decide-participant.ts';
import { decideStudy } from './decide-study.ts';
import * as g from './given.ts';
import { visitsThroughPrimary } from './primary-span.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyEvent } from './study-event.ts';
import { evolveStudy, noStudy, type StudyState } from './study-state.ts';

const study = g.shipped('nct03673748');
const on = '2027-06-01';
const opened: readonly StudyEvent[] = [
  { type: 'study approved', definition: study.definition, hash: study.hash },
  { type: 'study opened', purpose: 'rehearsal' },
];
const locked: StudyEvent = { type: 'data locked', on: '2027-05-01' };
const unblinded: StudyEvent = { type: 'study unblinded', on: '2027-05-02' };
const primary: StudyEvent = { type: 'primary analysis locked', on, visits: visitsThroughPrimary(study) };

const by = (role: string, followed: readonly string[] = []) => ({
  initial: noStudy,
  evolve: evolveStudy,
  decide: (command: StudyCommand, state: StudyState) => {
    const scene = { ...g.sceneOf(study, role, followed), head: { count: 12, hash: 'abc' } };
    return decideStudy(command, state, scene);
  },
});

test('from closing to unblinding', () => {
  const rows: readonly (readonly [string, readonly StudyEvent[], StudyCommand, StudyEvent])[] = [
    ['sponsor', opened, { type: 'close recruitment', on }, { type: 'recruitment closed', on }],
    [
      'data manager',
      opened,
      { type: 'cut data', on, why: 'interim' },
      { type: 'data cut', on, why: 'interim', events: 12, head: 'abc' },
    ],
    ['sponsor', opened, { type: 'lock primary analysis', on }, primary],
    ['sponsor', opened, { type: 'lock data', on }, { type: 'data locked', on }],
    ['sponsor', [...opened, locked], { type: 'unlock data', on, reason: 'a slip' }, { type: 'data unlocked', on }],
    ['unblinded statistician', [...opened, locked], { type: 'unblind study', on }, { type: 'study unblinded', on }],
  ];
  for (const [role, past, command, event] of rows)
    given(by(role), ...past)
      .when(command)
      .then(event);
});

test('what ends a trial keeps its order', () => {
  type Row = readonly [
    readonly StudyEvent[],
    StudyCommand,
    string,
    { readonly role?: string; readonly followed?: string[] }?,
  ];
  const rows: readonly Row[] = [
    [[], { type: 'cut data', on, why: 'interim' }, 'study not open'],
    [opened, { type: 'cut data', on, why: '' }, 'reason missing'],
    [opened, { type: 'lock primary analysis', on }, 'participants still followed', { followed: ['P-001'] }],
    [[...opened, primary], { type: 'lock primary analysis', on }, 'done already'],
    [[...opened, locked], { type: 'lock primary analysis', on }, 'done already'],
    [[...opened, primary], { type: 'unblind study', on }, 'data not locked', { role: 'unblinded statistician' }],
    [opened, { type: 'unlock data', on, reason: 'a slip' }, 'data not locked'],
    [[...opened, locked, unblinded], { type: 'unlock data', on, reason: 'a slip' }, 'done already'],
    [[...opened, locked], { type: 'unlock data', on: '2027-04-30', reason: 'a slip' }, 'date impossible'],
    [[...opened, locked], { type: 'unlock data', on, reason: '' }, 'reason missing'],
  ];
  for (const [past, command, refused, { role = 'sponsor', followed } = {}] of rows) {
    const answer = by(role, followed).decide(command, past.reduce(evolveStudy, noStudy));
    assert.equal('refused' in answer && answer.refused, refused, `${command.type}: ${refused}`);
  }
});

test('data that are not ready are not locked, and the reason is told', () => {
  const scene = { ...g.sceneOf(study, 'sponsor'), notReady: { refused: 'reason missing' } as const };
  assert.deepEqual(decideStudy({ type: 'lock data', on }, opened.reduce(evolveStudy, noStudy), scene), scene.notReady);
});

test('after the lock for the primary analysis its visits stand fast, and later ones go on', () => {
  const state = [...opened, primary].reduce(evolveStudy, noStudy);
  const person = g.participantAfter(g.maskedPast());
  const hold = (visit: string) =>
    decideParticipant({ type: 'hold visit', visit, on }, person, state, g.settingOf(study), g.id);
  const visits = study.definition.visits.map(({ id }) => id);
  const later = visits.filter((visit) => !state.lockedVisits.includes(visit));
  assert.deepEqual(hold(visits[1] ?? ''), { refused: 'visit locked', visit: visits[1] });
  for (const visit of later) assert.ok(!('refused' in hold(visit)), visit);
});

test('while the study is paused nobody comes in; treatment stops where the pause says so', () => {
  const pausedFor = (what: 'recruitment' | 'recruitment and treatment'): StudyState => ({
    ...g.openTrial,
    paused: { on: '2026-08-01', what },
  });
  const decide = (what: 'recruitment' | 'recruitment and treatment', type: 'enrol' | 'give dose' | 'hold visit') => {
    const commands = {
      enrol: { type: 'enrol', on },
      'give dose': { type: 'give dose', dose: 'x', number: 1, on },
      'hold visit': { type: 'hold visit', visit: 'week 52', on },
    } as const;
    const person = g.participantAfter(g.maskedPast());
    const answer = decideParticipant(commands[type], person, pausedFor(what), g.settingOf(study), g.id);
    return 'refused' in answer ? answer.refused : 'done';
  };
  assert.equal(decide('recruitment', 'enrol'), 'study paused');
  assert.notEqual(decide('recruitment', 'give dose'), 'study paused');
  assert.equal(decide('recruitment and treatment', 'give dose'), 'study paused');
  assert.notEqual(decide('recruitment and treatment', 'hold visit'), 'study paused');
});
