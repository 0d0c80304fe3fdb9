import { formNamed, itemNamed, nearestItem, othersName } from '#core/measures/form-names.ts';
import type { Item } from '#core/measures/instrument.ts';
import type { Measure } from '#core/measures/measure.ts';
import { everyItem, type MeasureReads } from '#core/measures/measure-reads.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { type CsvRow, openCsv } from './csv.ts';

const personColumns = ['id', 'date', 'born', 'sex', 'today'] as const;
type PersonColumn = (typeof personColumns)[number];

/** What a column of the table holds. */
export interface ScoreColumn {
  /** A field of the person, an item by its id, or `others`. */
  readonly name: string;
  readonly unit: string | undefined;
  readonly isItem: boolean;
}

/** A table whose header is understood, with its rows still to be read. */
export interface ScoreTable {
  readonly columns: readonly ScoreColumn[];
  readonly header: CsvRow;
  readonly next: () => CsvRow | undefined;
  /** Columns that the measure does not look at. */
  readonly unread: readonly string[];
}

/** 1-based line and column of an offset. */
const placeAt = (text: string, row: CsvRow, offset: number) => {
  const start = row.at[0] ?? 0;
  const before = text.slice(start, offset).split('\n');
  const shift = before.length === 1 && start > 0 && text.charCodeAt(start - 1) === 0xfeff ? 0 : 0;
  return { line: row.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 + shift };
};

/** A finding on a cell of a row; `path` names the column. */
export const cellFinding = (
  text: string,
  row: CsvRow,
  index: number,
  path: string,
  what: string,
  expected: readonly string[] = [],
  nearest?: string,
): StudyFinding => ({
  severity: 'error',
  ...placeAt(text, row, row.at[index] ?? row.at[0] ?? 0),
  path,
  what,
  expected,
  nearest,
});

const isPersonColumn = (name: string): name is PersonColumn => personColumns.some((each) => each === name);

/** `creatinine [mg/dL]` is a name and a unit; the unit may hold brackets of its own. */
const headerCell = (cell: string): { readonly name: string; readonly unit: string | undefined } => {
  const [, name, unit] = /^([^[]+?)\s*\[(.+)\]$/.exec(cell.trim()) ?? [];
  return name === undefined ? { name: cell.trim(), unit: undefined } : { name, unit };
};

const isUnitOf = ({ answer }: Item, unit: string): boolean => {
  const read = readUnit(unit);
  return (
    answer.type === 'quantity' &&
    isUnit(read) &&
    answer.units.some((each) => {
      const accepted = readUnit(each);
      return isUnit(accepted) && accepted.code === read.code;
    })
  );
};

type Problem = Pick<StudyFinding, 'what' | 'expected' | 'nearest'>;
const problem = (what: string, expected: readonly string[] = [], nearest?: string): Problem => ({
  what,
  expected,
  nearest,
});

const columnOf = (cell: string, measure: Measure): ScoreColumn | Problem => {
  const { name, unit } = headerCell(cell);
  if (name === '') return problem('a column without a name');
  if (isPersonColumn(name) && unit === undefined) return { name, unit, isItem: false };
  const hasForm = (measure.instrument?.items.length ?? 0) > 1;
  if (name === othersName && hasForm && unit === undefined) return { name, unit, isItem: true };
  const item = everyItem.get(itemNamed(measure, name) ?? '');
  if (item === undefined) {
    const form = formNamed(name)?.items ?? [];
    if (form.length > 1) return problem(`"${name}" is a form of ${form.length} items`, ['a column for each item']);
    const near =
      nearestItem(name, measure.instrument, false) ?? personColumns.find((each) => each === name.toLowerCase());
    return problem(`"${name}" is no item and no field of a person`, [], near);
  }
  if (unit === undefined || isUnitOf(item, unit)) return { name: item.id, unit, isItem: true };
  const units = item.answer.type === 'quantity' ? item.answer.units : ['no unit'];
  return problem(`the unit "${unit}" is not accepted for ${item.id}`, units);
};

const isProblem = (column: ScoreColumn | Problem): column is Problem => 'what' in column;

const separators = ';\t|';

/** What is wrong with the header as a whole. */
const wholeProblem = (
  row: CsvRow,
  columns: readonly ScoreColumn[],
  measure: Measure,
  reads: MeasureReads,
): Problem | undefined => {
  if (row.problem !== undefined) return problem(row.problem.what);
  const [only = '', ...more] = row.cells;
  const separator = more.length > 0 ? undefined : [...separators].find((each) => only.includes(each));
  if (separator !== undefined)
    return problem(`the header has one column; its cells are separated by ${JSON.stringify(separator)}`, ['commas']);
  const wanted = new Set(reads.items.map(({ id }) => id));
  if (wanted.size === 0 || columns.some(({ name }) => wanted.has(name) || name === othersName)) return undefined;
  return problem(`no column is an item that ${measure.id} reads`, [...wanted]);
};

const twice = (columns: readonly (ScoreColumn | Problem)[], index: number): boolean => {
  const column = columns[index];
  if (column === undefined || isProblem(column)) return false;
  return columns.slice(0, index).some((each) => !isProblem(each) && each.name === column.name);
};

const headerFindings = (
  text: string,
  header: CsvRow,
  read: readonly (ScoreColumn | Problem)[],
): readonly StudyFinding[] =>
  read.flatMap((column, index) => {
    const at = (wrong: Problem) => cellFinding(text, header, index, '', wrong.what, wrong.expected, wrong.nearest);
    if (isProblem(column)) return [at(column)];
    return twice(read, index) ? [at(problem(`${column.name} has a second column`))] : [];
  });

/** Reads the header of a table for a measure, or says what is wrong with it. */
export const openScoreTable = (
  text: string,
  measure: Measure,
  reads: MeasureReads,
): ScoreTable | readonly StudyFinding[] => {
  const next = openCsv(text);
  const header = next();
  const nowhere: CsvRow = { line: 1, cells: [], at: [0], problem: undefined, isOpen: false };
  if (header === undefined)
    return [cellFinding(text, nowhere, 0, '', 'the file is empty', ['a header and a row for each person'])];
  const read = header.cells.map((cell) => columnOf(cell, measure));
  const columns = read.filter((column) => !isProblem(column));
  const whole = wholeProblem(header, columns, measure, reads);
  const one = whole && [cellFinding(text, header, 0, '', whole.what, whole.expected, whole.nearest)];
  const findings =
    header.problem !== undefined || header.cells.length === 1
      ? (one ?? headerFindings(text, header, read))
      : [...headerFindings(text, header, read)];
  if (findings.length > 0) return findings;
  if (one !== undefined) return one;
  const wanted = new Set(reads.items.map(({ id }) => id));
  const unread = columns
    .filter(({ name, isItem }) => isItem && name !== othersName && !wanted.has(name))
    .map(({ name }) => name);
  return { columns, header, next, unread };
};
