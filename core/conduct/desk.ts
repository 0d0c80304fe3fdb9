import type { Envelope } from '#core/record/envelope.ts';
import type { Log } from '#core/record/log.ts';
import type { Study } from '#core/study/study.ts';
import type { Act } from './act.ts';
import { type ToldOfParticipant, tellsOfOthers } from './code-break.ts';
import type { ParticipantCommand, Setting } from './command.ts';
import { decideParticipant } from './decide-participant.ts';
import { type Assignment, type KeptDesign, openAllocationDesk } from './desk-allocation.ts';
import { openPeople } from './desk-people.ts';
import { openStudyDesk } from './desk-study.ts';
import { foldStudy } from './fold.ts';
import type { KnownKit } from './lots/hand-out-kits.ts';
import type { Lot } from './lots/lot.ts';
import type { LotCommand } from './lots/lot-command.ts';
import { isSupplying, openLotDesk } from './lots/lot-desk.ts';
import type { SealedKit } from './lots/lot-event.ts';
import type { LotTrace, ParticipantTrace } from './lots/trace.ts';
import type { Participant } from './participant.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Dictionary } from './review/dictionary.ts';
import { isReviewCommand } from './review/review-command.ts';
import { isKeptSealed } from './sealed-acts.ts';
import { openSiteDesk } from './sites/desk-sites.ts';
import type { SiteCommand } from './sites/site-command.ts';
import type { SiteState } from './sites/site-state.ts';
import type { StudyCommand } from './study-command.ts';
import type { StudyState } from './study-state.ts';
import { type SealedEvent, studyStream, type TrialEvent } from './trial-event.ts';

type Appended = readonly Envelope<TrialEvent | SealedEvent>[];

/**
 * Carries commands to decisions and decisions to the logs: reads the streams that a decision needs, decides, and appends
 * with the versions that were read. The server, the rehearsal and the tests drive this.
 */
export interface Desk {
  readonly actOnStudy: (command: StudyCommand, act: Act) => Appended | Refusal;
  readonly actOnSite: (id: string, command: SiteCommand, act: Act) => Appended | Refusal;
  readonly site: (id: string) => SiteState;
  /** The version of the study in force at a site; the one approved last where a site has none. */
  readonly versionAt: (site: string) => Study;
  /** Keeps what participants will be allocated by in the sealed log. */
  readonly keepList: (design: KeptDesign, act: Act) => void;
  readonly actOnParticipant: (id: string, command: ParticipantCommand, act: Act) => Appended | Refusal;
  readonly randomise: (id: string, on: string, act: Act) => Appended | Refusal;
  readonly assign: (id: string, assignment: Assignment, act: Act) => Appended | Refusal;
  /** What breaking a code would tell of others: asked before it is done, and recorded nowhere. */
  readonly forecastCodeBreak: (id: string) => readonly ToldOfParticipant[] | undefined;
  /** Breaks one code: that it was broken is public, the arm goes to who asked. */
  readonly breakCode: (
    id: string,
    why: { readonly on: string; readonly reason: string },
    act: Act,
  ) => CodeBroken | Refusal;
  readonly actOnLot: (id: string, command: LotCommand, act: Act) => Appended | Refusal;
  /** Keeps the list of all kits, as the list of the allocation is kept. */
  readonly keepKits: (kits: readonly SealedKit[], act: Act) => void;
  /** The kits that a participant was handed: by their numbers, which tell nothing of what is in them. */
  readonly kitsOf: (id: string) => readonly KnownKit[];
  /** All lots, in the order in which they came; in a masked design for the unmasked alone, as is what is traced. */
  readonly lots: () => readonly Lot[];
  /** Everybody for whom some of a lot was made ready; undefined for a lot that nobody received. */
  readonly traceLot: (id: string) => LotTrace | undefined;
  /** Every lot from which something was made ready for a participant. */
  readonly traceParticipant: (id: string) => ParticipantTrace;
  /** A participant as those who are masked see them. */
  readonly participant: (id: string) => Participant;
  /** The same with what the sealed log says. */
  readonly unmasked: (id: string) => Participant;
}

/** The arm of a participant whose code was broken. */
interface CodeBroken {
  readonly arm: string;
}

/** A public review rests on what is public alone: what it signs and counts would tell of the rest. */
const personFor = (
  id: string,
  command: ParticipantCommand,
  { masked, unmasked }: ReturnType<typeof openPeople>,
  { definition }: Study,
): Participant => (isReviewCommand(command) && !isKeptSealed(definition, command) ? masked(id) : unmasked(id));

/** An act that takes place elsewhere than where somebody is: where they come from nowhere, or are to be taken over. */
const siteAsked = (command: ParticipantCommand, { site, moving }: Participant): string | undefined => {
  if (command.type === 'identify') return site ?? command.site;
  return command.type === 'accept transfer' ? moving?.to : undefined;
};

/** A person is identified in the stream of that id, or the record ids would lead elsewhere. */
const mustMean = (id: string, command: ParticipantCommand): void => {
  if (command.type === 'identify' && command.participant !== id)
    throw new Error(`${command.participant} was to be identified in the stream of ${id}`);
};

/** The study's own stream, folded again only once something was written to it. */
const openTrial = (log: Log<TrialEvent>) => {
  let known = { version: 0, state: foldStudy([]) };
  return (): StudyState => {
    const version = log.version(studyStream);
    if (version !== known.version) known = { version, state: foldStudy(log.read(studyStream)) };
    return known.state;
  };
};

/** Opens the desk of one study over its two logs: the public one, and the sealed one that holds what tells the arm. */
export const openDesk = (
  study: Study,
  log: Log<TrialEvent>,
  sealed: Log<SealedEvent>,
  dictionaries: readonly Dictionary[] = [],
): Desk => {
  const trial = openTrial(log);
  const sites = openSiteDesk(study, log, trial);
  const versionAt = (site: string | undefined): Study => sites.inForce(site).study;
  const people = openPeople(versionAt, log, sealed);
  /** Who is not identified yet will be at the site that the command names. */
  const settingFor = (id: string, act: Act, at?: string): Setting => {
    const site = at ?? people.masked(id).site;
    const here = site === undefined ? undefined : sites.state(site);
    return { ...sites.inForce(site), ...act, here, dictionaries };
  };
  const around = { log, sealed, people, trial, settingFor, siteState: sites.state };
  const { supply, calledBack, ...lotDesk } = openLotDesk(study, around);
  const { state, ...allocationDesk } = openAllocationDesk(study, around);

  return {
    actOnStudy: openStudyDesk({ log, people, trial, sites }),
    actOnSite: (id, command, act) => sites.act(id, command, act, people.followed(id)),
    site: sites.state,
    versionAt,
    actOnParticipant: (id, command, act) => {
      mustMean(id, command);
      if (isSupplying(command)) return supply(id, command, act);
      const setting = settingFor(id, act, siteAsked(command, people.masked(id)));
      const person = personFor(id, command, people, setting.study);
      const answer = decideParticipant(command, person, trial(), setting, id);
      if (isRefusal(answer)) return answer;
      const back = command.type === 'give dose' ? calledBack(id, command) : undefined;
      if (back !== undefined) return back;
      if (isKeptSealed(setting.study.definition, command)) return people.seal(id, answer, act);
      return people.append(id, answer, act, 'reason' in command ? command.reason : undefined);
    },
    forecastCodeBreak: (id) => tellsOfOthers(study, state(), id, people.brokenCodes()),
    breakCode: (id, why, act) => {
      const person = people.unmasked(id);
      const answer = decideParticipant({ type: 'break code', ...why }, person, trial(), settingFor(id, act), id);
      if (isRefusal(answer)) return answer;
      people.append(id, answer, act, why.reason);
      if (person.arm === undefined) throw new Error(`${id} was allocated and has no arm`);
      return { arm: person.arm };
    },
    ...allocationDesk,
    ...lotDesk,
    participant: people.masked,
    unmasked: people.unmasked,
  };
};
