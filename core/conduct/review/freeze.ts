import type { ParticipantCommand } from '#core/conduct/command.ts';
import type { Decide } from '#core/conduct/decision.ts';
import { unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { unsettledAt } from './query.ts';

/** A visit about which nothing is asked any more is kept as it is. */
export const decideFreeze: Decide<'freeze visit'> = ({ visit }, participant) => {
  const queries = unsettledAt(participant, visit);
  return unless(
    [
      participant.visits.get(visit)?.on === undefined && { refused: 'visit not held', visit },
      participant.review.frozen.has(visit) && { refused: 'done already', what: `freeze of ${visit}` },
      queries.length > 0 && { refused: 'queries open', queries },
    ],
    () => [{ type: 'visit frozen', visit }],
  );
};

export const decideUnfreezing: Decide<'unfreeze visit'> = ({ visit, reason }, { review }) =>
  unless(
    [
      !review.frozen.has(visit) && { refused: 'not frozen', visit },
      reason.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'visit unfrozen', visit }],
  );

/** Refuses what would change a visit that is frozen. */
export const frozenAgainst = (command: ParticipantCommand, { review }: Participant): Refusal | undefined => {
  switch (command.type) {
    case 'record section':
    case 'record sealed results':
    case 'correct item':
    case 'record judgements':
      return review.frozen.has(command.visit) ? { refused: 'frozen', visit: command.visit } : undefined;
    default:
      return undefined;
  }
};
