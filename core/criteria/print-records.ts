import { writeDuration } from '#core/quantities/duration.ts';
import type { Point, RecordCondition, RecordQuery, Window } from './syntax.ts';

export const pointText = (point: Point): string => (point.kind === 'here' ? 'this visit' : point.name);

/** `within 24 weeks before screening`, as a sentence writes it. */
export const printWindow = (window: Window): string => {
  switch (window.kind) {
    case 'within': {
      const { least, most } = window;
      const far = least === undefined ? writeDuration(most) : `${least.count} to ${writeDuration(most)}`;
      return `within ${far} ${window.direction} ${pointText(window.point)}`;
    }
    case 'beyond':
      return `at least ${writeDuration(window.least)} ${window.direction} ${pointText(window.point)}`;
    case 'from-to':
      if (window.to.kind === 'here') return `since ${pointText(window.from)}`;
      return `from ${pointText(window.from)} to ${pointText(window.to)}`;
    case 'on':
      return `at ${pointText(window.point)}`;
    case 'ever':
      return 'ever';
    default:
      return window satisfies never;
  }
};

const isJoined = (where: RecordCondition): boolean => where.kind === 'and' || where.kind === 'or';
const grouped = (where: RecordCondition): string => (isJoined(where) ? `(${printWhere(where)})` : printWhere(where));

const printWhere = (where: RecordCondition): string => {
  switch (where.kind) {
    case 'attribute':
      return where.attribute;
    case 'dose':
      return `dose ${where.comparator} ${where.written} ${where.unit}`;
    case 'lasting':
      return `lasting at least ${writeDuration(where.least)}`;
    case 'not':
      return `not ${grouped(where.term)}`;
    case 'and':
    case 'or':
      return where.terms.map(grouped).join(` ${where.kind} `);
    default:
      return where satisfies never;
  }
};

/** What is asked of the records, without the verb. */
export const printQuery = (query: RecordQuery): string => {
  const parts = [query.concepts.join(', ')];
  if (query.otherThan.length > 0) parts.push('other than', query.otherThan.join(', '));
  if (query.where !== undefined) parts.push(`where (${printWhere(query.where)})`);
  parts.push(printWindow(query.window));
  if (query.startsAndStops !== undefined) parts.push(`${query.startsAndStops} starts and stops`);
  return parts.join(' ');
};
