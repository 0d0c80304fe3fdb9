import type { ParticipantCommand, Setting } from './command.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { ParticipantEvent } from './trial-event.ts';

/** The decision of one command on a participant: the events that follow, or why it may not be done. */
export type Decide<T extends ParticipantCommand['type']> = (
  command: Extract<ParticipantCommand, { type: T }>,
  participant: Participant,
  setting: Setting,
) => readonly ParticipantEvent[] | Refusal;
