/** One person's answers back out of a table, as the peers of the bench take them. */
import type { Column, ColumnTable } from '#core/criteria/columns/column.ts';
import { hasBit } from '#core/criteria/columns/plane.ts';

export type PlainAnswer = number | string | boolean | null;

const readColumn = (column: Column, row: number): PlainAnswer => {
  switch (column.type) {
    case 'Integer':
      return hasBit(column.known, row) ? (column.parts[row] ?? null) : null;
    case 'String':
      return [...column.levels].find(([, { holds }]) => hasBit(holds, row))?.[0] ?? null;
    case 'Boolean':
      if (hasBit(column.truth.holds, row)) return true;
      return hasBit(column.truth.fails, row) ? false : null;
    default:
      return column satisfies never;
  }
};

export const readAnswer = ({ columns }: ColumnTable, parameter: string, row: number): PlainAnswer => {
  const column = columns.get(parameter);
  if (column === undefined) throw new Error(`no column for ${parameter}`);
  return readColumn(column, row);
};
