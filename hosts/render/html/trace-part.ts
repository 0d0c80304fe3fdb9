import type { Figure, Report, Table } from '#core/reports/figure.ts';
import { anchorOf } from './anchor.ts';
import { html, type Markup } from './markup.ts';

/** What an event of the log says of a record, in a line; undefined where the log has none. */
export type SayRecord = (record: string) => string | undefined;

const link = (report: Report, rest: string): Markup => {
  const below = report.figures.get(rest);
  if (below === undefined) return html`<a href="#${anchorOf('record', rest)}">${rest}</a>`;
  return html`<a href="#${anchorOf('figure', rest)}">${rest}</a>`;
};

const originPart = (figure: Figure, report: Report): Markup => html`
<li id="${anchorOf('figure', figure.id)}"><b>${figure.label}</b>: ${figure.value}${figure.because?.map((each) => html`<br>because ${each}`)}
${figure.rests.length === 0 ? undefined : html`<br><span class="rests">${figure.rests.map((rest) => html`${link(report, rest)} `)}</span>`}</li>`;

/** Figures that a table or chart rests on and no table shows: the values of participants, and who is in which population. */
const hidden = (report: Report): ReadonlyMap<string, readonly Figure[]> => {
  const shown = new Set(report.tables.flatMap((table) => table.rows.flatMap(({ cells }) => cells.map(({ id }) => id))));
  const groups = new Map<string, Figure[]>();
  for (const figure of report.figures.values()) {
    if (shown.has(figure.id)) continue;
    const [kind = '', of = ''] = figure.id.split('/');
    const group = groups.get(`${kind} ${of}`) ?? [];
    group.push(figure);
    groups.set(`${kind} ${of}`, group);
  }
  return groups;
};

const groupPart = (title: string, figures: readonly Figure[], report: Report): Markup =>
  html`<details><summary>${title} (${figures.length})</summary><ul class="origins">${figures.map((figure) => originPart(figure, report))}</ul></details>\n`;

const cellsOf = (table: Table): readonly Figure[] =>
  table.rows.flatMap(({ cells }) => cells.filter(({ value, rests }) => value !== '' && rests.length > 0));

const recordsIn = (report: Report): readonly string[] => {
  const all = [...report.figures.values()].flatMap(({ rests }) => rests.filter((rest) => !report.figures.has(rest)));
  return [...new Set(all)].toSorted();
};

/** The cells that lead to their origin. */
export const tracedCells = (report: Report): ReadonlySet<string> =>
  new Set(report.tables.flatMap((table) => cellsOf(table).map(({ id }) => id)));

/** From each figure to what it rests on: other figures, or the events of the log, which stand at the end. */
export const tracePart = (report: Report, sayRecord: SayRecord): Markup => {
  const records = recordsIn(report);
  return html`
<h3>Cells of the tables</h3>
${report.tables.filter((table) => cellsOf(table).length > 0).map((table) => groupPart(table.title, cellsOf(table), report))}
<h3>Values of participants, and their populations</h3>
${[...hidden(report)].map(([title, figures]) => groupPart(title, figures, report))}
<h3>Events of the log</h3>
<details><summary>${records.length} records</summary><ul class="origins">${records.map(
    (record) =>
      html`<li id="${anchorOf('record', record)}"><b>${record}</b> ${sayRecord(record) ?? 'no such event'}</li>\n`,
  )}</ul></details>`;
};
