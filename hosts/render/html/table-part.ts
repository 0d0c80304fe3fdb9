import type { Figure, Table } from '#core/reports/figure.ts';
import { anchorOf } from './anchor.ts';
import { html, type Markup } from './markup.ts';

/** A table with numbers in it stands to the right; one of sentences does not. */
const isWordy = (table: Table): boolean => table.rows.some(({ cells }) => cells.some(({ value }) => value.length > 60));

const cellPart = (figure: Figure, traced: ReadonlySet<string>): Markup =>
  traced.has(figure.id) && figure.value !== ''
    ? html`<td><a href="#${anchorOf('figure', figure.id)}">${figure.value}</a></td>`
    : html`<td>${figure.value}</td>`;

/** Cells that a short row lacks. */
const filler = (table: Table, cells: number): readonly Markup[] =>
  Array.from({ length: Math.max(0, table.columns.length - cells) }, () => html`<td></td>`);

/** A table with its heading; a cell whose origin stands in the page leads there. */
export const tablePart = (table: Table, traced: ReadonlySet<string>): Markup => html`
<div class="sheet" tabindex="0" role="region" aria-label="${table.title}" id="${anchorOf('table', table.id)}"><table${isWordy(table) ? html` class="wordy"` : undefined}>
<caption>${table.title}</caption>
${table.columns.some((column) => column !== '') ? html`<thead><tr><td></td>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>` : undefined}
<tbody>${table.rows.map(
  ({ label, cells }) =>
    html`<tr><th scope="row">${label}</th>${cells.map((cell) => cellPart(cell, traced))}${filler(table, cells.length)}</tr>\n`,
)}</tbody></table></div>
${table.notes?.map((note) => html`<p class="note">${note}</p>`)}`;
