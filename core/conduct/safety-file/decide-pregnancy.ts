import { pastDate, sinceStart } from '#core/conduct/dates.ts';
import { type Objection, unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import { pastMoment } from './learnt-when.ts';
import type { SafetyCommand } from './safety-command.ts';
import type { DecideSafety } from './safety-decision.ts';
import type { PregnancyDetails } from './safety-event.ts';

type PregnancyReport = Extract<SafetyCommand, { type: 'report pregnancy' }>;

const detailsOf = ({ lastPeriod, conception, test }: PregnancyDetails): PregnancyDetails => ({
  ...(lastPeriod === undefined ? {} : { lastPeriod }),
  ...(conception === undefined ? {} : { conception }),
  ...(test === undefined ? {} : { test }),
});

/** Somebody is pregnant whom it can be said of, and of whom it is not said already. */
const notOf = ({ of }: PregnancyReport, { sex, safety }: Participant): readonly Objection[] =>
  of === 'partner'
    ? []
    : [
        safety.pregnancies.some((each) => each.of === of && each.ended === undefined) && {
          refused: 'done already',
          what: 'the report of this pregnancy',
        },
        sex === 'male' && {
          refused: 'value not accepted',
          item: 'pregnancy of',
          value: of,
          accepted: 'partner, of a participant who is male',
        },
      ];

/**
 * Opens the file of a pregnancy. That a partner is pregnant may be reported; what is known of her pregnancy only once she
 * has agreed, for she takes part in nothing.
 */
export const decidePregnancy: DecideSafety<'report pregnancy'> = (command, participant, setting) => {
  const { of, awareness, agreed, lastPeriod, conception } = command;
  const details = detailsOf(command);
  return unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      ...notOf(command, participant),
      pastMoment(awareness, setting),
      ...[lastPeriod, conception].flatMap((date) =>
        date === undefined ? [] : [pastDate(date, setting), sinceStart(awareness.date, date)],
      ),
      lastPeriod !== undefined && conception !== undefined && sinceStart(conception, lastPeriod),
      of === 'partner' && agreed !== true && Object.keys(details).length > 0 && { refused: 'partner has not agreed' },
    ],
    () => [{ type: 'pregnancy reported', of, awareness, received: setting.at, ...details }],
  );
};

/** How a pregnancy ended, once; the child is followed no further here. */
export const decidePregnancyOutcome: DecideSafety<'record pregnancy outcome'> = (command, participant, setting) => {
  const { pregnancy, outcome, on } = command;
  const file = participant.safety.pregnancies.find(({ record }) => record === pregnancy);
  const began = file?.conception ?? file?.lastPeriod;
  return unless(
    [
      file === undefined && { refused: 'value not found', record: pregnancy },
      file?.ended !== undefined && { refused: 'done already', what: 'the outcome of this pregnancy' },
      pastDate(on, setting),
      began !== undefined && sinceStart(on, began),
    ],
    () => [{ type: 'pregnancy ended', pregnancy, outcome, on }],
  );
};
