import type { Actor, Envelope, Moment } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import { foldParticipants } from './fold.ts';
import { mustAppend, readNow } from './must-append.ts';
import { evolveParticipant, evolveSealed, nobody, type Participant } from './participant.ts';
import {
  isAllocationEvent,
  type ParticipantEvent,
  participantStream,
  type SealedEvent,
  sealedStream,
  studyStream,
  type TrialEvent,
} from './trial-event.ts';

interface Act {
  readonly at: Moment;
  readonly actor: Actor;
}

/** Two folds of one person: what the public log says, and that with the sealed one. */
interface Folds {
  readonly masked: Participant;
  readonly unmasked: Participant;
}

const strangers: Folds = { masked: nobody, unmasked: nobody };

/** Participants folded once and kept beside the logs, until somebody else has written to their streams. */
export const openPeople = (study: Study, log: Log<TrialEvent>, sealed: Log<SealedEvent>) => {
  const folds = new Map<string, Folds>();
  const sealedEvents = (id: string): readonly Envelope<SealedEvent>[] => sealed.read(sealedStream(id));

  const fold = (id: string): Folds => {
    const [masked = nobody] = foldParticipants(log.read(participantStream(id)));
    const unmasked = sealedEvents(id).reduce(
      (state, { event }) => (isAllocationEvent(event) ? state : evolveSealed(state, event)),
      masked,
    );
    return { masked, unmasked };
  };

  const current = (id: string): Folds => {
    const found = folds.get(id) ?? strangers;
    const { version, sealedVersion } = found.unmasked;
    if (version === log.version(participantStream(id)) && sealedVersion === sealed.version(sealedStream(id)))
      return found;
    const folded = fold(id);
    folds.set(id, folded);
    return folded;
  };

  const append = (id: string, events: readonly ParticipantEvent[], act: Act, reason?: string) => {
    const before = current(id);
    const stream = participantStream(id);
    const reads = [{ stream, version: before.masked.version }, readNow(log, studyStream)];
    const appended = mustAppend<TrialEvent>(log, { stream, reads, events, reason }, act, study);
    const masked = events.reduce(evolveParticipant, before.masked);
    // As long as nothing is sealed of somebody, both folds are one.
    const unmasked = before.masked === before.unmasked ? masked : events.reduce(evolveParticipant, before.unmasked);
    folds.set(id, { masked, unmasked });
    return appended;
  };

  const seal = (id: string, events: readonly ParticipantEvent[], act: Act) => {
    const { masked, unmasked } = current(id);
    const stream = sealedStream(id);
    const reads = [{ stream, version: unmasked.sealedVersion }];
    const appended = mustAppend<SealedEvent>(sealed, { stream, reads, events }, act, study);
    folds.set(id, { masked, unmasked: events.reduce(evolveSealed, unmasked) });
    return appended;
  };

  /** What was sealed of one person is said in their public stream, each event with when and by whom it was recorded. */
  const disclose = (id: string, act: Act): void => {
    for (const { event, at, actor } of sealedEvents(id))
      if (!isAllocationEvent(event)) append(id, [event], act, `sealed at ${at.instant} by ${actor.id}, ${actor.role}`);
  };

  const everyone = (): readonly string[] =>
    foldParticipants(log.all()).flatMap(({ id }) => (id === undefined ? [] : [id]));

  return {
    masked: (id: string): Participant => current(id).masked,
    unmasked: (id: string): Participant => current(id).unmasked,
    append,
    seal,
    disclose: (act: Act): void => {
      for (const id of everyone()) disclose(id, act);
    },
    brokenCodes: (): ReadonlySet<string> =>
      new Set(everyone().filter((id) => current(id).masked.codeBrokenOn !== undefined)),
    /** Those who were allocated and whose participation has not ended. */
    followed: (): readonly string[] =>
      everyone().filter((id) => {
        const { allocated, ended } = current(id).masked;
        return allocated !== undefined && ended === undefined;
      }),
  };
};
