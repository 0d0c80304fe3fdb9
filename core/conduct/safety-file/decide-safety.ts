import type { Setting } from '#core/conduct/command.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import { decideFollowUp, decideReport } from './decide-event.ts';
import { decidePregnancy, decidePregnancyOutcome } from './decide-pregnancy.ts';
import { decideAssessmentOfEvent, decideReportSent } from './decide-sponsor.ts';
import type { SafetyCommand } from './safety-command.ts';
import type { SafetyEvent } from './safety-event.ts';

/** Decides a command on the safety file of a participant: the events that follow, or why it may not be done. */
export const decideSafety = (
  command: SafetyCommand,
  participant: Participant,
  setting: Setting,
): readonly SafetyEvent[] | Refusal => {
  switch (command.type) {
    case 'report event':
      return decideReport(command, participant, setting);
    case 'follow up event':
      return decideFollowUp(command, participant, setting);
    case 'assess event':
      return decideAssessmentOfEvent(command, participant, setting);
    case 'record report sent':
      return decideReportSent(command, participant, setting);
    case 'report pregnancy':
      return decidePregnancy(command, participant, setting);
    case 'record pregnancy outcome':
      return decidePregnancyOutcome(command, participant, setting);
    default:
      return command satisfies never;
  }
};
