import type { Duration } from '#core/quantities/duration.ts';
import { type Cursor, needWords, peek, stop, takeWords } from './cursor.ts';
import { readPoint } from './read-value.ts';
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

const longestCount = 4;

export const readDuration = (cursor: Cursor): Duration => {
  const count = peek(cursor);
  if (count?.kind !== 'number' || !/^\d+$/.test(count.text) || count.text.length > longestCount)
    return stop(cursor, ['a whole number of days, weeks, months or years']);
  cursor.at += 1;
  const word = peek(cursor);
  const unit = word?.kind === 'word' ? durationUnits[word.text] : undefined;
  if (unit === undefined) return stop(cursor, ['days', 'weeks', 'months', 'years']);
  cursor.at += 1;
  return { count: Number(count.text), unit };
};

const directions = ['before', 'after', 'around'] as const;

/** `within 24 weeks before screening` · `from first dose to week 24` · `ever`; anything else is no window. */
export const readWindow = (cursor: Cursor): Window => {
  if (takeWords(cursor, 'ever')) return { kind: 'ever' };
  if (takeWords(cursor, 'from')) {
    const from = readPoint(cursor);
    needWords(cursor, 'to');
    return { kind: 'from-to', from, to: readPoint(cursor) };
  }
  if (!takeWords(cursor, 'within')) return stop(cursor, ['within', 'from … to …', 'ever']);
  const most = readDuration(cursor);
  const direction = directions.find((each) => takeWords(cursor, each));
  if (direction === undefined) return stop(cursor, [...directions]);
  return { kind: 'within', most, direction, point: readPoint(cursor) };
};
