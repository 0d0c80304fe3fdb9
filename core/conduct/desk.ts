import { bytesToHex } from '@noble/hashes/utils.js';
import type { DrawnList } from '#core/randomisation/draw-list.ts';
import type { KeyedMinimisation } from '#core/randomisation/next-allocation.ts';
import type { Actor, Envelope, Moment } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { AllocationDecided } from './allocated.ts';
import { type AllocationState, evolveAllocation, noAllocation } from './allocation-state.ts';
import { decideAssignment } from './assign.ts';
import { type ToldOfParticipant, tellsOfOthers } from './code-break.ts';
import type { ParticipantCommand, Setting, StudyCommand } from './command.ts';
import { decideParticipant } from './decide-participant.ts';
import { openPeople } from './desk-people.ts';
import { foldStudy } from './fold.ts';
import { mustAppend, readNow } from './must-append.ts';
import type { Participant } from './participant.ts';
import { decideRandomisation } from './randomise.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { isKeptSealed } from './sealed-acts.ts';
import { decideStudy, type StudyState } from './study-state.ts';
import {
  type AllocationEvent,
  allocationStream,
  isAllocationEvent,
  type SealedEvent,
  studyStream,
  type TrialEvent,
} from './trial-event.ts';

/** Who acts, and when. */
export interface Act {
  readonly at: Moment;
  readonly actor: Actor;
}

type Appended = readonly Envelope<TrialEvent | SealedEvent>[];

/**
 * Carries commands to decisions and decisions to the logs: reads the streams that a decision needs, decides, and appends
 * with the versions that were read. The server, the rehearsal and the tests drive this.
 */
export interface Desk {
  readonly actOnStudy: (command: StudyCommand, act: Act) => Appended | Refusal;
  /** Keeps what participants will be allocated by in the sealed log. */
  readonly keepList: (design: DrawnList | KeyedMinimisation, act: Act) => void;
  readonly actOnParticipant: (id: string, command: ParticipantCommand, act: Act) => Appended | Refusal;
  readonly randomise: (id: string, on: string, act: Act) => Appended | Refusal;
  readonly assign: (id: string, assignment: Assignment, act: Act) => Appended | Refusal;
  /** What breaking a code would tell of others: asked before it is done, and recorded nowhere. */
  readonly forecastCodeBreak: (id: string) => readonly ToldOfParticipant[] | undefined;
  /** Breaks one code: that it was broken is public, the arm goes to who asked. */
  readonly breakCode: (id: string, why: { readonly on: string; readonly reason: string }, act: Act) => Broken | Refusal;
  /** A participant as those who are masked see them. */
  readonly participant: (id: string) => Participant;
  /** The same with what the sealed log says. */
  readonly unmasked: (id: string) => Participant;
}

/** The arm of a participant whose code was broken. */
interface Broken {
  readonly arm: string;
}

interface Assignment {
  readonly on: string;
  readonly arm: string;
}

/** A person is identified in the stream of that id, or the record ids would lead elsewhere. */
const mustMean = (id: string, command: ParticipantCommand): void => {
  if (command.type === 'identify' && command.participant !== id)
    throw new Error(`${command.participant} was to be identified in the stream of ${id}`);
};

const foldAllocation = (sealed: Log<SealedEvent>): AllocationState =>
  sealed
    .read(allocationStream)
    .reduce((state, { event }) => (isAllocationEvent(event) ? evolveAllocation(state, event) : state), noAllocation);

const keeping = (design: DrawnList | KeyedMinimisation): AllocationEvent => {
  if (!('secret' in design)) return { type: 'allocation list generated', list: design };
  const { secret, ...method } = design;
  return { type: 'minimisation keyed', method, secret: bytesToHex(secret) };
};

/** Opens the desk of one study over its two logs: the public one, and the sealed one that holds what tells the arm. */
export const openDesk = (study: Study, log: Log<TrialEvent>, sealed: Log<SealedEvent>): Desk => {
  const people = openPeople(study, log, sealed);
  const settingOf = (act: Act): Setting => ({ study, ...act });
  const trial = (): StudyState => foldStudy(log.read(studyStream));

  const seal = (events: readonly AllocationEvent[], act: Act): void =>
    void mustAppend<SealedEvent>(
      sealed,
      { stream: allocationStream, reads: [readNow(sealed, allocationStream)], events },
      act,
      study,
    );

  const allocate = (id: string, answer: AllocationDecided | Refusal, act: Act): Appended | Refusal => {
    if (isRefusal(answer)) return answer;
    seal(answer.allocation, act);
    if (answer.sealed.length > 0) people.seal(id, answer.sealed, act);
    return people.append(id, answer.open, act);
  };

  const actOnStudy: Desk['actOnStudy'] = (command, act) => {
    const followed = command.type === 'lock data' ? people.followed() : [];
    const answer = decideStudy(command, trial(), settingOf(act), followed);
    if (isRefusal(answer)) return answer;
    const reads = [readNow(log, studyStream)];
    const appended = mustAppend<TrialEvent>(log, { stream: studyStream, reads, events: answer }, act, study);
    if (command.type === 'unblind study') people.disclose(act);
    return appended;
  };

  return {
    actOnStudy,
    keepList: (design, act) => seal([keeping(design)], act),
    actOnParticipant: (id, command, act) => {
      mustMean(id, command);
      const answer = decideParticipant(command, people.unmasked(id), trial(), settingOf(act), id);
      if (isRefusal(answer)) return answer;
      if (isKeptSealed(study.definition, command)) return people.seal(id, answer, act);
      return people.append(id, answer, act, 'reason' in command ? command.reason : undefined);
    },
    randomise: (id, on, act) => {
      const allocation = foldAllocation(sealed);
      return allocate(id, decideRandomisation(on, people.unmasked(id), trial(), allocation, settingOf(act), id), act);
    },
    assign: (id, assignment, act) => {
      const allocation = foldAllocation(sealed);
      const answer = decideAssignment(assignment, people.unmasked(id), trial(), allocation, settingOf(act), id);
      return allocate(id, answer, act);
    },
    forecastCodeBreak: (id) => tellsOfOthers(study, foldAllocation(sealed), id, people.brokenCodes()),
    breakCode: (id, why, act) => {
      const person = people.unmasked(id);
      const answer = decideParticipant({ type: 'break code', ...why }, person, trial(), settingOf(act), id);
      if (isRefusal(answer)) return answer;
      people.append(id, answer, act, why.reason);
      if (person.arm === undefined) throw new Error(`${id} was allocated and has no arm`);
      return { arm: person.arm };
    },
    participant: people.masked,
    unmasked: people.unmasked,
  };
};
