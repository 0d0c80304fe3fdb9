import { isByChance } from '#core/study/allocation-parts.ts';
import { blockingQuestions } from '#core/study/study.ts';
import type { Setting, StudyCommand } from './command.ts';
import { pastDay } from './dates.ts';
import { type Objection, unless } from './first-refusal.ts';
import type { Refusal } from './refusal.ts';
import { roleMay } from './rights.ts';
import type { StudyEvent } from './trial-event.ts';

/** What the events of the study say: approved, list sealed, open and for what. */
export interface StudyState {
  readonly approved: string | undefined;
  readonly sealed: { readonly commitment: string; readonly slots: number } | undefined;
  readonly openFor: 'recruitment' | 'rehearsal' | undefined;
  readonly closedOn: string | undefined;
  readonly lockedOn: string | undefined;
  readonly unblindedOn: string | undefined;
}

export const noStudy: StudyState = {
  approved: undefined,
  sealed: undefined,
  openFor: undefined,
  closedOn: undefined,
  lockedOn: undefined,
  unblindedOn: undefined,
};

export const evolveStudy = (state: StudyState, event: StudyEvent): StudyState => {
  switch (event.type) {
    case 'study approved':
      return { ...state, approved: event.hash };
    case 'allocation list sealed':
      return { ...state, sealed: { commitment: event.commitment, slots: event.slots } };
    case 'study opened':
      return { ...state, openFor: event.purpose };
    case 'recruitment closed':
      return { ...state, closedOn: event.on };
    case 'data locked':
      return { ...state, lockedOn: event.on };
    case 'study unblinded':
      return { ...state, unblindedOn: event.on };
    default:
      return event satisfies never;
  }
};

type Ending = Extract<StudyCommand, { type: 'close recruitment' | 'lock data' | 'unblind study' }>;

/** Recruitment is closed, then the data are locked when nobody is followed any more, then the arms are told. */
const decideEnding = (
  command: Ending,
  state: StudyState,
  followed: readonly string[],
  setting: Setting,
): readonly StudyEvent[] | Refusal => {
  const { on, type } = command;
  const done = (what: string | undefined, name: string): Objection =>
    what !== undefined && { refused: 'done already', what: name };
  const open: Objection = state.openFor === undefined && { refused: 'study not open' };
  switch (type) {
    case 'close recruitment':
      return unless([open, done(state.closedOn, 'closing of recruitment'), pastDay(on, setting)], () => [
        { type: 'recruitment closed', on },
      ]);
    case 'lock data':
      return unless(
        [
          open,
          done(state.lockedOn, 'lock of the data'),
          pastDay(on, setting),
          followed.length > 0 && { refused: 'participants still followed', participants: followed },
        ],
        () => [{ type: 'data locked', on }],
      );
    case 'unblind study':
      return unless(
        [
          state.lockedOn === undefined && { refused: 'data not locked' },
          done(state.unblindedOn, 'unblinding'),
          pastDay(on, setting),
        ],
        () => [{ type: 'study unblinded', on }],
      );
    default:
      return type satisfies never;
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
      isByChance(setting.study.definition.allocation) && state.sealed === undefined && { refused: 'list not sealed' },
      state.openFor !== undefined && { refused: 'done already', what: 'opening' },
    ],
    () => [{ type: 'study opened', purpose }],
  );
};

/**
 * Decides a command on the study; `followed` are those whose participation has not ended. With an open question of
 * severity error it can be rehearsed and not opened.
 */
export const decideStudy = (
  command: StudyCommand,
  state: StudyState,
  setting: Setting,
  followed: readonly string[] = [],
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
    case 'close recruitment':
    case 'lock data':
    case 'unblind study':
      return decideEnding(command, state, followed, setting);
    default:
      return command satisfies never;
  }
};
