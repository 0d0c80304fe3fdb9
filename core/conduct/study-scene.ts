import type { Seal } from '#core/record/seal.ts';
import type { Setting } from './command.ts';
import type { Objection } from './first-refusal.ts';
import type { Refusal } from './refusal.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyEvent } from './study-event.ts';
import type { StudyState } from './study-state.ts';

/** What a decision on the study rests on beside its own events. */
export interface StudyScene {
  readonly setting: Setting;
  /** Those who keep the data from being locked: whose participation, or whose visits so far, are not at their end. */
  readonly followed: readonly string[];
  /** Why the data are not ready for a lock. */
  readonly notReady?: Refusal | undefined;
  /** The public log now. */
  readonly head: Seal;
}

export type DecideStudy<T extends StudyCommand['type']> = (
  command: Extract<StudyCommand, { readonly type: T }>,
  state: StudyState,
  scene: StudyScene,
) => readonly StudyEvent[] | Refusal;

export const doneAlready = (what: string | undefined, name: string): Objection =>
  what !== undefined && { refused: 'done already', what: name };

export const notOpen = ({ openFor }: StudyState): Objection => openFor === undefined && { refused: 'study not open' };

export const withoutReason = (reason: string): Objection => reason.trim() === '' && { refused: 'reason missing' };
