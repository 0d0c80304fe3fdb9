import type { Cover } from '#core/reports/cover.ts';
import type { Figure, Report, Table } from '#core/reports/figure.ts';

/** A cover of a trial that was rehearsed. */
export const cover: Cover = {
  trial: 'nct00000000',
  title: 'Cells <b>& placebo</b>',
  version: '0.1',
  study: 'ab12',
  kind: 'final',
  cut: { events: 12, head: 'cd34cd34cd34cd34ef', through: '2026-11-16' },
  virtual: 'Drawn.',
  questions: [{ id: 'Q-1', severity: 'error', ask: 'Which dose?', assumption: 'A-01' }],
};

/** A cell with what it rests on. */
export const cell = (id: string, value: string, rests: readonly string[] = []): Figure => ({
  id,
  label: `label of ${id}`,
  value,
  rests,
});

/** A report of one section and one table: two arms, a cell that rests on a value, which rests on a record. */
export const smallReport = (table: Partial<Table> = {}): Report => {
  const value = cell('value/response/0001', 'PR', ['participant/0001#7/UPCR']);
  const tables: readonly Table[] = [
    {
      id: 'response table',
      title: 'Response',
      columns: ['cells', 'placebo'],
      rows: [{ label: 'responders', cells: [cell('r/cells', '1 of 2', [value.id]), cell('r/placebo', '0 of 2')] }],
      ...table,
    },
  ];
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  return {
    sections: [
      { id: 'efficacy', title: 'Planned analyses', tables, charts: [], isBrief: true },
      { id: 'empty', title: 'Nothing', tables: [], charts: [], isBrief: true },
    ],
    tables,
    notes: ['A-01 Assumed.'],
    notYet: [],
    figures: new Map([...cells, value].map((figure) => [figure.id, figure])),
  };
};
