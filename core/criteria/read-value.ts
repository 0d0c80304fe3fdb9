import type { Comparator } from '#core/quantities/range.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import {
  checkChain,
  needName,
  needSymbol,
  needWords,
  nested,
  peek,
  placeOf,
  ReadingStopped,
  type SentenceCursor,
  spanSince,
  stop,
  stopAtName,
  takeName,
  takeSymbol,
  takeWords,
} from './cursor.ts';
import type { MeasureAt, Point, Value } from './syntax.ts';

/** `at week 24`, or the point at which the sentence is asked. */
export const readAt = (cursor: SentenceCursor): Point =>
  takeWords(cursor, 'at')
    ? { kind: 'named', name: needName(cursor, ['point'], 'a visit or milestone') }
    : { kind: 'here' };

export const readPoint = (cursor: SentenceCursor): Point => ({
  kind: 'named',
  name: needName(cursor, ['point'], 'a visit or milestone'),
});

const readMeasure = (cursor: SentenceCursor): MeasureAt => {
  const { start } = placeOf(cursor);
  const measure = needName(cursor, ['measure'], 'a measure');
  return { kind: 'measure', measure, point: readAt(cursor), span: spanSince(cursor, start) };
};

/** Words that may follow a number without being its unit. */
const notUnits: ReadonlySet<string> = new Set(
  'and or then else of from at before after around in where between within falls rises'.split(' '),
);

const readNumber = (cursor: SentenceCursor): Value => {
  const { start } = placeOf(cursor);
  const token = peek(cursor);
  if (token?.kind !== 'number') return stop(cursor, ['a number']);
  cursor.at += 1;
  const follower = peek(cursor);
  if (follower?.kind !== 'word' || notUnits.has(follower.text))
    return { kind: 'number', written: token.text, unit: undefined, span: spanSince(cursor, start) };
  const unit = readUnit(follower.text);
  if (!isUnit(unit))
    throw new ReadingStopped({
      problem: `${unit.problem} "${follower.text}"`,
      span: follower.span,
      expected: ['a UCUM unit'],
      nearest: unit.nearest,
    });
  cursor.at += 1;
  return { kind: 'number', written: token.text, unit: follower.text, span: spanSince(cursor, start) };
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

const readFactor = (cursor: SentenceCursor): Value => {
  const { start } = placeOf(cursor);
  const token = peek(cursor);
  if (token?.kind === 'number') return readNumber(cursor);
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
  if (takeWords(cursor, 'change', 'of')) return readChange(cursor, start);
  if (takeWords(cursor, 'number', 'of', 'new')) return readNewGrades(cursor, start);
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

const comparators = ['<=', '>=', '!=', '<', '>', '='] as const satisfies readonly Comparator[];

export const takeComparator = (cursor: SentenceCursor): Comparator | undefined =>
  comparators.find((comparator) => takeSymbol(cursor, comparator));
