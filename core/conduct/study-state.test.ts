import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import type { StudyCommand } from './command.ts';
import * as g from './given.ts';
import { decideStudy, evolveStudy, noStudy, type StudyState } from './study-state.ts';
import type { StudyEvent } from './trial-event.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.studyIn(text);

const by = (role: string, of = study) => ({
  initial: noStudy,
  evolve: evolveStudy,
  decide: (command: StudyCommand, state: StudyState) => decideStudy(command, state, g.settingOf(of, role)),
});
const approved: StudyEvent = { type: 'study approved', definition: study.definition, hash: study.hash };
const sealed: StudyEvent = {
  type: 'allocation list sealed',
  commitment: 'seal',
  slots: 40,
  method: 'permuted-blocks/1',
};

test('approved with the whole definition and its hash, sealed, opened', () => {
  given(by('sponsor')).when({ type: 'approve study' }).then(approved);
  given(by('unblinded statistician'), approved)
    .when({ ...sealed, type: 'seal allocation list' })
    .then(sealed);
  given(by('sponsor'), approved, sealed)
    .when({ type: 'open study', purpose: 'rehearsal' })
    .then({ type: 'study opened', purpose: 'rehearsal' });
});

test('with an open question of severity error it is rehearsed and not opened; the questions are named', () => {
  const answer = by('sponsor').decide(
    { type: 'open study', purpose: 'recruitment' },
    [approved, sealed].reduce(evolveStudy, noStudy),
  );
  assert.ok('refused' in answer && answer.refused === 'questions open');
  assert.ok(answer.questions.includes('S002-03'));
  assert.ok(!answer.questions.includes('S002-17'), 'a warning does not block');
});

test('with every such question answered it opens for recruitment', () => {
  const answered = g.studyIn(text.replaceAll(/(severity: error, .*) \}/g, '$1, answer: "Yes" }'));
  given(by('sponsor', answered), approved, sealed)
    .when({ type: 'open study', purpose: 'recruitment' })
    .then({ type: 'study opened', purpose: 'recruitment' });
});

test('the state is what the events say', () => {
  const state = [approved, sealed, { type: 'study opened', purpose: 'rehearsal' } as const].reduce(
    evolveStudy,
    noStudy,
  );
  const opened = { approved: study.hash, sealed: { commitment: 'seal', slots: 40 }, openFor: 'rehearsal' };
  assert.deepEqual(state, { ...noStudy, ...opened });
  const ending: readonly StudyEvent[] = [
    { type: 'recruitment closed', on: '2027-03-01' },
    { type: 'data locked', on: '2027-05-01' },
    { type: 'study unblinded', on: '2027-05-02' },
  ];
  const days = { closedOn: '2027-03-01', lockedOn: '2027-05-01', unblindedOn: '2027-05-02' };
  assert.deepEqual(ending.reduce(evolveStudy, state), { ...opened, ...days });
});
