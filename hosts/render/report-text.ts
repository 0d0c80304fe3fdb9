import type { Report, Table } from '#core/reports/figure.ts';
import { layOutRows, type Style, wrap } from './text.ts';

/** Of a line with its indent. */
const width = 110;
const indent = '  ';
/** Later lines of a note stand under its text, after "A-01 ". */
const hanging = '     ';

const noteLines = (notes: readonly string[]): readonly string[] =>
  notes.flatMap((note) => wrap(note, width - indent.length, hanging).map((line) => `${indent}${line}`));

const tableLines = (table: Table, style: Style): readonly string[] => {
  const hasHead = table.columns.some((column) => column !== '' && column !== 'people');
  const head = hasHead ? [['', ...table.columns]] : [];
  const rows = layOutRows([...head, ...table.rows.map((row) => [row.label, ...row.cells.map((cell) => cell.value)])]);
  return [
    style.strong(table.title),
    ...rows.map((row, index) => (hasHead && index === 0 ? style.faint(row) : row)),
    ...noteLines(table.notes ?? []).map(style.faint),
    '',
  ];
};

/** The report as plain text: its tables in order, what is planned and not computed yet, then what was assumed. */
export const renderReport = (report: Report, style: Style): string => {
  const tables = report.tables.filter((table) => table.rows.length > 0).flatMap((table) => tableLines(table, style));
  const notYet = report.notYet.length === 0 ? [] : [style.strong('Not computed yet'), ...noteLines(report.notYet), ''];
  return [
    ...tables,
    ...notYet,
    style.strong('Assumed, where the registry record is silent or contradicts itself'),
    ...noteLines(report.notes),
    '',
  ].join('\n');
};
