import type { Lexicon } from './lexicon.ts';
import { printValue } from './print-value.ts';
import type { MeasureAt, Point, Value } from './syntax.ts';
import { pointWords, queryWords, windowWords } from './words-of-records.ts';

/** A title within a sentence begins small, unless it begins with an abbreviation. */
const small = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? `${title[0]?.toLowerCase()}${title.slice(1)}` : title;

/** What a measure is called in a sentence: its title, without what a comma adds to it. */
export const measureName = (measure: string, lexicon: Lexicon): string =>
  small(lexicon.measures.get(measure)?.title.split(',')[0] ?? measure);

const whenWords = (point: Point): string => (point.kind === 'here' ? '' : ` at ${point.name}`);

export const measureWords = (value: MeasureAt, lexicon: Lexicon): string =>
  `${measureName(value.measure, lexicon)}${whenWords(value.point)}`;

const limitNames = { ULN: 'upper limit of normal', LLN: 'lower limit of normal' } as const;

const pairWords = ({ kind, operator, left, right }: Extract<Value, { kind: 'sum' | 'product' }>, lexicon: Lexicon) => {
  const words =
    kind === 'sum'
      ? { '+': 'plus', '-': 'less', '*': '', '/': '' }
      : { '*': 'times', '/': 'divided by', '+': '', '-': '' };
  return `${grouped(left, lexicon)} ${words[operator]} ${grouped(right, lexicon)}`;
};

const grouped = (value: Value, lexicon: Lexicon): string =>
  value.kind === 'sum' || value.kind === 'product' ? `(${valueWords(value, lexicon)})` : valueWords(value, lexicon);

const timesWords = (times: string): string => (times === '1' ? '' : `${times} times `);

/** What a measure is compared with; its own limit of normal is not named anew. */
export const besideWords = (value: Value, subject: Value, lexicon: Lexicon): string => {
  const isOwn = value.kind === 'limit' && subject.kind === 'measure' && printValue(value.of) === printValue(subject);
  return isOwn ? `${timesWords(value.times)}its ${limitNames[value.bound]}` : valueWords(value, lexicon);
};

/** A value as a physician would say it. */
export const valueWords = (value: Value, lexicon: Lexicon): string => {
  switch (value.kind) {
    case 'number':
      if (value.unit === '%') return `${value.written}%`;
      return value.unit === undefined ? value.written : `${value.written} ${value.unit}`;
    case 'measure':
      return measureWords(value, lexicon);
    case 'percent-of':
      return `${value.percent}% of ${grouped(value.of, lexicon)}`;
    case 'sum':
    case 'product':
      return pairWords(value, lexicon);
    case 'change':
      return `the change of ${measureWords(value.of, lexicon)} from ${pointWords(value.from)}`;
    case 'limit':
      return `${timesWords(value.times)}the ${limitNames[value.bound]} of ${measureWords(value.of, lexicon)}`;
    case 'reading':
      return `the ${value.choice} ${measureName(value.measure, lexicon)} ${windowWords(value.window)}`;
    case 'integral':
      return `the sum over days of ${measureName(value.measure, lexicon)} from ${pointWords(value.from)} up to ${pointWords(value.to)}`;
    case 'record-count':
      return `the number of records of ${queryWords(value.of)}`;
    case 'new-grades':
      return `the number of systems newly graded ${value.grade} in ${measureWords(value.of, lexicon)} since ${pointWords(value.from)}`;
    default:
      return value satisfies never;
  }
};
