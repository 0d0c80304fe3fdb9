import { explain } from '#core/criteria/explain.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { type CriterionAsked, criteriaAsked } from './criteria-not-shown.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, type FindDeviations, mustBeDay } from './dossier.ts';
import { fromTo, inDays } from './in-days.ts';

/** Screening visits against the window that they have before day 0. */
const screening = ({ held }: Dossier, dayZero: Day): readonly FoundDeviation[] =>
  held
    .filter(({ plan }) => plan.day < 0)
    .flatMap(({ plan, on, record }) => {
      const [first, last] = [dayZero + plan.earliest, dayZero + plan.latest];
      if (on >= first && on <= last) return [];
      const away = on < first ? `${inDays(first - on)} before` : `${inDays(on - last)} after`;
      return [
        {
          kind: on < first ? 'screening too early' : 'screening too late',
          visit: plan.id,
          on: writeDay(on),
          record,
          says: `Visit ${plan.id} was held on ${writeDay(on)}, ${away} its window ${fromTo(first, last)}.`,
        },
      ];
    });

const enrolment = ({ participant, dayZero, endedOn, asOf, limits }: Dossier): readonly FoundDeviation[] => {
  if (participant.enrolledOn === undefined) return [];
  const enrolled = mustBeDay(participant.enrolledOn);
  const until = dayZero ?? Math.min(asOf, endedOn ?? asOf);
  if (until - enrolled <= limits.daysFromEnrolment || (dayZero === undefined && endedOn !== undefined)) return [];
  const record = participant.acts.get('participant enrolled') ?? '';
  const days = `${inDays(until - enrolled)}, at most ${limits.daysFromEnrolment} are usual`;
  return [
    dayZero === undefined
      ? {
          kind: 'enrolled and not allocated',
          on: writeDay(enrolled + limits.daysFromEnrolment + 1),
          record,
          says: `Somebody enrolled on ${writeDay(enrolled)} was neither allocated nor ended until ${writeDay(until)}: ${days}.`,
        }
      : {
          kind: 'enrolled long before allocation',
          on: writeDay(dayZero),
          record,
          says: `From enrolment on ${writeDay(enrolled)} to allocation on ${writeDay(dayZero)} there were ${days}.`,
        },
  ];
};

const askedAgain = (
  { participant }: Dossier,
  dayZero: Day,
  { criterion: { id, title, kind }, proof }: CriterionAsked,
): readonly FoundDeviation[] => {
  if ((proof.truth === 'true') === (kind === 'include') && proof.truth !== 'unknown') return [];
  const reasons = explain(proof).join('; ');
  const fact = { on: writeDay(dayZero), record: participant.allocated?.record ?? '' };
  const criterion = `criterion ${id} (${title})`;
  return [
    proof.truth === 'unknown'
      ? {
          ...fact,
          kind: 'eligibility no longer shown',
          says: `By what is recorded today it is not known whether ${criterion} was met on allocation: ${reasons}.`,
        }
      : {
          ...fact,
          kind: 'found ineligible later',
          says: `By what is recorded today ${criterion} was not met on allocation: ${reasons}.`,
        },
  ];
};

/**
 * Screening, enrolment, and eligibility asked anew: what was corrected or added since may tell otherwise than what was
 * known when it was decided.
 */
export const findEligibilityDeviations: FindDeviations = (dossier) => {
  const { dayZero } = dossier;
  if (dayZero === undefined) return enrolment(dossier);
  return [
    ...screening(dossier, dayZero),
    ...enrolment(dossier),
    ...criteriaAsked(dossier).flatMap((each) => askedAgain(dossier, dayZero, each)),
  ];
};
