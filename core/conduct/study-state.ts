import { blockingQuestions } from '#core/study/study.ts';
import { roleMay, type Setting, type StudyCommand } from './command.ts';
import { unless } from './first-refusal.ts';
import type { Refusal } from './refusal.ts';
import type { StudyEvent } from './trial-event.ts';

/** What the events of the study say: approved, list sealed, open and for what. */
export interface StudyState {
  readonly approved: string | undefined;
  readonly sealed: { readonly commitment: string; readonly slots: number } | undefined;
  readonly openFor: 'recruitment' | 'rehearsal' | undefined;
}

export const noStudy: StudyState = { approved: undefined, sealed: undefined, openFor: undefined };

export const evolveStudy = (state: StudyState, event: StudyEvent): StudyState => {
  switch (event.type) {
    case 'study approved':
      return { ...state, approved: event.hash };
    case 'allocation list sealed':
      return { ...state, sealed: { commitment: event.commitment, slots: event.slots } };
    case 'study opened':
      return { ...state, openFor: event.purpose };
    default:
      return event satisfies never;
  }
};

const decideOpening = (
  state: StudyState,
  purpose: 'recruitment' | 'rehearsal',
  setting: Setting,
): readonly StudyEvent[] | Refusal => {
  const questions = purpose === 'recruitment' ? blockingQuestions(setting.study.definition) : [];
  return unless(
    [
      state.approved === undefined && { refused: 'study not approved' },
      questions.length > 0 && { refused: 'questions open', questions },
      state.sealed === undefined && { refused: 'list not sealed' },
      state.openFor !== undefined && { refused: 'done already', what: 'opening' },
    ],
    () => [{ type: 'study opened', purpose }],
  );
};

/** Decides a command on the study. With an open question of severity error it can be rehearsed and not opened. */
export const decideStudy = (
  command: StudyCommand,
  state: StudyState,
  setting: Setting,
): readonly StudyEvent[] | Refusal => {
  if (!roleMay(setting.actor.role, command.type))
    return { refused: 'role may not', role: setting.actor.role, act: command.type };
  switch (command.type) {
    case 'approve study':
      if (state.approved !== undefined) return { refused: 'already approved', hash: state.approved };
      return [{ type: 'study approved', definition: setting.study.definition, hash: setting.study.hash }];
    case 'seal allocation list': {
      if (state.sealed !== undefined) return { refused: 'list sealed already' };
      const { commitment, slots, method } = command;
      return [{ type: 'allocation list sealed', commitment, slots, method }];
    }
    case 'open study':
      return decideOpening(state, command.purpose, setting);
    default:
      return command satisfies never;
  }
};
