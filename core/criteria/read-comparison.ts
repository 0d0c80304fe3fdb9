import {
  needSymbol,
  needWords,
  peek,
  placeOf,
  type SentenceCursor,
  spanSince,
  stop,
  takeSymbol,
  takeWords,
} from './cursor.ts';
import { nearestName } from './nearest-name.ts';
import { takeComparator } from './read-comparator.ts';
import { readPoint } from './read-point.ts';
import { readValue } from './read-value.ts';
import type { Condition, MeasureAt, Value } from './syntax.ts';

const readLevel = (cursor: SentenceCursor, levels: readonly string[]): string => {
  const token = peek(cursor);
  const text = token?.kind === 'word' || token?.kind === 'number' ? token.text : '';
  if (!levels.includes(text)) return stop(cursor, [...levels], nearestName(text, levels));
  cursor.at += 1;
  return text;
};

const readSet = (cursor: SentenceCursor, levels: readonly string[]): readonly string[] => {
  needSymbol(cursor, '(');
  const chosen = [readLevel(cursor, levels)];
  while (takeSymbol(cursor, ',')) chosen.push(readLevel(cursor, levels));
  needSymbol(cursor, ')');
  return chosen;
};

/** `= negative` · `!= negative` · `in (III, IV, V)` · nothing, for a yes/no measure: it is the claim itself. */
const readLevelTest = (
  cursor: SentenceCursor,
  value: MeasureAt,
  levels: readonly string[],
  start: number,
): Condition => {
  const answer = (chosen: readonly string[], negated: boolean): Condition => ({
    kind: 'level',
    value,
    levels: chosen,
    negated,
    span: spanSince(cursor, start),
  });
  if (takeSymbol(cursor, '=')) return answer([readLevel(cursor, levels)], false);
  if (takeSymbol(cursor, '!=')) return answer([readLevel(cursor, levels)], true);
  if (takeWords(cursor, 'in')) return answer(readSet(cursor, levels), false);
  if (levels.includes('yes')) return answer(['yes'], false);
  return stop(cursor, ['=', '!=', 'in (…)']);
};

const setTests = [
  ['any', ['includes', 'any', 'of']],
  ['all', ['includes', 'all', 'of']],
  ['none', ['includes', 'none', 'of']],
  ['only', ['includes', 'only']],
] as const;

/** `includes any of (III, IV)` · `includes only (III, IV, V)` */
const readSetTest = (cursor: SentenceCursor, value: MeasureAt, levels: readonly string[], start: number): Condition => {
  const test = setTests.find(([, words]) => takeWords(cursor, ...words))?.[0];
  if (test === undefined)
    return stop(
      cursor,
      setTests.map(([, words]) => `${words.join(' ')} (…)`),
    );
  return { kind: 'set', value, test, levels: readSet(cursor, levels), span: spanSince(cursor, start) };
};

type By = Extract<Condition, { kind: 'trend' }>['by'];

/** `30%` is a share of what it was; `30% of creatinine at screening` is an amount. */
const readBy = (cursor: SentenceCursor): By => {
  const token = peek(cursor);
  const next = peek(cursor, 1);
  const isAmount = token?.kind !== 'percent' || (next?.kind === 'word' && next.text === 'of');
  if (isAmount) return { kind: 'amount', amount: readValue(cursor) };
  cursor.at += 1;
  return { kind: 'percent', percent: token.text };
};

/** `falls by > 30% from baseline` means x < (1 − 0.30)·b, without division. */
const readTrend = (
  cursor: SentenceCursor,
  value: MeasureAt,
  direction: 'falls' | 'rises',
  start: number,
): Condition => {
  needWords(cursor, 'by');
  const comparator = takeSymbol(cursor, '>=') ? '>=' : takeSymbol(cursor, '>') ? '>' : stop(cursor, ['>', '>=']);
  const by = readBy(cursor);
  needWords(cursor, 'from');
  return { kind: 'trend', value, direction, comparator, by, from: readPoint(cursor), span: spanSince(cursor, start) };
};

const readTolerance = (cursor: SentenceCursor, value: Value, start: number): Condition => {
  const token = peek(cursor);
  if (token?.kind !== 'percent') return stop(cursor, ['a percentage']);
  cursor.at += 1;
  needWords(cursor, 'of');
  return { kind: 'tolerance', value, percent: token.text, of: readValue(cursor), span: spanSince(cursor, start) };
};

/** What a value is compared with; `50%` alone is an amount of what is itself counted in percent. */
const readLimit = (cursor: SentenceCursor): Value => {
  const { start } = placeOf(cursor);
  const token = peek(cursor);
  const next = peek(cursor, 1);
  if (token?.kind !== 'percent' || (next?.kind === 'word' && next.text === 'of')) return readValue(cursor);
  cursor.at += 1;
  return { kind: 'number', written: token.text, unit: '%', span: spanSince(cursor, start) };
};

const readNumeric = (cursor: SentenceCursor, value: Value, start: number): Condition => {
  const direction = (['falls', 'rises'] as const).find((word) => takeWords(cursor, word));
  if (direction !== undefined)
    return value.kind === 'measure' ? readTrend(cursor, value, direction, start) : stop(cursor, ['a comparator']);
  if (takeWords(cursor, 'within')) return readTolerance(cursor, value, start);
  if (takeWords(cursor, 'between')) {
    const low = readLimit(cursor);
    needWords(cursor, 'and');
    return { kind: 'between', value, low, high: readLimit(cursor), span: spanSince(cursor, start) };
  }
  const comparator = takeComparator(cursor);
  if (comparator === undefined)
    return stop(cursor, ['<', '<=', '>', '>=', '=', '!=', 'between', 'falls by', 'rises by', 'within']);
  return { kind: 'comparison', left: value, comparator, right: readLimit(cursor), span: spanSince(cursor, start) };
};

/** What begins with a value: a comparison, a range, a trend, a tolerance, a level or a set. */
export const readComparison = (cursor: SentenceCursor): Condition => {
  const { start } = placeOf(cursor);
  const value = readValue(cursor);
  const kind = value.kind === 'measure' ? cursor.lexicon.measures.get(value.measure)?.value : undefined;
  if (value.kind === 'measure' && kind?.kind === 'level') return readLevelTest(cursor, value, kind.levels, start);
  if (value.kind === 'measure' && kind?.kind === 'set') return readSetTest(cursor, value, kind.levels, start);
  const before = cursor.subject;
  cursor.subject = value.kind === 'measure' ? value : undefined;
  const condition = readNumeric(cursor, value, start);
  cursor.subject = before;
  return condition;
};
