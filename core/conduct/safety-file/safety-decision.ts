import type { Setting } from '#core/conduct/command.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import type { SafetyCommand } from './safety-command.ts';
import type { SafetyEvent } from './safety-event.ts';

/** The decision of one command on safety: the events that follow, or why it may not be done. */
export type DecideSafety<T extends SafetyCommand['type']> = (
  command: Extract<SafetyCommand, { type: T }>,
  participant: Participant,
  setting: Setting,
) => readonly SafetyEvent[] | Refusal;
