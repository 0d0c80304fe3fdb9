import type { SensitivityTable } from '#core/endpoints/analyses/estimate-row.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { sensitivityTable } from './sensitivity-table.ts';

/** Cells of another table, with ids of their own: both can be asked for. */
const renamed = (analysis: string, cell: Figure, quantity: string): Figure => ({
  ...cell,
  id: `in-short/${analysis}/${quantity}`,
  label: `${analysis}: ${quantity}`,
});

/** The first cells of a row of sensitivity. */
const quantities = ['counts', 'estimate', 'p'] as const;

/**
 * What each planned analysis came to, in one line: who was counted, the estimate with its interval, and p. The first thing
 * that a reader looks for; the tables behind it say how. Undefined where nothing is compared or tested.
 */
export const inShort = (study: Study, tables: readonly SensitivityTable[]): Table | undefined => {
  const rows = tables.flatMap((table) => {
    const { analysis, endpoint } = table;
    const { title, role } = study.endpoints.find(({ of }) => of.id === endpoint)?.of ?? {
      title: endpoint,
      role: 'other',
    };
    const main = table.rows.filter((row) => row.role === 'main').slice(0, 1);
    return sensitivityTable({ ...table, rows: main }, study).rows.map(({ cells }) => ({
      label: `${title} (${role}: ${analysis})`,
      cells: quantities.flatMap((quantity, at) => {
        const cell = cells[at];
        return cell === undefined ? [] : [renamed(analysis, cell, quantity)];
      }),
    }));
  });
  if (rows.length === 0) return undefined;
  return {
    id: 'in-short',
    title: 'What the planned analyses came to',
    columns: ['counted', 'estimate with its interval', 'p'],
    rows,
    notes: [
      'How each is computed, what was assumed and what other ways of computing it give stands with its own table.',
    ],
  };
};
