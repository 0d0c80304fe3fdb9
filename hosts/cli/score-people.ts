import { type Implausible, implausibleResults } from '#core/measures/implausible.ts';
import type { Measure } from '#core/measures/measure.ts';
import { type MeasureReads, readsOf } from '#core/measures/measure-reads.ts';
import { isFaulty, type WrittenFault } from '#core/measures/written-fault.ts';
import { sittingReader, type WrittenPerson, type WrittenVisit } from '#core/measures/written-sitting.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import type { CsvRow } from './csv.ts';
import { sayFault } from './say-fault.ts';
import { type PlacedPerson, readPersons } from './score-person.ts';
import { refusedPerson, type ScoredPerson, scoreSitting } from './score-row.ts';
import { cellFinding, openScoreTable, type ScoreTable } from './score-table.ts';

/** What came of a file: every person, and the columns that the measure does not look at. */
export interface ScoredFile {
  readonly people: readonly ScoredPerson[];
  readonly unread: readonly string[];
}

/** Told how many rows are done, now and then. */
export type Progress = (rows: number) => void;

type SittingReader = ReturnType<typeof sittingReader>;
type Sayer = (fault: WrittenFault) => StudyFinding;

const scored = (
  { id, person, say }: { readonly id: string; readonly person: WrittenPerson; readonly say: Sayer },
  measure: Measure,
  reads: MeasureReads,
  read: SittingReader,
): ScoredPerson => {
  const named = { id, date: person.date ?? '' };
  const sitting = read(person);
  if (isFaulty(sitting)) return { ...named, ...refusedPerson(sitting.faults.map(say)) };
  const questioned: readonly Implausible[] = implausibleResults(reads.items, sitting.read);
  return { ...named, ...scoreSitting(measure, sitting.read, questioned) };
};

const sayPlaced =
  ({ findingOn }: PlacedPerson): Sayer =>
  (fault) => {
    const { what, expected, nearest } = sayFault(fault);
    return findingOn(fault.path, what, expected, nearest);
  };

/** Scores what a YAML text says of one person or of many. */
export const scoreYaml = (
  content: string,
  measure: Measure,
): ScoredFile | { readonly findings: readonly StudyFinding[] } => {
  const persons = readPersons(content);
  if ('findings' in persons) return persons;
  const [reads, read] = [readsOf(measure), sittingReader(measure)];
  const people = persons.map((placed) =>
    placed.findings.length > 0
      ? { id: placed.id, date: '', ...refusedPerson(placed.findings) }
      : scored({ id: placed.id, person: placed.person, say: sayPlaced(placed) }, measure, reads, read),
  );
  return { people, unread: [] };
};

/** A cell with the unit of its column; a cell that writes a unit itself must write the same one. */
const withUnit = (cell: string, unit: string | undefined): string =>
  unit === undefined || cell === 'not done' || cell.includes(' ') ? cell : `${cell} ${unit}`;

type RowPerson = WrittenPerson & { readonly id?: string };

const personOfRow = ({ columns }: ScoreTable, { cells }: CsvRow): RowPerson => {
  const person: Record<string, string> = {};
  const items: Record<string, string> = {};
  columns.forEach(({ name, unit, kind }, index) => {
    if (kind === 'not read') return;
    const cell = cells[index]?.trim() ?? '';
    if (cell === '') return;
    if (kind === 'item') items[name] = withUnit(cell, unit);
    else person[name] = cell;
  });
  return { ...person, items };
};

const sayCell =
  (text: string, row: CsvRow, { columns }: ScoreTable): Sayer =>
  (fault) => {
    const { what, expected, nearest } = sayFault(fault);
    const name = String(fault.path[0] === 'items' ? fault.path[1] : fault.path[0]);
    const index = columns.findIndex((column) => column.name === name && column.kind !== 'not read');
    return cellFinding(text, row, index, name, what, expected, nearest);
  };

/** What is wrong with a row before any cell is read. */
const rowProblem = (text: string, row: CsvRow, { columns }: ScoreTable): StudyFinding | undefined => {
  if (row.problem !== undefined) return cellFinding(text, row, row.at.indexOf(row.problem.at), '', row.problem.what);
  if (row.cells.length === columns.length) return undefined;
  return cellFinding(text, row, 0, '', `the row has ${row.cells.length} cells`, [`${columns.length}, as the header`]);
};

/** A unit written in the cell and another one in the header. */
const unitClash = (text: string, row: CsvRow, { columns }: ScoreTable): readonly StudyFinding[] =>
  columns.flatMap(({ name, unit, kind }, index) => {
    const cell = row.cells[index]?.trim() ?? '';
    const at = cell.indexOf(' ');
    if (kind !== 'item' || unit === undefined || at < 0 || cell === 'not done' || cell.slice(at + 1).trim() === unit)
      return [];
    return [
      cellFinding(
        text,
        row,
        index,
        name,
        `the column is in ${unit}, the cell says ${JSON.stringify(cell.slice(at + 1).trim())}`,
      ),
    ];
  });

interface OpenedRow {
  readonly row: CsvRow;
  readonly person: RowPerson;
  readonly findings: readonly StudyFinding[];
}

const openRow = (text: string, row: CsvRow, table: ScoreTable): OpenedRow => {
  const wrong = rowProblem(text, row, table);
  const person = personOfRow(table, row);
  return { row, person, findings: wrong === undefined ? unitClash(text, row, table) : [wrong] };
};

/** Earlier rows of the same person, where the measure compares with them: those with a date before this one's. */
const earlierRows = (rows: readonly OpenedRow[]): ((opened: OpenedRow) => readonly WrittenVisit[]) => {
  const sound = rows.filter(
    ({ person, findings }) => findings.length === 0 && person.id !== undefined && person.date !== undefined,
  );
  const byId = Map.groupBy(sound, ({ person }) => person.id);
  return ({ person: { id, date = '' } }) =>
    (id === undefined ? [] : (byId.get(id) ?? [])).flatMap(({ person }) =>
      person.date !== undefined && person.date < date ? [{ date: person.date, items: person.items ?? {} }] : [],
    );
};

const rowsBetweenNews = 10_000;

/** Scores the rows of a table, each by itself. */
export const scoreCsv = (
  text: string,
  measure: Measure,
  progress: Progress | undefined,
): ScoredFile | { readonly findings: readonly StudyFinding[] } => {
  const [reads, read] = [readsOf(measure), sittingReader(measure)];
  const table = openScoreTable(text, measure, reads);
  if (!('columns' in table)) return { findings: table };
  const score = (opened: OpenedRow, earlier: readonly WrittenVisit[] | undefined): ScoredPerson => {
    const { row, findings } = opened;
    const id = opened.person.id ?? `line ${row.line}`;
    if (findings.length > 0) return { id, date: opened.person.date ?? '', ...refusedPerson(findings) };
    return scored({ id, person: { ...opened.person, earlier }, say: sayCell(text, row, table) }, measure, reads, read);
  };
  const rows: OpenedRow[] = [];
  const people: ScoredPerson[] = [];
  const comparesVisits = reads.beside.includes('earlier visits');
  for (let row = table.next(); row !== undefined; row = table.next()) {
    if (row.isOpen)
      return {
        findings: [cellFinding(text, row, row.at.length - 1, '', 'a quote that never closes; no row was scored')],
      };
    const opened = openRow(text, row, table);
    if (comparesVisits) rows.push(opened);
    else people.push(score(opened, undefined));
    if ((people.length + rows.length) % rowsBetweenNews === 0) progress?.(people.length + rows.length);
  }
  const earlier = earlierRows(rows);
  for (const opened of rows) people.push(score(opened, earlier(opened)));
  return { people, unread: table.unread };
};
