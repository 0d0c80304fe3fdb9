import type { Report, Table } from '#core/reports/figure.ts';
import { layOutRows, type Style, wrap } from './text.ts';

/** Of a line with its indent. */
const width = 110;
const indent = '  ';
/** Later lines of a note stand under its text, after "A-01 ". */
const hanging = '     ';

const tableLines = (table: Table, style: Style): readonly string[] => {
  const hasHead = table.columns.some((column) => column !== '' && column !== 'people');
  const head = hasHead ? [['', ...table.columns]] : [];
  const rows = layOutRows([...head, ...table.rows.map((row) => [row.label, ...row.cells.map((cell) => cell.value)])]);
  return [
    style.strong(table.title),
    ...rows.map((row, index) => (hasHead && index === 0 ? style.faint(row) : row)),
    '',
  ];
};

/** The report as plain text: its tables in order, then what was assumed. */
export const renderReport = (report: Report, style: Style): string => {
  const tables = report.tables.filter((table) => table.rows.length > 0).flatMap((table) => tableLines(table, style));
  const notes = report.notes.flatMap((note) =>
    wrap(note, width - indent.length, hanging).map((line) => `${indent}${line}`),
  );
  return [
    ...tables,
    style.strong('Assumed, where the registry record is silent or contradicts itself'),
    ...notes,
    '',
  ].join('\n');
};
