import { pastDay, sinceRandomisation } from './dates.ts';
import type { Decide } from './decision.ts';
import { unless } from './first-refusal.ts';

/**
 * Breaks the code of one participant: for a reason, once, and only where something is masked. Not even who has left is
 * kept from it.
 */
export const decideCodeBreak: Decide<'break code'> = ({ on, reason }, participant, setting) =>
  unless(
    [
      participant.allocated === undefined && { refused: 'not randomised' },
      setting.study.definition.design.masking === 'open' && { refused: 'not masked' },
      participant.codeBrokenOn !== undefined && { refused: 'done already', what: 'the breaking of the code' },
      reason.trim() === '' && { refused: 'reason missing' },
      pastDay(on, setting),
      sinceRandomisation(on, participant),
    ],
    () => [{ type: 'code broken', on }],
  );
