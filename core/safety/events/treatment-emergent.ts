import type { Participant, StandingRecord } from '#core/conduct/participant.ts';
import type { EventFile, EventVersion } from '#core/conduct/safety-file/safety-file.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { compareDates, onDay, type PartialDate, readDate } from '#core/quantities/partial-date.ts';
import { and, or, type Truth } from '#core/quantities/truth.ts';
import type { Study } from '#core/study/study.ts';
import { exposureOf } from './exposure.ts';

const rose = (before: EventVersion, after: EventVersion): boolean =>
  after.said.grade > before.said.grade || after.said.seriousness.length > before.said.seriousness.length;

const mustBeDay = (written: string): number => {
  const day = readDay(written);
  if (day === undefined) throw new Error(`a file holds the day "${written}"`);
  return day;
};

/**
 * When an event became worse: between the day on which it was last known to be better and the day on which that it was
 * worse was learnt, since nobody records the day itself.
 */
export const worseningsOf = ({ versions }: EventFile): readonly PartialDate[] =>
  versions.slice(1).flatMap((version, index) => {
    const before = versions[index];
    if (before === undefined || !rose(before, version)) return [];
    const [first, last] = [mustBeDay(before.awareness.date), mustBeDay(version.awareness.date)];
    return [{ first, last, written: `${before.awareness.date} to ${version.awareness.date}` }];
  });

/**
 * Whether an event emerged under treatment: it began or became worse on or after the day of the first dose (ICH E9,
 * glossary) and, where the study sets a number of days after the last dose, not after them. The day of the first dose
 * counts as after it, as nothing is known of the hour. A date that may lie on either side gives `unknown`.
 */
export const isTreatmentEmergent = (
  study: Study,
  participant: Participant,
  { start, record }: StandingRecord,
): Truth => {
  const exposure = exposureOf(study, participant);
  if (exposure === 'not known') return 'unknown';
  const [first, last] = [exposure[0], exposure.at(-1)];
  const began = readDate(start);
  if (first === undefined || last === undefined) return 'false';
  if (began === undefined) throw new Error(`${record} holds the date "${start}"`);
  const days = study.definition.safety?.['days after the last dose'];
  const file = participant.safety.events.get(record);
  const under = (date: PartialDate): Truth =>
    and([
      compareDates(date, '>=', onDay(first)),
      days === undefined ? 'true' : compareDates(date, '<=', onDay(last + days)),
    ]);
  return or([began, ...(file === undefined ? [] : worseningsOf(file))].map(under));
};
