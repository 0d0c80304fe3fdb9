import { isByChance } from '#core/study/allocation-parts.ts';
import { blockingQuestions } from '#core/study/study.ts';
import { pastDay, sinceStart } from './dates.ts';
import {
  decideClosing,
  decideCut,
  decideLock,
  decidePrimaryLock,
  decideUnblinding,
  decideUnlock,
} from './decide-ending.ts';
import { decideAmendment, decideAmendmentDraft, decideApproval, decideDraft } from './decide-version.ts';
import { unless } from './first-refusal.ts';
import type { Refusal } from './refusal.ts';
import { roleMay } from './rights.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyEvent } from './study-event.ts';
import { type DecideStudy, notOpen, type StudyScene, withoutReason } from './study-scene.ts';
import type { StudyState } from './study-state.ts';

/** With an open question of severity error a study can be rehearsed and not opened. */
const decideOpening: DecideStudy<'open study'> = ({ purpose }, state, { setting }) => {
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

const decideSealing: DecideStudy<'seal allocation list'> = ({ commitment, slots, method }, state) =>
  state.sealed === undefined
    ? [{ type: 'allocation list sealed', commitment, slots, method }]
    : { refused: 'list sealed already' };

const decideKitSealing: DecideStudy<'seal kit list'> = ({ commitment, kits }, state) =>
  unless(
    [
      state.approved === undefined && { refused: 'study not approved' },
      state.kitLists.includes(commitment) && { refused: 'list sealed already' },
    ],
    () => [{ type: 'kit list sealed', commitment, kits }],
  );

/** A pause can be widened to treatment without being ended before. */
const decidePause: DecideStudy<'pause study'> = ({ on, what, reason }, state, { setting }) =>
  unless(
    [
      notOpen(state),
      state.lockedOn !== undefined && { refused: 'data locked', on: state.lockedOn },
      state.paused?.what === what && { refused: 'done already', what: `pause of ${what}` },
      pastDay(on, setting),
      withoutReason(reason),
    ],
    () => [{ type: 'study paused', on, what }],
  );

const decideResumption: DecideStudy<'resume study'> = ({ on, reason }, { paused }, { setting }) =>
  unless(
    [
      paused === undefined && { refused: 'done already', what: 'resumption' },
      pastDay(on, setting),
      paused !== undefined && sinceStart(on, paused.on),
      withoutReason(reason),
    ],
    () => [{ type: 'study resumed', on }],
  );

/** Decides a command on the study: the events that follow, or the first refusal in order of precedence. */
export const decideStudy = (
  command: StudyCommand,
  state: StudyState,
  scene: StudyScene,
): readonly StudyEvent[] | Refusal => {
  const { role } = scene.setting.actor;
  if (!roleMay(role, command.type)) return { refused: 'role may not', role, act: command.type };
  switch (command.type) {
    case 'draft study':
      return decideDraft(command, state, scene);
    case 'approve study':
      return decideApproval(command, state, scene);
    case 'draft amendment':
      return decideAmendmentDraft(command, state, scene);
    case 'approve amendment':
      return decideAmendment(command, state, scene);
    case 'seal allocation list':
      return decideSealing(command, state, scene);
    case 'seal kit list':
      return decideKitSealing(command, state, scene);
    case 'open study':
      return decideOpening(command, state, scene);
    case 'pause study':
      return decidePause(command, state, scene);
    case 'resume study':
      return decideResumption(command, state, scene);
    case 'close recruitment':
      return decideClosing(command, state, scene);
    case 'cut data':
      return decideCut(command, state, scene);
    case 'lock primary analysis':
      return decidePrimaryLock(command, state, scene);
    case 'lock data':
      return decideLock(command, state, scene);
    case 'unlock data':
      return decideUnlock(command, state, scene);
    case 'unblind study':
      return decideUnblinding(command, state, scene);
    default:
      return command satisfies never;
  }
};
