import { type ValueCell, type ValueRow, valueColumns } from '#core/reports/value-rows.ts';
import { writeCsvLine } from './csv.ts';

/** What a spreadsheet takes for a formula or a command when a cell begins with it. */
const formula = /^[=+\-@\t\r\n]/;

/** Words get an apostrophe before them where they would be computed; numbers stay numbers. */
export const writeCell = (cell: ValueCell): string => {
  if ('number' in cell) return cell.number;
  return formula.test(cell.words) ? `'${cell.words}` : cell.words;
};

/** Analysis values as a table (RFC 4180) with one line of column names. */
export const valuesCsv = (rows: readonly ValueRow[]): string =>
  [writeCsvLine(valueColumns), ...rows.map((row) => writeCsvLine(row.map(writeCell)))].join('');
