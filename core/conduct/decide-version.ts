import { canonicalText } from '#core/record/canonical.ts';
import { readStudy, versionHash } from '#core/study/compile-study.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import { blockingQuestions } from '#core/study/study.ts';
import { unless } from './first-refusal.ts';
import { type DecideStudy, doneAlready } from './study-scene.ts';
import type { StudyState } from './study-state.ts';

/** Whoever wrote a version does not approve it. */
const ownDraft = ({ drafted }: StudyState, actor: string) =>
  drafted?.by === actor && ({ refused: 'own draft', author: actor } as const);

export const decideDraft: DecideStudy<'draft study'> = (_, { approved }, { setting }) => {
  if (approved !== undefined) return { refused: 'already approved', hash: approved };
  return [{ type: 'study drafted', hash: setting.study.hash, by: setting.actor.id }];
};

export const decideApproval: DecideStudy<'approve study'> = (_, state, { setting }) => {
  if (state.approved !== undefined) return { refused: 'already approved', hash: state.approved };
  const { definition, hash } = setting.study;
  return unless([state.drafted?.hash !== hash && { refused: 'not drafted' }, ownDraft(state, setting.actor.id)], () => [
    { type: 'study approved', definition, hash },
  ]);
};

/** The list was drawn by these: with another one of them there would have to be another list. */
const drawnBy = ({ allocation, arms }: StudyDefinition): string =>
  canonicalText([allocation, arms.map(({ id, role }) => [id, role])]);

/** An amendment is a whole definition that was checked like the first; what was drawn by the old one stays. */
export const decideAmendmentDraft: DecideStudy<'draft amendment'> = ({ definition }, state, { setting }) => {
  const { study, findings } = readStudy(JSON.stringify(definition));
  if (study === undefined)
    return { refused: 'definition faulty', faults: findings.map(({ path, what }) => `${path}: ${what}`) };
  const before = setting.study.definition;
  return unless(
    [
      state.approved === undefined && { refused: 'study not approved' },
      state.lockedOn !== undefined && { refused: 'data locked', on: state.lockedOn },
      definition.id !== before.id && {
        refused: 'definition faulty',
        faults: [`id: ${definition.id} is another study`],
      },
      state.sealed !== undefined && drawnBy(definition) !== drawnBy(before) && { refused: 'allocation fixed' },
      doneAlready(
        state.versions.find((each) => each === study.hash),
        `version ${study.hash.slice(0, 12)}`,
      ),
    ],
    () => [{ type: 'study drafted', hash: study.hash, by: setting.actor.id }],
  );
};

/** What is approved is what was drafted, to the letter. */
export const decideAmendment: DecideStudy<'approve amendment'> = (command, state, { setting }) => {
  const { definition, asksConsentAgain } = command;
  // What was drafted did compile: whether this is the same, its hash says.
  const hash = versionHash(definition);
  const questions = state.openFor === 'recruitment' ? blockingQuestions(definition) : [];
  return unless(
    [
      state.approved === undefined && { refused: 'study not approved' },
      questions.length > 0 && { refused: 'questions open', questions },
      state.drafted?.hash !== hash && { refused: 'not drafted' },
      ownDraft(state, setting.actor.id),
    ],
    () => [{ type: 'amendment approved', definition, hash, asksConsentAgain }],
  );
};
