import { readDay, writeDay } from '#core/quantities/civil-date.ts';
import { addDuration } from '#core/quantities/duration.ts';
import type { Study } from '#core/study/study.ts';
import { consentWanting } from './consent.ts';
import { notAfterConsent, pastDate, pastDay, sinceBirth, sinceConsent, sinceStart } from './dates.ts';
import type { Decide } from './decision.ts';
import { assessEligibility, foundOf } from './eligibility.ts';
import { unless } from './first-refusal.ts';
import { chartOf } from './participant-chart.ts';
import type { CriterionFound } from './trial-event.ts';

export const decideIdentify: Decide<'identify'> = ({ participant: id, site }, participant, { study }) =>
  unless(
    [
      participant.id !== undefined && { refused: 'participant exists', participant: id },
      !study.definition.sites.some((each) => each.id === site) && { refused: 'site unknown', site },
    ],
    () => [{ type: 'participant identified', participant: id, site }],
  );

/** A person says no before consenting; who leaves after that ends participation. */
export const decideDecline: Decide<'decline'> = ({ on }, participant, setting) =>
  unless(
    [participant.consentedOn !== undefined && { refused: 'done already', what: 'consent' }, pastDay(on, setting)],
    () => [{ type: 'participant declined', on }],
  );

/** The same page signed twice by the same hand is one consent; a new page, or another hand, is a new one. */
export const decideConsent: Decide<'give consent'> = ({ on, version, by = 'participant' }, participant, setting) =>
  unless(
    [
      participant.consents.some((each) => each.version === version && each.by === by) && {
        refused: 'done already',
        what: 'consent',
      },
      pastDay(on, setting),
      sinceBirth(on, participant),
    ],
    () => [{ type: 'consent given', on, version, ...(by === 'representative' ? { by } : {}) }],
  );

export const decideAssent: Decide<'give assent'> = ({ on, version }, participant, setting) =>
  unless(
    [
      participant.assents.some((each) => each.version === version) && { refused: 'done already', what: 'assent' },
      pastDay(on, setting),
      sinceBirth(on, participant),
    ],
    () => [{ type: 'assent given', on, version }],
  );

export const decideDescribe: Decide<'describe'> = ({ born, sex }, participant, setting) =>
  unless(
    [
      participant.born !== undefined && { refused: 'done already', what: 'description' },
      pastDate(born, setting),
      notAfterConsent(born, participant),
    ],
    () => [{ type: 'participant described', born, sex }],
  );

/** The days on which a visit may be held, once day 0 is known. */
export const windowOf = (
  study: Study,
  visit: string,
  dayZero: string,
): { readonly earliest: string; readonly planned: string; readonly latest: string } | undefined => {
  const planned = study.definition.visits.find((each) => each.id === visit);
  const zero = readDay(dayZero);
  if (planned === undefined || zero === undefined) return undefined;
  const on = (days: number): string => writeDay(addDuration(zero, { count: days, unit: 'day' }));
  return { earliest: on(planned.earliest), planned: on(planned.day), latest: on(planned.latest) };
};

/** Asks every criterion of what is known on a day. May be asked again until the participant is enrolled. */
export const decideAssessment: Decide<'assess eligibility'> = ({ on }, participant, setting) =>
  unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      participant.enrolledOn !== undefined && { refused: 'done already', what: 'enrolment' },
      pastDay(on, setting),
      sinceConsent(on, participant),
    ],
    () => {
      const { verdict, results } = assessEligibility(setting.study, chartOf(setting.study, participant, on));
      return [{ type: 'eligibility assessed', on, verdict, found: results.map(foundOf) }];
    },
  );

/** The same person comes again under the same code: who was enrolled does not, and nobody without having been assessed. */
export const decideScreeningAgain: Decide<'screen again'> = ({ on, reason }, participant, setting) => {
  const { assessed, attempts, enrolledOn } = participant;
  const since = attempts.at(-1)?.until ?? assessed?.on;
  return unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      enrolledOn !== undefined && { refused: 'done already', what: 'enrolment' },
      pastDay(on, setting),
      since !== undefined && sinceStart(on, since),
      assessed === undefined && { refused: 'not assessed' },
      reason.trim() === '' && { refused: 'reason missing' },
    ],
    () => [{ type: 'screening begun again', on, attempt: attempts.length + 2 }],
  );
};

const criteriaOf = (found: readonly CriterionFound[], result: CriterionFound['result']): readonly string[] =>
  found.filter((each) => each.result === result).map((each) => each.criterion);

export const decideEnrolment: Decide<'enrol'> = ({ on }, participant, setting) => {
  const { assessed } = participant;
  const wanting = consentWanting(setting.study, participant, on, setting.consentSince);
  const found = assessed?.found ?? [];
  return unless(
    [
      participant.consentedOn === undefined && { refused: 'consent missing' },
      wanting.length > 0 && { refused: 'consent wanting', wanting },
      participant.enrolledOn !== undefined && { refused: 'done already', what: 'enrolment' },
      pastDay(on, setting),
      sinceConsent(on, participant),
      assessed === undefined && { refused: 'not assessed' },
      assessed?.verdict === 'not eligible' && { refused: 'not eligible', criteria: criteriaOf(found, 'fails') },
      assessed?.verdict === 'needs information' && {
        refused: 'information missing',
        criteria: criteriaOf(found, 'not known'),
      },
    ],
    () => [{ type: 'participant enrolled', on }],
  );
};
