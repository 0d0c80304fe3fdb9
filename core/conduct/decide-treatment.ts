import { pastDay, sinceConsent, sinceRandomisation } from './dates.ts';
import type { Decide } from './decision.ts';
import { unless } from './first-refusal.ts';

/** Ends the treatment; the participant stays in the study and is measured on. */
export const decideDiscontinuation: Decide<'discontinue treatment'> = ({ on, why }, participant, setting) =>
  unless(
    [
      participant.allocated === undefined && { refused: 'not randomised' },
      participant.discontinued !== undefined && { refused: 'done already', what: 'discontinuation of treatment' },
      why.trim() === '' && { refused: 'reason missing' },
      pastDay(on, setting),
      sinceRandomisation(on, participant),
    ],
    () => [{ type: 'treatment discontinued', on, why }],
  );

export const decideEnd: Decide<'end participation'> = ({ on, how }, participant, setting) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      pastDay(on, setting),
      sinceConsent(on, participant),
      sinceRandomisation(on, participant),
    ],
    () => [{ type: 'participation ended', on, how }],
  );

/** Takes back an end that was entered by mistake: whoever has not left is followed again, and may do what was refused. */
export const decideEndTakenBack: Decide<'take back end'> = ({ replaces, reason }, { ended, acts }) =>
  unless(
    [
      (ended === undefined || acts.get('participation ended') !== replaces) && {
        refused: 'value not found',
        record: replaces,
      },
      reason.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'end taken back', replaces }],
  );
