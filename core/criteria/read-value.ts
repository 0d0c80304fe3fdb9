import {
  checkChain,
  needName,
  needSymbol,
  needWords,
  nested,
  peek,
  placeOf,
  type SentenceCursor,
  seesWords,
  spanSince,
  stop,
  stopAtName,
  takeName,
  takeSymbol,
  takeWords,
} from './cursor.ts';
import { readNumber } from './read-number.ts';
import { readAt, readPoint } from './read-point.ts';
import { readCounted } from './read-records.ts';
import { readWindow } from './read-window.ts';
import type { Choice, MeasureAt, Value } from './syntax.ts';

/** A measure, and when. */
export const readMeasure = (cursor: SentenceCursor): MeasureAt => {
  const { start } = placeOf(cursor);
  const measure = needName(cursor, ['measure'], 'a measure');
  return { kind: 'measure', measure, point: readAt(cursor), span: spanSince(cursor, start) };
};

const readChange = (cursor: SentenceCursor, start: number): Value => {
  const of = readMeasure(cursor);
  needWords(cursor, 'from');
  return { kind: 'change', of, from: readPoint(cursor), span: spanSince(cursor, start) };
};

const readNewGrades = (cursor: SentenceCursor, start: number): Value => {
  const grade = peek(cursor);
  if (grade?.kind !== 'word') return stop(cursor, ['a grade']);
  cursor.at += 1;
  needWords(cursor, 'grades', 'of');
  const of = readMeasure(cursor);
  needWords(cursor, 'from');
  return { kind: 'new-grades', grade: grade.text, of, from: readPoint(cursor), span: spanSince(cursor, start) };
};

const needMeasureName = (cursor: SentenceCursor): string => needName(cursor, ['measure'], 'a measure');

const choices = ['latest', 'first', 'highest', 'lowest', 'mean'] as const satisfies readonly Choice[];

/** `highest creatinine from baseline to week 24`; one day is no window to choose in. */
const readReading = (cursor: SentenceCursor, choice: Choice, start: number): Value => {
  const measure = needMeasureName(cursor);
  if (seesWords(cursor, 'at') && !seesWords(cursor, 'at', 'least'))
    return stop(cursor, ['within', 'from … to …', 'since', 'ever']);
  return { kind: 'reading', choice, measure, window: readWindow(cursor), span: spanSince(cursor, start) };
};

const readIntegral = (cursor: SentenceCursor, start: number): Value => {
  const measure = needMeasureName(cursor);
  needWords(cursor, 'from');
  const from = readPoint(cursor);
  needWords(cursor, 'to');
  return { kind: 'integral', measure, from, to: readPoint(cursor), span: spanSince(cursor, start) };
};

/** `1.5 x ULN`, of the measure on the left of the comparison or of one that is named. */
const readLimit = (cursor: SentenceCursor, start: number): Value => {
  const token = peek(cursor);
  if (token?.kind !== 'number') return stop(cursor, ['a number']);
  cursor.at += 1;
  needWords(cursor, 'x');
  const bound = (['ULN', 'LLN'] as const).find((word) => takeWords(cursor, word));
  if (bound === undefined) return stop(cursor, ['ULN', 'LLN']);
  const of = takeWords(cursor, 'of') ? readMeasure(cursor) : cursor.subject;
  if (of === undefined) return stop(cursor, [`of and a measure, since no measure alone stands on the left`]);
  return { kind: 'limit', times: token.text, bound, of, span: spanSince(cursor, start) };
};

const isLimit = (cursor: SentenceCursor): boolean => {
  const next = peek(cursor, 1);
  return next?.kind === 'word' && next.text === 'x';
};

/** What begins with a word of its own. */
const readOpened = (cursor: SentenceCursor, start: number): Value | undefined => {
  if (takeWords(cursor, 'change', 'of')) return readChange(cursor, start);
  if (takeWords(cursor, 'integral', 'of')) return readIntegral(cursor, start);
  if (takeWords(cursor, 'number', 'of', 'new')) return readNewGrades(cursor, start);
  if (takeWords(cursor, 'number', 'of'))
    return { kind: 'record-count', of: readCounted(cursor), span: spanSince(cursor, start) };
  const choice = choices.find((word) => takeWords(cursor, word));
  return choice === undefined ? undefined : readReading(cursor, choice, start);
};

const readFactor = (cursor: SentenceCursor): Value => {
  const { start } = placeOf(cursor);
  const token = peek(cursor);
  if (token?.kind === 'number') return isLimit(cursor) ? readLimit(cursor, start) : readNumber(cursor);
  if (token?.kind === 'percent') {
    cursor.at += 1;
    needWords(cursor, 'of');
    return { kind: 'percent-of', percent: token.text, of: nested(cursor, readFactor), span: spanSince(cursor, start) };
  }
  if (takeSymbol(cursor, '(')) {
    const inner = nested(cursor, readValue);
    needSymbol(cursor, ')');
    return inner;
  }
  const opened = readOpened(cursor, start);
  if (opened !== undefined) return opened;
  const measure = takeName(cursor, ['measure']);
  if (measure !== undefined) return { kind: 'measure', measure, point: readAt(cursor), span: spanSince(cursor, start) };
  // A definition cannot stand here; it may be what a misspelt name was meant to be.
  return stopAtName(cursor, ['measure', 'definition'], 'a measure, a number or a value in parentheses');
};

const readChain = (
  cursor: SentenceCursor,
  readPart: (cursor: SentenceCursor) => Value,
  combine: (cursor: SentenceCursor, left: Value, start: number) => Value | undefined,
): Value => {
  const { start } = placeOf(cursor);
  let value = readPart(cursor);
  for (let links = 1; ; links += 1) {
    const next = combine(cursor, value, start);
    if (next === undefined) return value;
    checkChain(cursor, links);
    value = next;
  }
};

const readTerm = (cursor: SentenceCursor): Value =>
  readChain(cursor, readFactor, (here, left, start) => {
    const operator = takeSymbol(here, '*') ? '*' : takeSymbol(here, '/') ? '/' : undefined;
    if (operator === undefined) return undefined;
    return { kind: 'product', operator, left, right: readFactor(here), span: spanSince(here, start) };
  });

/** A value: sums of products of measures, numbers with their units, percentages of a value. */
export const readValue = (cursor: SentenceCursor): Value =>
  readChain(cursor, readTerm, (here, left, start) => {
    const operator = takeSymbol(here, '+') ? '+' : takeSymbol(here, '-') ? '-' : undefined;
    if (operator === undefined) return undefined;
    return { kind: 'sum', operator, left, right: readTerm(here), span: spanSince(here, start) };
  });
