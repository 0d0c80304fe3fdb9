import { nearestName } from '#core/criteria/nearest-name.ts';
import { formNamed, itemNamed, othersName, shortName } from '#core/measures/form-names.ts';
import type { Item } from '#core/measures/instrument.ts';
import type { Measure } from '#core/measures/measure.ts';
import { everyItem, type MeasureReads } from '#core/measures/measure-reads.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { type CsvRow, countLineEnds, openCsv } from './csv.ts';

const personColumns = ['id', 'date', 'born', 'sex', 'today'] as const;
type PersonColumn = (typeof personColumns)[number];

/** What a column of the table holds. */
export interface ScoreColumn {
  /** A field of the person, an item by its id, or `others`. */
  readonly name: string;
  readonly unit: string | undefined;
  readonly kind: 'person' | 'item' | 'not read';
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
  return { line: row.line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
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

type TableProblem = Pick<StudyFinding, 'what' | 'expected' | 'nearest'>;
const problem = (what: string, expected: readonly string[] = [], nearest?: string): TableProblem => ({
  what,
  expected,
  nearest,
});

const isForm = (measure: Measure): boolean => (measure.instrument?.items.length ?? 0) > 1;

/** The name that was probably meant, of those that mean something here. */
const nearestColumn = (name: string, measure: Measure, wanted: ReadonlySet<string>): string | undefined => {
  const items = isForm(measure) ? [...wanted].map(shortName) : [];
  return nearestName(name, [...wanted, ...items, ...(isForm(measure) ? [othersName] : []), ...personColumns]);
};

/** A column that means nothing here is not read, unless it looks like one that would be. */
const strangeColumn = (name: string, measure: Measure, wanted: ReadonlySet<string>): ScoreColumn | TableProblem => {
  if (measure.instrument !== undefined && isForm(measure) && formNamed(name) === measure.instrument)
    return problem(`"${name}" is a form of ${measure.instrument.items.length} items`, ['a column for each item']);
  const near = nearestColumn(name, measure, wanted);
  return near === undefined
    ? { name, unit: undefined, kind: 'not read' }
    : problem(`"${name}" is no item and no field of a person`, [], near);
};

const itemColumn = (item: Item, unit: string | undefined, wanted: ReadonlySet<string>): ScoreColumn | TableProblem => {
  if (!wanted.has(item.id)) return { name: item.id, unit, kind: 'not read' };
  if (unit === undefined || isUnitOf(item, unit)) return { name: item.id, unit, kind: 'item' };
  const units = item.answer.type === 'quantity' ? item.answer.units : ['no unit'];
  return problem(`the unit "${unit}" is not accepted for ${item.id}`, units);
};

const columnOf = (cell: string, measure: Measure, wanted: ReadonlySet<string>): ScoreColumn | TableProblem => {
  const { name, unit } = headerCell(cell);
  if (name === '') return problem('a column without a name');
  if (isPersonColumn(name) && unit === undefined) return { name, unit, kind: 'person' };
  if (name === othersName && unit === undefined) return { name, unit, kind: isForm(measure) ? 'item' : 'not read' };
  const item = everyItem.get(itemNamed(measure, name) ?? '');
  return item === undefined ? strangeColumn(name, measure, wanted) : itemColumn(item, unit, wanted);
};

const isProblem = (column: ScoreColumn | TableProblem): column is TableProblem => 'what' in column;

const separators = ';\t|';

const mostColumns = 5000;

/** What makes the header no header at all. */
const shapeProblem = ({ problem: quotes, cells: [only = '', ...more] }: CsvRow): TableProblem | undefined => {
  if (quotes !== undefined) return problem(quotes.what);
  if (more.length >= mostColumns) return problem(`a header of ${more.length + 1} cells`, [`at most ${mostColumns}`]);
  const separator = more.length > 0 ? undefined : [...separators].find((each) => only.includes(each));
  if (separator === undefined) return undefined;
  return problem(`the header has one cell; they seem to be separated by ${JSON.stringify(separator)}`, ['commas']);
};

const headerFindings = (
  text: string,
  header: CsvRow,
  read: readonly (ScoreColumn | TableProblem)[],
): readonly StudyFinding[] =>
  read.flatMap((column, index) => {
    const at = (wrong: TableProblem) => cellFinding(text, header, index, '', wrong.what, wrong.expected, wrong.nearest);
    if (isProblem(column)) return [at(column)];
    const isSecond =
      column.kind !== 'not read' &&
      read.slice(0, index).some((each) => !isProblem(each) && each.kind === column.kind && each.name === column.name);
    return isSecond ? [at(problem(`${column.name} has a second column`))] : [];
  });

/** Offset of the first character that is no text, as in a file that is no table; -1 where there is none. */
const controlCharacter = (text: string): number => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 10 && code < 32 && code !== 13) || (code > 126 && code < 160)) return at;
  }
  return -1;
};

const unreadableAt = (text: string, offset: number): StudyFinding => {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const row: CsvRow = { line: 1, cells: [], at: [start], problem: undefined, isOpen: false };
  const what = `a control character (code ${text.charCodeAt(offset)})`;
  const finding = cellFinding(text, row, 0, '', what, ['plain text in UTF-8']);
  return { ...finding, line: countLineEnds(text, offset) + 1, column: offset - start + 1 };
};

const nowhere: CsvRow = { line: 1, cells: [], at: [0], problem: undefined, isOpen: false };

/** Reads the header of a table for a measure, or says what is wrong with it. */
export const openScoreTable = (
  text: string,
  measure: Measure,
  reads: MeasureReads,
): ScoreTable | readonly StudyFinding[] => {
  const control = controlCharacter(text);
  if (control >= 0) return [unreadableAt(text, control)];
  const next = openCsv(text);
  const header = next();
  const inHeader = (wrong: TableProblem): readonly StudyFinding[] => [
    cellFinding(text, header ?? nowhere, 0, '', wrong.what, wrong.expected, wrong.nearest),
  ];
  if (header === undefined) return inHeader(problem('the file is empty', ['a header and a row for each person']));
  const shape = shapeProblem(header);
  if (shape !== undefined) return inHeader(shape);
  const wanted = new Set(reads.items.map(({ id }) => id));
  const read = header.cells.map((cell) => columnOf(cell, measure, wanted));
  const findings = headerFindings(text, header, read);
  if (findings.length > 0) return findings;
  const columns = read.filter((column): column is ScoreColumn => !isProblem(column));
  if (wanted.size > 0 && !columns.some(({ kind }) => kind === 'item'))
    return inHeader(problem(`no column is an item that ${measure.id} reads`, [...wanted]));
  return { columns, header, next, unread: columns.flatMap(({ name, kind }) => (kind === 'not read' ? [name] : [])) };
};
