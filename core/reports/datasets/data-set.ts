import type { ValueCell } from '#core/reports/value-rows.ts';

/** What a column of a data set holds; a day is counted from that of allocation, which is day 0. */
export type ColumnKind = 'text' | 'number' | 'day' | 'yes or no';

/** How much a column tells of who somebody is: 'code' names a person, 'place' where, 'words' may hold anything. */
export type ColumnTells = 'code' | 'place' | 'words' | 'nothing';

type Told = string | number | boolean | undefined;

/** One column: its name, what it holds and how it is read from a row. */
export interface DataColumn<Row> {
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly unit?: string;
  readonly tells: ColumnTells;
  readonly read: (row: Row) => Told;
}

/** A column of words; `tells` where they say who or where somebody is, or may. */
export const textColumn = <Row>(
  name: string,
  label: string,
  read: (row: Row) => string | undefined,
  tells: ColumnTells = 'nothing',
): DataColumn<Row> => ({ name, label, kind: 'text', tells, read });

/** A column of numbers in one unit; without one, of counts and of what has its unit beside it. */
export const numberColumn = <Row>(
  name: string,
  label: string,
  read: (row: Row) => number | undefined,
  unit?: string,
): DataColumn<Row> => ({
  name,
  label,
  kind: 'number',
  ...(unit === undefined ? {} : { unit }),
  tells: 'nothing',
  read,
});

/** A column of days. */
export const dayColumn = <Row>(
  name: string,
  label: string,
  read: (row: Row) => number | undefined,
): DataColumn<Row> => ({ name, label, kind: 'day', tells: 'nothing', read });

/** A column of what is so or not so. */
export const yesNoColumn = <Row>(
  name: string,
  label: string,
  read: (row: Row) => boolean | undefined,
): DataColumn<Row> => ({ name, label, kind: 'yes or no', tells: 'nothing', read });

/** A table of data as it is exported: what is not known is an empty cell. */
export interface DataSet {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Omit<DataColumn<never>, 'read'>[];
  readonly rows: readonly (readonly ValueCell[])[];
}

const cellOf = (told: Told): ValueCell => {
  if (typeof told === 'number') return { number: String(told) };
  if (typeof told === 'boolean') return { words: told ? 'yes' : 'no' };
  return { words: told ?? '' };
};

/** Rows as a table. Numbers keep all of their digits. */
export const dataSet = <Row>(
  id: string,
  title: string,
  columns: readonly DataColumn<Row>[],
  rows: readonly Row[],
): DataSet => ({
  id,
  title,
  columns: columns.map(({ read: _, ...column }) => column),
  rows: rows.map((row) => columns.map(({ read }) => cellOf(read(row)))),
});
