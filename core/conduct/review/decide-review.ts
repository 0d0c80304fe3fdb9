import type { Setting } from '#core/conduct/command.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { decideCoding } from './decide-coding.ts';
import { decideAnswer, decideClosing, decideRaising, decideReopening, decideWithdrawal } from './decide-query.ts';
import { decideUnverification, decideVerification } from './decide-verification.ts';
import { decideFreeze, decideUnfreezing } from './freeze.ts';
import type { ReviewCommand } from './review-command.ts';
import { decideCasebookSignature, decideVisitSignature } from './signature.ts';

/** Decides what is asked for the data of a participant, as those see them who see only the public log. */
export const decideReview = (
  command: ReviewCommand,
  participant: Participant,
  setting: Setting,
): readonly ParticipantEvent[] | Refusal => {
  switch (command.type) {
    case 'raise query':
      return decideRaising(command, participant, setting);
    case 'answer query':
      return decideAnswer(command, participant, setting);
    case 'close query':
      return decideClosing(command, participant, setting);
    case 'reopen query':
      return decideReopening(command, participant, setting);
    case 'withdraw query':
      return decideWithdrawal(command, participant, setting);
    case 'verify items':
      return decideVerification(command, participant, setting);
    case 'unverify items':
      return decideUnverification(command, participant, setting);
    case 'code event':
      return decideCoding(command, participant, setting);
    case 'freeze visit':
      return decideFreeze(command, participant, setting);
    case 'unfreeze visit':
      return decideUnfreezing(command, participant, setting);
    case 'sign visit':
      return decideVisitSignature(command, participant, setting);
    case 'sign casebook':
      return decideCasebookSignature(command, participant, setting);
    default:
      return command satisfies never;
  }
};
