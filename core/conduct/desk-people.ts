import type { Envelope } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { Act } from './act.ts';
import { disclosedEvent } from './disclosed.ts';
import { evolveParticipant, evolveSealed } from './evolve-participant.ts';
import { foldParticipants } from './fold.ts';
import type { LotEvent } from './lots/lot-event.ts';
import { type Beside, mustAppend, readNow } from './must-append.ts';
import { nobody, type Participant } from './participant.ts';
import { type Folds, openRoll } from './people-roll.ts';
import { siteStream } from './sites/site-event.ts';
import {
  isParticipantEvent,
  type ParticipantEvent,
  participantStream,
  type SealedEvent,
  sealedStream,
  studyStream,
  type TrialEvent,
} from './trial-event.ts';

/** The unit that a preparation takes, in the stream of its lot. */
type FromLot = Beside<LotEvent>;

const strangers: Folds = { masked: nobody, unmasked: nobody };

/** Participants folded once and kept beside the logs, until somebody else has written to their streams. */
const openFolds = (log: Log<TrialEvent>, sealed: Log<SealedEvent>) => {
  const folds = new Map<string, Folds>();
  const fold = (id: string): Folds => {
    const [masked = nobody] = foldParticipants(log.read(participantStream(id)));
    const stream = sealedStream(id);
    // Whose arm is public has had everything disclosed: the sealed events stand in the public stream again.
    if (masked.arm !== undefined) return { masked, unmasked: { ...masked, sealedVersion: sealed.version(stream) } };
    const unmasked = sealed
      .read(stream)
      .reduce((state, { event }) => (isParticipantEvent(event) ? evolveSealed(state, event) : state), masked);
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

  return {
    current,
    keep: (id: string, now: Folds): void => void folds.set(id, now),
    foldAgain: (id: string): void => void folds.set(id, fold(id)),
  };
};

/** Everybody who was identified, in that order; what was read of the log before is not read again. */
const openIdentified = (log: Log<TrialEvent>) => {
  const known: string[] = [];
  let read = 0;
  return (): readonly string[] => {
    for (const { event } of log.all().slice(read))
      if (event.type === 'participant identified') known.push(event.participant);
    read = log.head().count;
    return [...known];
  };
};

/** Where somebody is, as far as it is known before they are identified there, and where they go with a transfer. */
const siteOf = ({ site }: Participant, events: readonly ParticipantEvent[]): string | undefined => {
  const moved = events.find((event) => event.type === 'participant transferred');
  return moved?.to ?? site ?? events.find((event) => event.type === 'participant identified')?.site;
};

/**
 * The participants of a trial, as both logs tell of them, and what is appended to their streams: each event under the
 * version of the study that is in force at their site.
 */
export const openPeople = (
  versionAt: (site: string | undefined) => Study,
  log: Log<TrialEvent>,
  sealed: Log<SealedEvent>,
) => {
  const { current, keep, foldAgain } = openFolds(log, sealed);
  const sealedEvents = (id: string): readonly Envelope<SealedEvent>[] => sealed.read(sealedStream(id));

  const append = (id: string, events: readonly ParticipantEvent[], act: Act, reason?: string, beside?: FromLot) => {
    const before = current(id);
    const stream = participantStream(id);
    const site = siteOf(before.masked, events);
    const reads = [
      { stream, version: before.masked.version },
      readNow(log, studyStream),
      ...(site === undefined ? [] : [readNow(log, siteStream(site))]),
    ];
    const appended = mustAppend<TrialEvent>(log, { stream, reads, events, reason, beside }, act, versionAt(site));
    const masked = events.reduce(evolveParticipant, before.masked);
    // As long as nothing is sealed of somebody, both folds are one.
    const unmasked = before.masked === before.unmasked ? masked : events.reduce(evolveParticipant, before.unmasked);
    keep(id, { masked, unmasked });
    return appended;
  };

  const seal = (id: string, events: readonly ParticipantEvent[], act: Act, beside?: FromLot) => {
    const { masked, unmasked } = current(id);
    const stream = sealedStream(id);
    const reads = [{ stream, version: unmasked.sealedVersion }];
    const version = versionAt(siteOf(masked, events));
    const appended = mustAppend<SealedEvent>(sealed, { stream, reads, events, beside }, act, version);
    keep(id, { masked, unmasked: events.reduce(evolveSealed, unmasked) });
    return appended;
  };

  /** What was sealed of one person is said in their public stream, each event with when and by whom it was recorded. */
  const disclose = (id: string, act: Act): void => {
    const places = new Map<number, number>();
    for (const { event, at, actor, version } of sealedEvents(id)) {
      if (!isParticipantEvent(event)) continue;
      append(id, [disclosedEvent(event, id, places)], act, `sealed at ${at.instant} by ${actor.id}, ${actor.role}`);
      places.set(version, current(id).masked.version);
    }
    foldAgain(id);
  };

  const everyone = openIdentified(log);

  return {
    ...openRoll(everyone, current),
    append,
    seal,
    disclose: (act: Act): void => {
      for (const id of everyone()) disclose(id, act);
    },
  };
};
