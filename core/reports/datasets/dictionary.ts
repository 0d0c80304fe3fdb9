import { type DataSet, dataSet, textColumn } from './data-set.ts';

interface Described {
  readonly set: string;
  readonly column: DataSet['columns'][number];
}

/** Of every column of every data set: what it holds, in which unit. The first thing that somebody who gets data reads. */
export const dictionaryOf = (sets: readonly DataSet[]): DataSet =>
  dataSet<Described>(
    'dictionary',
    'What each column of each data set holds',
    [
      textColumn('data set', 'data set', ({ set }) => set),
      textColumn('column', 'column', ({ column }) => column.name),
      textColumn('label', 'what it holds', ({ column }) => column.label),
      textColumn('kind', 'text, number, day or yes or no', ({ column }) => column.kind),
      textColumn(
        'unit',
        'unit',
        ({ column }) => column.unit ?? (column.kind === 'day' ? 'days from allocation, which is day 0' : undefined),
      ),
    ],
    sets.flatMap((set) => set.columns.map((column) => ({ set: set.id, column }))),
  );
