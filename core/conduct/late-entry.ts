import type { ParticipantCommand } from './command.ts';
import { sinceStart } from './dates.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import { reviewActs } from './review/review-command.ts';
import { safetyCommands } from './safety-file/safety-command.ts';

/** What may still be written down of somebody who has left: paper is entered late, and errors are found late. */
const writesDown: ReadonlySet<string> = new Set<ParticipantCommand['type']>([
  'hold visit',
  'miss visit',
  'record section',
  'record sealed results',
  'correct item',
  'record judgements',
  'record history',
  'correct history',
  'strike history',
  'end course',
  'complete history',
  'give dose',
  'observe dose',
  'miss dose',
  'dispense',
  'return medicine',
  'discontinue treatment',
  'break code',
  'take back end',
  ...safetyCommands,
  ...reviewActs,
]);

/** Whether an act is refused to everybody who has left, whatever it says. */
export const isOverWithTheEnd = (act: string): boolean => !writesDown.has(act);

/** The days of which a command tells. What is brought back, and how an event ended, may come after the end. */
const daysToldOf = (command: ParticipantCommand): readonly string[] => {
  switch (command.type) {
    case 'hold visit':
    case 'give dose':
    case 'miss dose':
    case 'dispense':
    case 'discontinue treatment':
      return [command.on];
    case 'record history':
      return command.records.map(({ start }) => start);
    case 'correct history':
      return [command.entry.start];
    case 'complete history':
      return [command.through];
    default:
      return [];
  }
};

/** Refuses what is told of a day after somebody's participation ended; a partial date only where all of it lies after. */
export const toldAfterEnd = (command: ParticipantCommand, { ended }: Participant): Refusal | undefined => {
  if (ended === undefined) return undefined;
  const isAfter = daysToldOf(command).some((day) => sinceStart(ended.on, day) !== undefined);
  return isAfter ? { refused: 'participation ended', how: ended.how, on: ended.on } : undefined;
};
