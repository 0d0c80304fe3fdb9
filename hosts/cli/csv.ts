/** A row of a table, with the place of each cell in the text. */
export interface CsvRow {
  /** Line on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Offset of each cell in the text. */
  readonly at: readonly number[];
  /** What is wrong with the row's quotes, and where. */
  readonly problem: { readonly what: string; readonly at: number } | undefined;
  /** A quote that never closes: where the row ends is not known, and nothing after it was read. */
  readonly isOpen: boolean;
}

const [comma, quote, lineFeed, carriageReturn] = [44, 34, 10, 13];

interface ReadCell {
  readonly text: string;
  /** Where the cell ends: at a comma, at an end of line, or at the end of the text. */
  readonly end: number;
  readonly problem?: string;
  readonly isOpen?: boolean;
}

const endsCell = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code === comma || code === lineFeed || Number.isNaN(code)) return true;
  return code === carriageReturn && text.charCodeAt(at + 1) === lineFeed;
};

const plainCell = (text: string, start: number): ReadCell => {
  let end = start;
  let quotes = false;
  while (!endsCell(text, end)) {
    if (text.charCodeAt(end) === quote) quotes = true;
    end += 1;
  }
  const cell = { text: text.slice(start, end), end };
  return quotes ? { ...cell, problem: 'a quote inside a cell that does not begin with one' } : cell;
};

/** The offset of the quote that closes a cell, doubled quotes being part of it; -1 where none does. */
const closingQuote = (text: string, start: number): number => {
  let at = text.indexOf('"', start);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at;
};

const quotedCell = (text: string, start: number): ReadCell => {
  const close = closingQuote(text, start + 1);
  if (close < 0) return { text: '', end: text.length, problem: 'a quote that never closes', isOpen: true };
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  let end = close + 1;
  while (!endsCell(text, end)) end += 1;
  return end === close + 1 ? { text: inside, end } : { text: inside, end, problem: 'text after a closing quote' };
};

const readCell = (text: string, start: number): ReadCell =>
  text.charCodeAt(start) === quote ? quotedCell(text, start) : plainCell(text, start);

/** Line ends before an offset, counted from another. */
export const countLineEnds = (text: string, to: number, from = 0): number => {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
};

interface Cells {
  readonly cells: string[];
  readonly at: number[];
  problem: CsvRow['problem'];
  isOpen: boolean;
  end: number;
}

const readCells = (text: string, start: number): Cells => {
  const row: Cells = { cells: [], at: [], problem: undefined, isOpen: false, end: start };
  for (let at = start; ; at = row.end + 1) {
    const cell = readCell(text, at);
    row.cells.push(cell.text);
    row.at.push(at);
    row.end = cell.end;
    if (cell.problem !== undefined) row.problem ??= { what: cell.problem, at };
    if (cell.isOpen === true) row.isOpen = true;
    if (text.charCodeAt(cell.end) !== comma) return row;
  }
};

/**
 * Reads comma-separated values row by row as RFC 4180 describes them: quotes, doubled quotes, line ends inside quotes, a
 * line end of either kind, with or without a byte order mark and a last line end. Empty lines are no rows.
 */
export const openCsv = (text: string): (() => CsvRow | undefined) => {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  const next = (): CsvRow | undefined => {
    if (at >= text.length) return undefined;
    const { end, ...row } = readCells(text, at);
    const begins = line;
    const after = text.charCodeAt(end) === carriageReturn ? end + 2 : end + 1;
    line += countLineEnds(text, after, at);
    at = after;
    return { line: begins, ...row };
  };
  const isBlank = ({ cells, problem }: CsvRow): boolean =>
    problem === undefined && cells.length === 1 && cells[0]?.trim() === '';
  return () => {
    let row = next();
    while (row !== undefined && isBlank(row)) row = next();
    return row;
  };
};

/** Cells as one line of such a table; a cell that holds a comma, a quote or a line end is quoted. */
export const writeCsvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
