import type { AllocationList } from '#core/randomisation/permuted-blocks.ts';
import type { Actor, Envelope, Moment } from '#core/record/envelope.ts';
import type { Log, NewEvent, StreamRead } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { ParticipantCommand, Setting, StudyCommand } from './command.ts';
import { decideParticipant } from './decide-participant.ts';
import { evolveParticipant, nobody, type Participant } from './participant.ts';
import { type AllocationState, decideRandomisation, evolveAllocation, noAllocation } from './randomise.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { decideStudy, evolveStudy, noStudy, type StudyState } from './study-state.ts';
import {
  allocationStream,
  type ParticipantEvent,
  participantStream,
  type SealedEvent,
  type StudyEvent,
  studyStream,
  type TrialEvent,
} from './trial-event.ts';

/** Who acts, and when. */
export interface Act {
  readonly at: Moment;
  readonly actor: Actor;
}

type Appended = readonly Envelope<TrialEvent>[];

/**
 * Carries commands to decisions and decisions to the logs: reads the streams that a decision needs, decides, and appends
 * with the versions that were read. The server, the rehearsal and the tests drive this.
 */
export interface Desk {
  readonly actOnStudy: (command: StudyCommand, act: Act) => Appended | Refusal;
  readonly keepList: (list: AllocationList, act: Act) => void;
  readonly actOnParticipant: (id: string, command: ParticipantCommand, act: Act) => Appended | Refusal;
  readonly randomise: (id: string, on: string, act: Act) => Appended | Refusal;
  readonly participant: (id: string) => Participant;
}

const isStudyEvent = (event: TrialEvent): event is StudyEvent =>
  event.type.startsWith('study') || event.type === 'allocation list sealed';

/** Folds the participant streams of a log, in the order in which people were identified. */
export const foldParticipants = (envelopes: readonly Envelope<TrialEvent>[]): readonly Participant[] => {
  const people = new Map<string, Participant>();
  for (const { stream, event } of envelopes)
    if (!isStudyEvent(event)) people.set(stream, evolveParticipant(people.get(stream) ?? nobody, event));
  return [...people.values()];
};

export const foldStudy = (envelopes: readonly Envelope<TrialEvent>[]): StudyState =>
  envelopes.reduce((state, { event }) => (isStudyEvent(event) ? evolveStudy(state, event) : state), noStudy);

/** A stream as a decision reads it: whoever writes to it in between makes the decision stale. */
const readNow = <E extends TrialEvent | SealedEvent>(log: Log<E>, stream: string): StreamRead => ({
  stream,
  version: log.version(stream),
});

const mustAppend = <E extends TrialEvent | SealedEvent>(
  log: Log<E>,
  stream: string,
  reads: readonly StreamRead[],
  events: readonly E[],
  act: Act,
  study: Study,
  reason?: string,
) => {
  const added: readonly NewEvent<E>[] = events.map((event) => ({
    stream,
    event,
    ...(reason === undefined ? {} : { reason }),
  }));
  const answer = log.append({ reads, events: added, ...act, study: study.hash });
  if ('refused' in answer)
    throw new Error(
      `${answer.streams.map((each) => each.stream).join(', ')} was written between reading and appending`,
    );
  return answer;
};

/** Participants folded once and kept beside the log, until somebody else has written to their stream. */
const openPeople = (study: Study, log: Log<TrialEvent>) => {
  const folds = new Map<string, Participant>();
  const current = (id: string): Participant => {
    const stream = participantStream(id);
    const found = folds.get(id);
    if (found !== undefined && found.version === log.version(stream)) return found;
    const [folded = nobody] = foldParticipants(log.read(stream));
    folds.set(id, folded);
    return folded;
  };
  const append = (id: string, events: readonly ParticipantEvent[], act: Act, reason?: string): Appended => {
    const before = current(id);
    const stream = participantStream(id);
    const appended = mustAppend<TrialEvent>(
      log,
      stream,
      [{ stream, version: before.version }, readNow(log, studyStream)],
      events,
      act,
      study,
      reason,
    );
    folds.set(id, events.reduce(evolveParticipant, before));
    return appended;
  };
  return { current, append };
};

/** A person is identified in the stream of that id, or the record ids would lead elsewhere. */
const mustMean = (id: string, command: ParticipantCommand): void => {
  if (command.type === 'identify' && command.participant !== id)
    throw new Error(`${command.participant} was to be identified in the stream of ${id}`);
};

const foldAllocation = (sealed: Log<SealedEvent>): AllocationState =>
  sealed.read(allocationStream).reduce((state, { event }) => evolveAllocation(state, event), noAllocation);

/** Opens the desk of one study over its two logs: the public one, and the sealed one that holds the allocation. */
export const openDesk = (study: Study, log: Log<TrialEvent>, sealed: Log<SealedEvent>): Desk => {
  const people = openPeople(study, log);
  const settingOf = (act: Act): Setting => ({ study, ...act });
  const trial = (): StudyState => foldStudy(log.read(studyStream));

  const seal = (events: readonly SealedEvent[], act: Act): void =>
    void mustAppend<SealedEvent>(sealed, allocationStream, [readNow(sealed, allocationStream)], events, act, study);

  return {
    actOnStudy: (command, act) => {
      const answer = decideStudy(command, trial(), settingOf(act));
      return isRefusal(answer)
        ? answer
        : mustAppend<TrialEvent>(log, studyStream, [readNow(log, studyStream)], answer, act, study);
    },
    keepList: (list, act) => {
      seal([{ type: 'allocation list generated', list }], act);
    },
    actOnParticipant: (id, command, act) => {
      mustMean(id, command);
      const answer = decideParticipant(command, people.current(id), trial(), settingOf(act), id);
      return isRefusal(answer)
        ? answer
        : people.append(id, answer, act, 'reason' in command ? command.reason : undefined);
    },
    randomise: (id, on, act) => {
      const answer = decideRandomisation(on, people.current(id), trial(), foldAllocation(sealed), settingOf(act), id);
      if (isRefusal(answer)) return answer;
      seal(answer.sealed, act);
      return people.append(id, answer.open, act);
    },
    participant: people.current,
  };
};
