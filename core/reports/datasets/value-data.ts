import { type ValueColumn, type ValueRow, valueColumns } from '#core/reports/value-rows.ts';
import type { ColumnKind, ColumnTells, DataSet } from './data-set.ts';

const of = (label: string, kind: ColumnKind = 'text', tells: ColumnTells = 'nothing') => ({ label, kind, tells });

const described: Readonly<Record<ValueColumn, ReturnType<typeof of>>> = {
  participant: of('code', 'text', 'code'),
  arm: of('arm of the allocation'),
  'arm received': of('arm received'),
  treated: of('of the treated', 'yes or no'),
  'per protocol': of('per protocol', 'yes or no'),
  'why not': of('why not of a population', 'text', 'words'),
  endpoint: of('endpoint'),
  visit: of('visit at which it is asked'),
  'recorded at': of('why its values come from another visit', 'text', 'words'),
  kind: of('level, claim, number, class or time'),
  value: of('what was observed, where it is known exactly'),
  low: of('least that is possible'),
  'low included': of('whether the least is possible itself', 'yes or no'),
  high: of('most that is possible'),
  'high included': of('whether the most is possible itself', 'yes or no'),
  possible: of('what else is possible'),
  'after day': of('of a time: later than this day', 'day'),
  'by day': of('of a time: not later than this day', 'day'),
  censored: of('of a time: the last day without it, and why'),
  reported: of('as it is reported', 'yes or no'),
  entered: of('as it enters analyses, where that is not what was observed'),
  policy: of('what decided'),
  strategy: of('the intercurrent event that decided', 'text', 'words'),
  events: of('intercurrent events before the point', 'text', 'words'),
  missing: of('what would have to be known', 'text', 'words'),
  records: of('records of the log behind it', 'text', 'words'),
};

/** The values of endpoints as a data set. */
export const valueSet = (rows: readonly ValueRow[]): DataSet => ({
  id: 'values',
  title: 'The value of every endpoint for every participant who was allocated',
  columns: valueColumns.map((name) => ({ name, ...described[name] })),
  rows,
});
