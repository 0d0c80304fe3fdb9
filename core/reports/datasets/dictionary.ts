import { type DataSet, dataSet } from './data-set.ts';

/** Of every column of every data set: what it holds, in which unit. The first thing that somebody who gets data reads. */
export const dictionaryOf = (sets: readonly DataSet[]): DataSet =>
  dataSet(
    'dictionary',
    'What each column of each data set holds',
    [
      { name: 'data set', label: 'data set', kind: 'text', tells: 'nothing', read: ({ set }) => set },
      { name: 'column', label: 'column', kind: 'text', tells: 'nothing', read: ({ column }) => column.name },
      { name: 'label', label: 'what it holds', kind: 'text', tells: 'nothing', read: ({ column }) => column.label },
      {
        name: 'kind',
        label: 'text, number, day or yes or no',
        kind: 'text',
        tells: 'nothing',
        read: ({ column }) => column.kind,
      },
      {
        name: 'unit',
        label: 'unit',
        kind: 'text',
        tells: 'nothing',
        read: ({ column }) =>
          column.unit ?? (column.kind === 'day' ? 'days from allocation, which is day 0' : undefined),
      },
    ],
    sets.flatMap((set) => set.columns.map((column) => ({ set: set.id, column }))),
  );
