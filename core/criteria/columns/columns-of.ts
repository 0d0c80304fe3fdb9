import type { Chart } from '../chart.ts';
import type { Glossary } from '../compile.ts';
import { answersFor, type Unheld } from '../translate/answers-for.ts';
import type { TranslatedLibrary } from '../translate/elm.ts';
import { type ColumnTable, emptyColumn, setAnswer } from './column.ts';

/** A person whom columns cannot hold exactly, with the leaves that stand in the way: ask the proofs instead. */
export interface UnheldRow {
  readonly row: number;
  readonly leaves: readonly Unheld[];
}

/** A table of people, one row for each chart in their order. */
export interface FilledColumns {
  readonly table: ColumnTable;
  readonly unheld: readonly UnheldRow[];
}

/**
 * Asks every chart what a library asks, and holds the answers in columns. The row of a person who cannot be held (see
 * `answersFor`) stays empty, so that nothing wrong is ever read from it.
 */
export const columnsOf = (charts: readonly Chart[], library: TranslatedLibrary, glossary: Glossary): FilledColumns => {
  const rows = charts.length;
  const columns = new Map(library.parameters.map((parameter) => [parameter.name, emptyColumn(parameter, rows)]));
  const answersOf = answersFor(library, glossary);
  const unheld: UnheldRow[] = [];
  for (const [row, chart] of charts.entries()) {
    const { answers, unheld: leaves } = answersOf(chart);
    if (leaves.length > 0) unheld.push({ row, leaves });
    else for (const [name, column] of columns) setAnswer(column, row, answers.get(name) ?? null);
  }
  return { table: { rows, columns }, unheld };
};
