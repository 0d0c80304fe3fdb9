import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { given } from '#core/record/given.ts';
import { decideStudy } from './decide-study.ts';
import * as g from './given.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyEvent } from './study-event.ts';
import { evolveStudy, noStudy, type StudyState } from './study-state.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');
const study = g.shipped('nct05631717');

const by = (role: string, of = study) => ({
  initial: noStudy,
  evolve: evolveStudy,
  decide: (command: StudyCommand, state: StudyState) => decideStudy(command, state, g.sceneOf(of, role)),
});
const approved: StudyEvent = { type: 'study approved', definition: study.definition, hash: study.hash };
const sealed: StudyEvent = {
  type: 'allocation list sealed',
  commitment: 'seal',
  slots: 40,
  method: 'permuted-blocks/1',
};
const opened: StudyEvent = { type: 'study opened', purpose: 'rehearsal' };
const paused: StudyEvent = { type: 'study paused', on: '2026-08-01', what: 'recruitment' };

test('sealed and opened', () => {
  given(by('unblinded statistician'), approved)
    .when({ ...sealed, type: 'seal allocation list' })
    .then(sealed);
  given(by('sponsor'), approved, sealed).when({ type: 'open study', purpose: 'rehearsal' }).then(opened);
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

test('paused by sponsor or safety physician, widened to treatment, and resumed', () => {
  const reason = 'two events of special interest';
  const pause = (what: 'recruitment' | 'recruitment and treatment'): StudyCommand => ({
    type: 'pause study',
    on: '2026-08-01',
    what,
    reason,
  });
  const begun = [approved, sealed, opened];
  given(by('safety physician'), ...begun)
    .when(pause('recruitment'))
    .then(paused);
  given(by('sponsor'), ...begun, paused)
    .when(pause('recruitment and treatment'))
    .then({ ...paused, what: 'recruitment and treatment' });
  given(by('sponsor'), ...begun, paused)
    .when({ type: 'resume study', on: '2026-08-20', reason: 'the committee has met' })
    .then({ type: 'study resumed', on: '2026-08-20' });
});

test('what stands against a pause and its end', () => {
  const pause = { type: 'pause study', on: '2026-08-01', what: 'recruitment', reason: 'r' } as const;
  const resume = { type: 'resume study', on: '2026-08-20', reason: 'r' } as const;
  const [begun, locked]: readonly StudyEvent[][] = [
    [approved, sealed, opened],
    [approved, sealed, opened, { type: 'data locked', on: '2027-01-01' }],
  ];
  const rows: readonly (readonly [readonly StudyEvent[], StudyCommand, string, string?])[] = [
    [[approved], pause, 'study not open'],
    [locked ?? [], pause, 'data locked'],
    [[...(begun ?? []), paused], pause, 'done already'],
    [begun ?? [], { ...pause, on: '2028-01-01' }, 'date impossible'],
    [begun ?? [], { ...pause, reason: ' ' }, 'reason missing'],
    [begun ?? [], pause, 'role may not', 'investigator'],
    [begun ?? [], resume, 'done already'],
    [[...(begun ?? []), paused], { ...resume, on: '2026-07-31' }, 'date impossible'],
    [[...(begun ?? []), paused], { ...resume, reason: '' }, 'reason missing'],
    [[...(begun ?? []), paused], resume, 'role may not', 'safety physician'],
  ];
  for (const [past, command, refused, role = 'sponsor'] of rows) {
    const answer = by(role).decide(command, past.reduce(evolveStudy, noStudy));
    assert.equal('refused' in answer && answer.refused, refused, `${command.type}: ${refused}`);
  }
});

test('a list of kits is bound to once for each list, by whoever may know the arms', () => {
  const state: StudyState = { ...noStudy, approved: 'hash' };
  const seal = { type: 'seal kit list', commitment: 'c', kits: 40 } as const;
  const by = (role: string, at: StudyState) => decideStudy(seal, at, g.sceneOf(study, role));
  const sealed: StudyEvent = { type: 'kit list sealed', commitment: 'c', kits: 40 };
  assert.deepEqual(by('unblinded statistician', state), [sealed]);
  assert.deepEqual(by('unblinded statistician', evolveStudy(state, sealed)), { refused: 'list sealed already' });
  assert.deepEqual(by('unblinded statistician', noStudy), { refused: 'study not approved' });
  assert.deepEqual(by('sponsor', state), { refused: 'role may not', role: 'sponsor', act: 'seal kit list' });
  const more = evolveStudy(evolveStudy(state, sealed), { ...sealed, commitment: 'd' });
  assert.deepEqual(more.kitLists, ['c', 'd']);
});
