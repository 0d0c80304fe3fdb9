import type { Duration } from '#core/quantities/duration.ts';
import { needWords, peek, type SentenceCursor, stop, takeWords } from './cursor.ts';
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

/** Longer than any history; with more, the far end of a window would lie outside the calendar. */
const longest: Readonly<Record<Duration['unit'], number>> = { day: 73_000, week: 10_400, month: 2400, year: 200 };

const readDuration = (cursor: SentenceCursor): Duration => {
  const count = peek(cursor);
  if (count?.kind !== 'number' || !/^\d{1,5}$/.test(count.text))
    return stop(cursor, ['a whole number of days, weeks, months or years']);
  cursor.at += 1;
  const word = peek(cursor);
  const unit = word?.kind === 'word' ? durationUnits[word.text] : undefined;
  if (unit === undefined) return stop(cursor, ['days', 'weeks', 'months', 'years']);
  if (Number(count.text) > longest[unit]) return stop(cursor, [`at most ${longest[unit]} ${unit}s`]);
  cursor.at += 1;
  return { count: Number(count.text), unit };
};

const directions = ['before', 'after', 'around'] as const;

/** `within 24 weeks before screening` · `from first dose to week 24` · `ever`; anything else is no window. */
export const readWindow = (cursor: SentenceCursor): Window => {
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
