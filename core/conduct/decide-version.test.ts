import assert from 'node:assert/strict';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { decideStudy } from './decide-study.ts';
import * as g from './given.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyEvent } from './study-event.ts';
import { evolveStudy, noStudy, type StudyState } from './study-state.ts';

const study = g.shipped('nct05631717');
const { definition, hash } = study;
const amended: StudyDefinition = { ...definition, version: `${definition.version}, amendment 1` };
const amendedHash = g.studyIn(JSON.stringify(amended)).hash;

/** Somebody of a role; everybody of the tests is `dr-1` unless a row says otherwise. */
const by = (role: string, person = 'dr-1') => ({
  initial: noStudy,
  evolve: evolveStudy,
  decide: (command: StudyCommand, state: StudyState) => {
    const scene = g.sceneOf(study, role);
    return decideStudy(command, state, { ...scene, setting: { ...scene.setting, actor: { id: person, role } } });
  },
});
const drafted: StudyEvent = { type: 'study drafted', hash, by: 'author' };
const approved: StudyEvent = { type: 'study approved', definition, hash };
const draftedAgain: StudyEvent = { type: 'study drafted', hash: amendedHash, by: 'author' };
const sealed: StudyEvent = { type: 'allocation list sealed', commitment: 'c', slots: 40, method: 'm' };
const opened: StudyEvent = { type: 'study opened', purpose: 'recruitment' };

test('drafted by one person and approved by another, with the whole definition and its hash', () => {
  given(by('protocol author', 'author')).when({ type: 'draft study' }).then(drafted);
  given(by('sponsor'), drafted).when({ type: 'approve study' }).then(approved);
});

test('an amendment is drafted and approved like the first version', () => {
  given(by('protocol author', 'author'), drafted, approved)
    .when({ type: 'draft amendment', definition: amended })
    .then(draftedAgain);
  given(by('sponsor'), drafted, approved, draftedAgain)
    .when({ type: 'approve amendment', definition: amended, asksConsentAgain: true })
    .then({ type: 'amendment approved', definition: amended, hash: amendedHash, asksConsentAgain: true });
});

test('what may not be approved, and what may not be drafted', () => {
  const draft = (changed: Partial<StudyDefinition>): StudyCommand => ({
    type: 'draft amendment',
    definition: { ...amended, ...changed },
  });
  const approve: StudyCommand = { type: 'approve amendment', definition: amended, asksConsentAgain: false };
  const begun = [drafted, approved];
  const [first] = definition.arms;
  const rows: readonly (readonly [readonly StudyEvent[], StudyCommand, string, string?])[] = [
    [[], { type: 'approve study' }, 'not drafted'],
    [[draftedAgain], { type: 'approve study' }, 'not drafted'],
    [[drafted], { type: 'approve study' }, 'own draft', 'author'],
    [begun, { type: 'approve study' }, 'already approved'],
    [begun, { type: 'draft study' }, 'already approved'],
    [[], draft({}), 'study not approved'],
    [begun, draft({ arms: first === undefined ? [] : [first] }), 'definition faulty'],
    [begun, draft({ id: 'nct00000000' }), 'definition faulty'],
    [begun, { type: 'draft amendment', definition }, 'done already'],
    [
      [...begun, sealed],
      draft({ allocation: { method: 'simple', ratio: { msc: 2, 'il-2': 1 } } as StudyDefinition['allocation'] }),
      'allocation fixed',
    ],
    [[...begun, { type: 'data locked', on: '2027-01-01' }], draft({}), 'data locked'],
    [begun, approve, 'not drafted'],
    [[], approve, 'study not approved'],
    [[...begun, draftedAgain], approve, 'own draft', 'author'],
    [[...begun, draftedAgain, opened], approve, 'questions open'],
  ];
  for (const [past, command, refused, person] of rows) {
    const answer = by('sponsor', person).decide(command, past.reduce(evolveStudy, noStudy));
    assert.equal('refused' in answer && answer.refused, refused, `${command.type}: ${refused}`);
  }
});

test('what does not compile was never drafted, and so it is not approved', () => {
  const faulty: StudyDefinition = { ...amended, visits: [] };
  given(by('sponsor'), drafted, approved, draftedAgain)
    .when({ type: 'approve amendment', definition: faulty, asksConsentAgain: false })
    .refuses('not drafted');
});

test('the faults of a draft are named with their places', () => {
  const answer = by('sponsor').decide(
    { type: 'draft amendment', definition: { ...amended, visits: [] } },
    [drafted, approved].reduce(evolveStudy, noStudy),
  );
  assert.ok('refused' in answer && answer.refused === 'definition faulty');
  assert.ok(
    answer.faults.some((fault) => fault.startsWith('visits')),
    answer.faults.join('; '),
  );
});
