import { readDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { Setting } from './command.ts';
import type { Participant } from './participant.ts';
import type { Refusal } from './refusal.ts';

type Why = Extract<Refusal, { refused: 'date impossible' }>['why'];

const impossible = (date: string, why: Why): Refusal => ({ refused: 'date impossible', date, why });

/**
 * No trial holds a day outside these years, and between them every window and birthday lies within the calendar that
 * the core counts in.
 */
const isOutside = (date: string): boolean => date < '1900' || date >= '2200';

/** A full date, not after the day on which it is recorded. */
export const pastDay = (date: string, setting: Setting): Refusal | undefined => {
  if (readDay(date) === undefined) return impossible(date, 'no date');
  if (isOutside(date)) return impossible(date, 'outside the years 1900 to 2199');
  return date > setting.at.date ? impossible(date, 'in the future') : undefined;
};

/** A date that may be partial ("2026-03"), not wholly after the day on which it is recorded. */
export const pastDate = (date: string, setting: Setting): Refusal | undefined => {
  const read = readDate(date);
  const today = readDay(setting.at.date);
  if (read === undefined) return impossible(date, 'no date');
  if (isOutside(date)) return impossible(date, 'outside the years 1900 to 2199');
  return today !== undefined && read.first > today ? impossible(date, 'in the future') : undefined;
};

export const sinceConsent = (date: string, participant: Participant): Refusal | undefined =>
  participant.consentedOn !== undefined && date < participant.consentedOn
    ? impossible(date, 'before consent')
    : undefined;

export const sinceRandomisation = (date: string, participant: Participant): Refusal | undefined =>
  participant.allocated !== undefined && date < participant.allocated.on
    ? impossible(date, 'before randomisation')
    : undefined;

export const sinceBirth = (date: string, participant: Participant): Refusal | undefined => {
  const [birth, day] = [participant.born && readDate(participant.born.written), readDay(date)];
  return birth !== undefined && day !== undefined && birth.first > day ? impossible(date, 'before birth') : undefined;
};

/** The other way round: a birth that is recorded after the consent may not lie after it. */
export const notAfterConsent = (born: string, participant: Participant): Refusal | undefined => {
  const [birth, consent] = [readDate(born), readDay(participant.consentedOn ?? '')];
  return birth !== undefined && consent !== undefined && birth.first > consent
    ? impossible(participant.consentedOn ?? '', 'before birth')
    : undefined;
};

/** An end that certainly lies before its start; both may be partial. */
export const sinceStart = (end: string, start: string): Refusal | undefined => {
  const [first, last] = [readDate(start), readDate(end)];
  return first !== undefined && last !== undefined && last.last < first.first
    ? impossible(end, 'before start')
    : undefined;
};

export const sinceEnrolment = (date: string, participant: Participant): Refusal | undefined =>
  participant.enrolledOn !== undefined && date < participant.enrolledOn
    ? impossible(date, 'before enrolment')
    : undefined;
