import type { DataSet } from '#core/reports/datasets/data-set.ts';
import type { Table } from '#core/reports/figure.ts';
import type { ResultRow } from '#core/reports/result-rows.ts';
import { writeCsvLine } from './csv.ts';
import { writeCell } from './values-csv.ts';

const words = (text: string): string => writeCell({ words: text });

/** Lines of words under a line of names, as RFC 4180 writes them; a spreadsheet computes none of them. */
export const wordsCsv = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, ...rows].map((row) => writeCsvLine(row.map(words))).join('');

/** A data set under the names of its columns; numbers stay numbers. */
export const dataCsv = ({ columns, rows }: DataSet): string =>
  [columns.map(({ name }) => name), ...rows.map((row) => row.map(writeCell))].map(writeCsvLine).join('');

/** A table of a report as it is printed. */
export const tableCsv = ({ columns, rows }: Table): string =>
  wordsCsv(
    ['', ...columns],
    rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)]),
  );

const resultColumns = ['table', 'row', 'figure', 'quantity', 'number', 'shown'] as const;

/** Every number of a report, with all of its digits. */
export const resultsCsv = (rows: readonly ResultRow[]): string =>
  [
    writeCsvLine(resultColumns),
    ...rows.map(({ table, row, figure, quantity, number, shown }) =>
      writeCsvLine([words(table), words(row), words(figure), words(quantity), String(number), words(shown)]),
    ),
  ].join('');
