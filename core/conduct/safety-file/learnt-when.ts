import type { Setting } from '#core/conduct/command.ts';
import type { Objection } from '#core/conduct/first-refusal.ts';
import type { Moment } from '#core/record/envelope.ts';
import { isBefore, isMoment } from '#core/safety/clocks/instant.ts';

const impossible = (moment: Moment, why: 'no date' | 'in the future' | 'before awareness'): Objection => ({
  refused: 'date impossible',
  date: why === 'no date' ? moment.instant : moment.date,
  why,
});

/** Refuses a moment whose parts do not agree, one that is still to come, and one that lies before `earliest`. */
export const pastMoment = (moment: Moment, { at }: Setting, earliest?: Moment): Objection => {
  if (!isMoment(moment)) return impossible(moment, 'no date');
  if (isBefore(at, moment)) return impossible(moment, 'in the future');
  return earliest !== undefined && isBefore(moment, earliest) && impossible(moment, 'before awareness');
};
