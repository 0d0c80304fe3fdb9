import type { StudyDefinition } from '#core/study/schema.ts';
import type { ParticipantCommand } from './command.ts';
import { isSealedRecord } from './trial-event.ts';
import { looksOf } from './visible-doses.ts';

/** Acts that tell the arm only where the arms do not look alike. */
const treatment: readonly ParticipantCommand['type'][] = [
  'give dose',
  'observe dose',
  'miss dose',
  'dispense',
  'return medicine',
  'discontinue treatment',
];

/** Adverse events belong to what is done: a reaction to an infusion tells who had one. */
const isOnEvents = (command: ParticipantCommand): boolean =>
  command.type === 'record history' && command.records.some(({ source }) => source === 'adverse event');

/** What was sealed is corrected and ended where it stands. */
const isOnSealed = (command: ParticipantCommand): boolean =>
  ('record' in command && isSealedRecord(command.record)) ||
  ('replaces' in command && isSealedRecord(command.replaces));

/** Whether what an act brings about belongs into the sealed log, since it would tell the arm to those who are masked. */
export const isKeptSealed = (definition: StudyDefinition, command: ParticipantCommand): boolean => {
  const { type } = command;
  const looks = looksOf(definition);
  if (looks === 'open') return false;
  if (isOnSealed(command)) return true;
  if (type === 'prepare dose' || type === 'discard dose' || type === 'record sealed results') return true;
  return looks === 'unlike' && (treatment.includes(type) || isOnEvents(command));
};
