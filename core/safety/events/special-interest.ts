import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import { countsAs } from '#core/criteria/lexicon.ts';
import type { Day } from '#core/quantities/civil-date.ts';
import { type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { fromBoolean, or, type Truth } from '#core/quantities/truth.ts';
import type { Study } from '#core/study/study.ts';
import { type Exposure, exposureOf } from './exposure.ts';

const spans = /^(\d+) (minute|hour|day|week)s?$/;
const hoursOf = { minute: 1 / 60, hour: 1, day: 24, week: 168 } as const;

interface ReadSpan {
  readonly hours: number;
  /** Days and weeks are counted in the calendar, hours and minutes on the clock. */
  readonly inDays: boolean;
}

const readSpan = (written: string): ReadSpan => {
  const [, count = '', unit] = spans.exec(written) ?? [];
  if (unit !== 'minute' && unit !== 'hour' && unit !== 'day' && unit !== 'week')
    throw new Error(`a checked study has the span "${written}"`);
  return { hours: Number(count) * hoursOf[unit], inDays: unit === 'day' || unit === 'week' };
};

/**
 * Whether an event of one day came so soon after a dose of another. The hours of neither are recorded: on one day the
 * event is taken to have come after the dose and less than 24 hours later, on the next 0 to 48 hours later.
 */
const soonAfter = (dose: Day, day: Day, { hours, inDays }: ReadSpan): Truth => {
  const days = day - dose;
  if (days < 0) return 'false';
  if (inDays) return fromBoolean(days * 24 <= hours);
  if ((days + 1) * 24 <= hours) return 'true';
  return (days - 1) * 24 >= hours ? 'false' : 'unknown';
};

const onSomeDay = (dose: Day, { first, last }: PartialDate, span: ReadSpan): Truth => {
  const ends = [soonAfter(dose, first, span), soonAfter(dose, last, span)];
  if (first <= dose && dose <= last) ends.push(soonAfter(dose, dose, span));
  return ends.every((each) => each === ends[0]) ? (ends[0] ?? 'unknown') : 'unknown';
};

const afterDose = (exposure: Exposure, began: PartialDate, written: string): Truth => {
  if (exposure === 'not known') return 'unknown';
  const span = readSpan(written);
  return or(exposure.map((dose) => onSomeDay(dose, began, span)));
};

/**
 * For each event of special interest of the study, whether this is one: of its concept or a narrower one and, where the
 * study says within what span, so soon after a dose. What hangs on an hour that is not recorded is `unknown`.
 */
export const specialInterestOf = (
  study: Study,
  participant: Participant,
  { concept, start, record }: StandingRecord,
): ReadonlyMap<string, Truth> => {
  const began = readDate(start);
  if (began === undefined) throw new Error(`${record} holds the date "${start}"`);
  const exposure = exposureOf(study, participant);
  return new Map(
    (study.definition.safety?.['special interest'] ?? []).map((interest) => {
      if (!countsAs(study.lexicon, concept, interest.concept)) return [interest.id, 'false'] as const;
      const { id, within } = interest;
      return [id, within === undefined ? ('true' as const) : afterDose(exposure, began, within)] as const;
    }),
  );
};
