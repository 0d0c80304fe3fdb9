import { completedYears } from '#core/quantities/age.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import { compareRanges, exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Study } from '#core/study/study.ts';
import type { Setting } from './command.ts';
import type { Participant } from './participant.ts';
import type { ConsentWanting, Refusal } from './refusal.ts';

/** Whether somebody has completed so many years on a day; not known where the date of birth is not. */
const hasCompleted = (years: number, { born }: Participant, on: string): Truth => {
  const [birth, day] = [born && readDate(born.written), readDate(on)];
  if (birth === undefined || day === undefined) return 'unknown';
  return compareRanges(completedYears(birth, day), '>=', exactly(rational(years)));
};

const isGiven = (given: readonly { readonly on: string }[], on: string): boolean => given.some((each) => each.on <= on);

/** Consents of the participant that were given while of age: one that a minor signed does not bind. */
const ownConsents = (participant: Participant, ofAge: number) =>
  participant.consents.filter(({ by, on }) => by === 'participant' && hasCompleted(ofAge, participant, on) === 'true');

/** Whoever consented before an amendment that asks for it again, and not since. */
const isAskedAgain = ({ consents }: Participant, on: string, since: string | undefined): boolean =>
  since !== undefined && on >= since && consents.length > 0 && !consents.some((each) => each.on >= since);

/**
 * What is wanting of the consents that a study asks for, on a day: under age those of a parent or guardian and, from the
 * age that the study says, the minor's own assent; on coming of age the participant's own, where the study asks again.
 * Who may be under age is taken for a minor. A study that says nothing asks for one consent. After an amendment that asks
 * for it again, `since` is its first day at the site.
 */
export const consentWanting = (
  { definition }: Study,
  participant: Participant,
  on: string,
  since?: string,
): readonly ConsentWanting[] => {
  const rule = definition.consent;
  const again = isAskedAgain(participant, on, since) ? ['consent to the amended study' as const] : [];
  // A day that is none is refused for itself.
  if (rule === undefined || participant.born === undefined || readDate(on) === undefined) return again;
  const representative = participant.consents.filter(({ by }) => by === 'representative');
  if (hasCompleted(rule['of age'], participant, on) === 'true') {
    if (isGiven(ownConsents(participant, rule['of age']), on)) return again;
    if (!isGiven(representative, on)) return ['own consent'];
    return rule['reconsent at majority'] === true ? ['own consent since coming of age'] : again;
  }
  const from = rule['assent from'];
  const isAsked = from !== undefined && hasCompleted(from, participant, on) !== 'false';
  return [
    ...(isGiven(representative, on) ? [] : ['consent of a parent or guardian' as const]),
    ...(isAsked && !isGiven(participant.assents, on) ? ['assent' as const] : []),
    ...again,
  ];
};

/** Refuses what follows enrolment while a consent is wanting, such as that of somebody who has come of age since. */
export const stillWanting = (
  { study, consentSince }: Pick<Setting, 'study' | 'consentSince'>,
  participant: Participant,
  on: string,
): Refusal | undefined => {
  if (participant.enrolledOn === undefined) return undefined;
  const wanting = consentWanting(study, participant, on, consentSince);
  return wanting.length === 0 ? undefined : { refused: 'consent wanting', wanting };
};
