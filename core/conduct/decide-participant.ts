import { type ParticipantCommand, roleMay, type Setting } from './command.ts';
import { decideCompletion, decideCourseEnd, decideHistory } from './decide-history.ts';
import {
  decideAssent,
  decideAssessment,
  decideConsent,
  decideDecline,
  decideDescribe,
  decideEnrolment,
  decideIdentify,
} from './decide-screening.ts';
import { decideDiscontinuation, decideDose, decideEnd } from './decide-treatment.ts';
import {
  decideCorrection,
  decideHoldVisit,
  decideJudgements,
  decideMissVisit,
  decideSection,
} from './decide-visits.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';
import type { StudyState } from './study-state.ts';
import type { ParticipantEvent } from './trial-event.ts';

/** What is refused whatever the command: rights, a study that is not open, a person who is not there or has left. */
export const refusedBefore = (
  act: string,
  participant: Participant,
  trial: StudyState,
  setting: Setting,
  id: string,
): Refusal | undefined => {
  if (!roleMay(setting.actor.role, act)) return { refused: 'role may not', role: setting.actor.role, act };
  if (trial.openFor === undefined) return { refused: 'study not open' };
  if (act === 'identify') return undefined;
  if (participant.id === undefined) return { refused: 'participant unknown', participant: id };
  if (participant.ended !== undefined)
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
      | 'complete history';
  }
>;
type Decided = readonly ParticipantEvent[] | Refusal;

/** What is written down: visits, forms, judgements and histories. */
const decideEntry = (command: Entry, participant: Participant, setting: Setting): Decided => {
  switch (command.type) {
    case 'hold visit':
      return decideHoldVisit(command, participant, setting);
    case 'miss visit':
      return decideMissVisit(command, participant, setting);
    case 'record section':
      return decideSection(command, participant, setting);
    case 'correct item':
      return decideCorrection(command, participant, setting);
    case 'record judgements':
      return decideJudgements(command, participant, setting);
    case 'record history':
      return decideHistory(command, participant, setting);
    case 'end course':
      return decideCourseEnd(command, participant, setting);
    case 'complete history':
      return decideCompletion(command, participant, setting);
    default:
      return command satisfies never;
  }
};

const decide = (command: ParticipantCommand, participant: Participant, setting: Setting): Decided => {
  switch (command.type) {
    case 'identify':
      return decideIdentify(command, participant, setting);
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
    case 'enrol':
      return decideEnrolment(command, participant, setting);
    case 'give dose':
      return decideDose(command, participant, setting);
    case 'discontinue treatment':
      return decideDiscontinuation(command, participant, setting);
    case 'end participation':
      return decideEnd(command, participant, setting);
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
  refusedBefore(command.type, participant, trial, setting, id) ?? decide(command, participant, setting);
