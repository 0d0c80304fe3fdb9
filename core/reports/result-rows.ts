import type { Report } from './figure.ts';

/** One number of a report: in which table and row it stands, of which figure it is part, and which of its numbers it is. */
export interface ResultRow {
  readonly table: string;
  readonly row: string;
  readonly figure: string;
  readonly quantity: string;
  /** Unrounded. */
  readonly number: number;
  /** As the cell prints it, with what else it says. */
  readonly shown: string;
}

/** Every number of every table of a report, in the order in which they are read. */
export const resultRows = ({ tables }: Pick<Report, 'tables'>): readonly ResultRow[] =>
  tables.flatMap((table) =>
    table.rows.flatMap(({ label, cells }) =>
      cells.flatMap(({ id, value, numbers = {} }) =>
        Object.entries(numbers).map(([quantity, number]) => ({
          table: table.id,
          row: label,
          figure: id,
          quantity,
          number,
          shown: value,
        })),
      ),
    ),
  );
