import { decideObservation } from './bedside/decide-observation.ts';
import type { ParticipantCommand, Setting } from './command.ts';
import { decideCodeBreak } from './decide-code-break.ts';
import { decideDiscard, decideDose, decideMissedDose, decidePreparation } from './decide-doses.ts';
import {
  decideCompletion,
  decideCourseEnd,
  decideHistory,
  decideHistoryCorrection,
  decideStriking,
} from './decide-history.ts';
import { decideDispensation, decideReturn } from './decide-medicine.ts';
import {
  decideAssent,
  decideAssessment,
  decideConsent,
  decideDecline,
  decideDescribe,
  decideEnrolment,
  decideIdentify,
  decideScreeningAgain,
} from './decide-screening.ts';
import { decideSealedResults } from './decide-sealed-results.ts';
import { decideTransfer, decideTransferRequest, decideTransferWithdrawal } from './decide-transfer.ts';
import { decideDiscontinuation, decideEnd, decideEndTakenBack } from './decide-treatment.ts';
import {
  decideCorrection,
  decideHoldVisit,
  decideJudgements,
  decideMissVisit,
  decideSection,
} from './decide-visits.ts';
import { isOverWithTheEnd, toldAfterEnd } from './late-entry.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import { decideReview } from './review/decide-review.ts';
import { frozenAgainst } from './review/freeze.ts';
import { isReviewCommand } from './review/review-command.ts';
import { isMaskedFrom, roleMay } from './rights.ts';
import { decideSafety } from './safety-file/decide-safety.ts';
import { isSafetyCommand } from './safety-file/safety-command.ts';
import { whyNotHere } from './sites/why-not-here.ts';
import type { StudyState } from './study-state.ts';
import type { ParticipantEvent } from './trial-event.ts';

/** Acts by which somebody comes into the trial; who is enrolled already may still be allocated. */
const comesIn: readonly string[] = ['identify', 'screen again', 'enrol'];

const endsWithPause: readonly string[] = [...comesIn, 'randomise', 'assign'];
const endsWithPausedTreatment: readonly string[] = [...endsWithPause, 'prepare dose', 'give dose', 'dispense'];

const whilePaused = (act: string, { paused }: StudyState): Refusal | undefined => {
  if (paused === undefined) return undefined;
  const stopped = paused.what === 'recruitment' ? endsWithPause : endsWithPausedTreatment;
  return stopped.includes(act) ? { refused: 'study paused', ...paused } : undefined;
};

/** After the lock for the primary analysis nothing is written or changed at the visits that it holds. */
const atLockedVisit = (command: ParticipantCommand, { lockedVisits }: StudyState): Refusal | undefined =>
  'visit' in command && !isReviewCommand(command) && lockedVisits.includes(command.visit)
    ? { refused: 'visit locked', visit: command.visit }
    : undefined;

/** What is refused whatever the command: rights, a study that is not open, a person who is not there or has left. */
export const refusedBefore = (
  act: string,
  participant: Participant,
  trial: StudyState,
  setting: Setting,
  id: string,
): Refusal | undefined => {
  const { role } = setting.actor;
  if (!roleMay(role, act) || isMaskedFrom(setting.study, role, act)) return { refused: 'role may not', role, act };
  if (trial.openFor === undefined) return { refused: 'study not open' };
  if (trial.lockedOn !== undefined) return { refused: 'data locked', on: trial.lockedOn };
  if (trial.closedOn !== undefined && comesIn.includes(act))
    return { refused: 'recruitment closed', on: trial.closedOn };
  const paused = whilePaused(act, trial);
  if (paused !== undefined) return paused;
  if (act !== 'identify' && participant.id === undefined) return { refused: 'participant unknown', participant: id };
  const elsewhere = setting.here && whyNotHere(setting.here, { type: act, participant: id }, setting);
  if (elsewhere !== undefined || act === 'identify') return elsewhere;
  if (participant.ended !== undefined && isOverWithTheEnd(act))
    return { refused: 'participation ended', how: participant.ended.how, on: participant.ended.on };
  if (participant.declinedOn !== undefined)
    return { refused: 'participation ended', how: 'declined', on: participant.declinedOn };
  return undefined;
};

type Entry = Extract<
  ParticipantCommand,
  {
    type:
      | 'hold visit'
      | 'miss visit'
      | 'record section'
      | 'correct item'
      | 'record judgements'
      | 'record history'
      | 'end course'
      | 'correct history'
      | 'strike history'
      | 'complete history'
      | 'record sealed results';
  }
>;
type Treatment = Extract<
  ParticipantCommand,
  {
    type:
      | 'prepare dose'
      | 'discard dose'
      | 'give dose'
      | 'observe dose'
      | 'miss dose'
      | 'dispense'
      | 'return medicine'
      | 'discontinue treatment'
      | 'break code'
      | 'end participation'
      | 'take back end';
  }
>;
type Decided = readonly ParticipantEvent[] | Refusal;

/** What is given, at the site and for the home, and its end. */
const decideOnTreatment = (command: Treatment, participant: Participant, setting: Setting): Decided => {
  switch (command.type) {
    case 'prepare dose':
      return decidePreparation(command, participant, setting);
    case 'discard dose':
      return decideDiscard(command, participant, setting);
    case 'give dose':
      return decideDose(command, participant, setting);
    case 'observe dose':
      return decideObservation(command, participant, setting);
    case 'miss dose':
      return decideMissedDose(command, participant, setting);
    case 'dispense':
      return decideDispensation(command, participant, setting);
    case 'return medicine':
      return decideReturn(command, participant, setting);
    case 'discontinue treatment':
      return decideDiscontinuation(command, participant, setting);
    case 'break code':
      return decideCodeBreak(command, participant, setting);
    case 'end participation':
      return decideEnd(command, participant, setting);
    case 'take back end':
      return decideEndTakenBack(command, participant, setting);
    default:
      return command satisfies never;
  }
};

/** What is written down: visits, forms, judgements and histories. */
const decideEntry = (command: Entry, participant: Participant, setting: Setting): Decided => {
  switch (command.type) {
    case 'hold visit':
      return decideHoldVisit(command, participant, setting);
    case 'miss visit':
      return decideMissVisit(command, participant, setting);
    case 'record section':
      return decideSection(command, participant, setting);
    case 'record sealed results':
      return decideSealedResults(command, participant, setting);
    case 'correct item':
      return decideCorrection(command, participant, setting);
    case 'record judgements':
      return decideJudgements(command, participant, setting);
    case 'record history':
      return decideHistory(command, participant, setting);
    case 'end course':
      return decideCourseEnd(command, participant, setting);
    case 'correct history':
      return decideHistoryCorrection(command, participant, setting);
    case 'strike history':
      return decideStriking(command, participant, setting);
    case 'complete history':
      return decideCompletion(command, participant, setting);
    default:
      return command satisfies never;
  }
};

const decide = (command: ParticipantCommand, participant: Participant, setting: Setting): Decided => {
  if (isReviewCommand(command)) return decideReview(command, participant, setting);
  if (isSafetyCommand(command)) return decideSafety(command, participant, setting);
  switch (command.type) {
    case 'identify':
      return decideIdentify(command, participant, setting);
    case 'ask transfer':
      return decideTransferRequest(command, participant, setting);
    case 'withdraw transfer':
      return decideTransferWithdrawal(command, participant, setting);
    case 'accept transfer':
      return decideTransfer(command, participant, setting);
    case 'decline':
      return decideDecline(command, participant, setting);
    case 'give consent':
      return decideConsent(command, participant, setting);
    case 'give assent':
      return decideAssent(command, participant, setting);
    case 'describe':
      return decideDescribe(command, participant, setting);
    case 'assess eligibility':
      return decideAssessment(command, participant, setting);
    case 'screen again':
      return decideScreeningAgain(command, participant, setting);
    case 'enrol':
      return decideEnrolment(command, participant, setting);
    case 'prepare dose':
    case 'discard dose':
    case 'give dose':
    case 'observe dose':
    case 'miss dose':
    case 'dispense':
    case 'return medicine':
    case 'discontinue treatment':
    case 'break code':
    case 'end participation':
    case 'take back end':
      return decideOnTreatment(command, participant, setting);
    default:
      return decideEntry(command, participant, setting);
  }
};

/**
 * Decides a command on one participant: the events that follow, or the first refusal in order of precedence. `id` is
 * whom the command means, also where nobody of that id is known.
 */
export const decideParticipant = (
  command: ParticipantCommand,
  participant: Participant,
  trial: StudyState,
  setting: Setting,
  id = participant.id ?? '',
): readonly ParticipantEvent[] | Refusal =>
  refusedBefore(command.type, participant, trial, setting, id) ??
  atLockedVisit(command, trial) ??
  toldAfterEnd(command, participant) ??
  frozenAgainst(command, participant) ??
  decide(command, participant, setting);
