import type { Envelope } from '#core/record/envelope.ts';
import { evolveSealed } from './evolve-participant.ts';
import type { Participant } from './participant.ts';
import { isParticipantEvent, type SealedEvent, sealedStream } from './trial-event.ts';

/**
 * The same people with what the sealed log says of them by an instant (UTC, ISO 8601): for whoever may know the arms, as a
 * monitoring committee in its closed session. Whose arm the public log has told already stays as they are.
 */
export const unmask = (
  participants: readonly Participant[],
  sealed: readonly Envelope<SealedEvent>[],
  until: string,
): readonly Participant[] => {
  const streams = Map.groupBy(sealed, ({ stream }) => stream);
  return participants.map((person) => {
    if (person.arm !== undefined || person.id === undefined) return person;
    const known = (streams.get(sealedStream(person.id)) ?? []).filter(({ at }) => at.instant <= until);
    return known.reduce((state, { event }) => (isParticipantEvent(event) ? evolveSealed(state, event) : state), person);
  });
};
