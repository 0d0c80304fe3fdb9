import { writeDuration } from '#core/quantities/duration.ts';
import type { Comparator } from '#core/quantities/range.ts';
import type { Point, RecordCondition, RecordQuery, RecordVerb, Window } from './syntax.ts';

/** How a comparison is said. */
export const comparatorWords: Readonly<Record<Comparator, string>> = {
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
  '=': 'equal to',
  '!=': 'other than',
};

export const pointWords = (point: Point): string => (point.kind === 'here' ? 'that visit' : point.name);

/** When, in words; both ends of a window belong to it. */
export const windowWords = (window: Window): string => {
  switch (window.kind) {
    case 'within': {
      const { least, most, direction } = window;
      const far = least === undefined ? `the ${writeDuration(most)}` : `the ${least.count} to ${writeDuration(most)}`;
      return `in ${far} ${direction} ${pointWords(window.point)}`;
    }
    case 'beyond':
      return `${writeDuration(window.least)} or longer ${window.direction} ${pointWords(window.point)}`;
    case 'from-to':
      return `from ${pointWords(window.from)} up to ${pointWords(window.to)}`;
    case 'on':
      return `at ${pointWords(window.point)}`;
    case 'ever':
      return 'at any time';
    default:
      return window satisfies never;
  }
};

const detailWords = (where: RecordCondition): string => {
  switch (where.kind) {
    case 'attribute':
      return where.attribute.replaceAll('-', ' ');
    case 'dose':
      return `at a dose ${comparatorWords[where.comparator]} ${where.written} ${where.unit}`;
    case 'lasting':
      return `for at least ${writeDuration(where.least)}`;
    case 'not':
      return `not ${where.term.kind === 'and' || where.term.kind === 'or' ? `(${detailWords(where.term)})` : detailWords(where.term)}`;
    case 'and':
    case 'or':
      return where.terms
        .map((term) => (term.kind === 'and' || term.kind === 'or' ? `(${detailWords(term)})` : detailWords(term)))
        .join(where.kind === 'and' ? ' and ' : ' or ');
    default:
      return where satisfies never;
  }
};

const verbWords: Readonly<Record<RecordVerb, string>> = {
  received: 'has received',
  takes: 'takes',
  had: 'has had',
  has: 'has',
  'changed dose of': 'has changed the dose of',
  'reduced dose of': 'has reduced the dose of',
  'raised dose of': 'has raised the dose of',
};

/** Hyphens of an id become blanks, but for those that belong to the word. */
const spaced = (concept: string): string =>
  concept.replaceAll('-', ' ').replaceAll(/\b(B cell|anti TNF|interleukin 2)\b/g, (word) => word.replace(' ', '-'));
const listed = (concepts: readonly string[]): string => {
  const words = concepts.map(spaced);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
};

/** The records that are asked for, without the verb. */
export const queryWords = ({ concepts, otherThan, where, window, startsAndStops }: RecordQuery): string => {
  const parts = [
    listed(concepts),
    otherThan.length === 0 ? '' : `other than ${listed(otherThan)}`,
    where === undefined ? '' : `(${detailWords(where)})`,
    windowWords(window),
  ].filter((part) => part !== '');
  const counted =
    startsAndStops === undefined ? '' : `, starts and stops ${startsAndStops === 'counting' ? '' : 'not '}counted`;
  return `${parts.join(' ')}${counted}`;
};

export const recordsWords = (query: RecordQuery): string => `${verbWords[query.verb]} ${queryWords(query)}`;

/** The same denied. */
export const noRecordsWords = (query: RecordQuery): string =>
  recordsWords(query)
    .replace(/^has (?=had|received|changed|reduced|raised)/, 'has not ')
    .replace(/^takes /, 'does not take ')
    .replace(/^has (?!not )/, 'does not have ');
