import type { Duration } from '#core/quantities/duration.ts';
import { needWords, peek, type SentenceCursor, stop, takeWords } from './cursor.ts';
import { readPoint, readPointOrHere } from './read-point.ts';
import type { Window } from './syntax.ts';

const durationUnits: Readonly<Record<string, Duration['unit']>> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  year: 'year',
  years: 'year',
};

/** Longer than any history; with more, the far end of a window would lie outside the calendar. */
const longest: Readonly<Record<Duration['unit'], number>> = { day: 73_000, week: 10_400, month: 2400, year: 200 };

const readCount = (cursor: SentenceCursor): number => {
  const count = peek(cursor);
  if (count?.kind !== 'number' || !/^\d{1,5}$/.test(count.text))
    return stop(cursor, ['a whole number of days, weeks, months or years']);
  cursor.at += 1;
  return Number(count.text);
};

const readUnitOfTime = (cursor: SentenceCursor, count: number): Duration => {
  const word = peek(cursor);
  const unit = word?.kind === 'word' ? durationUnits[word.text] : undefined;
  if (unit === undefined) return stop(cursor, ['days', 'weeks', 'months', 'years']);
  if (count > longest[unit]) return stop(cursor, [`at most ${longest[unit]} ${unit}s`]);
  cursor.at += 1;
  return { count, unit };
};

/** `6 months`: a whole number and a unit of the calendar. */
export const readDuration = (cursor: SentenceCursor): Duration => readUnitOfTime(cursor, readCount(cursor));

const directions = ['before', 'after', 'around'] as const;
const sides = ['before', 'after'] as const;

/** `within 24 weeks before screening` · `within 2 to 6 months before screening` */
const readWithin = (cursor: SentenceCursor): Window => {
  const first = readCount(cursor);
  const isRange = takeWords(cursor, 'to');
  const most = readUnitOfTime(cursor, isRange ? readCount(cursor) : first);
  if (isRange && first >= most.count) return stop(cursor, [`more than ${first} ${most.unit}s`]);
  const direction = (isRange ? sides : directions).find((each) => takeWords(cursor, each));
  if (direction === undefined) return stop(cursor, isRange ? [...sides] : [...directions]);
  const least = isRange ? { count: first, unit: most.unit } : undefined;
  return { kind: 'within', least, most, direction, point: readPointOrHere(cursor) };
};

const readBeyond = (cursor: SentenceCursor): Window => {
  const least = readDuration(cursor);
  const direction = sides.find((each) => takeWords(cursor, each));
  if (direction === undefined) return stop(cursor, [...sides]);
  return { kind: 'beyond', least, direction, point: readPointOrHere(cursor) };
};

/**
 * `within 24 weeks before screening` · `at least 24 weeks before screening` · `from first dose to week 24` ·
 * `since first dose` · `at baseline` · `ever`; anything else is no window.
 */
export const readWindow = (cursor: SentenceCursor): Window => {
  if (takeWords(cursor, 'ever')) return { kind: 'ever' };
  if (takeWords(cursor, 'since')) return { kind: 'from-to', from: readPoint(cursor), to: { kind: 'here' } };
  if (takeWords(cursor, 'at', 'least')) return readBeyond(cursor);
  if (takeWords(cursor, 'at')) return { kind: 'on', point: readPointOrHere(cursor) };
  if (takeWords(cursor, 'from')) {
    const from = readPoint(cursor);
    needWords(cursor, 'to');
    return { kind: 'from-to', from, to: readPointOrHere(cursor) };
  }
  if (takeWords(cursor, 'within')) return readWithin(cursor);
  return stop(cursor, ['within', 'at least', 'from … to …', 'since', 'at', 'ever']);
};
