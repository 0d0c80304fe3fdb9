import { chartRests } from '#core/reports/chart-rests.ts';
import type { Figure, Report, Table } from '#core/reports/figure.ts';
import { anchorOf } from './anchor.ts';
import { html, type Markup } from './markup.ts';

/** What an event of the log says of a record, in a line; undefined where the log has none. */
export type SayRecord = (record: string) => string | undefined;

/** More links behind one figure, more values and more records than these are counted and not shown: a page has to open. */
const mostLinks = 40;
const mostValues = 4000;
const mostRecords = 6000;

/** What of a report stands behind its numbers in the page, and how much of it the page leaves out. */
export interface Trace {
  readonly cells: ReadonlyMap<Table, readonly Figure[]>;
  readonly values: ReadonlyMap<string, readonly Figure[]>;
  readonly records: readonly string[];
  /** Ids of everything to which a link leads. */
  readonly places: ReadonlySet<string>;
  readonly leftOut: { readonly values: number; readonly records: number };
}

const cellsOf = (table: Table): readonly Figure[] =>
  table.rows.flatMap(({ cells }) => cells.filter(({ value, rests }) => value !== '' && rests.length > 0));

/** Figures that no table shows: the values of participants, and who is in which population; those of analyses first. */
const hiddenIn = (report: Report): readonly Figure[] => {
  const shown = new Set(report.tables.flatMap((table) => table.rows.flatMap(({ cells }) => cells.map(({ id }) => id))));
  const depth = ({ id }: Figure): number => id.split('/').length;
  return [...report.figures.values()].filter(({ id }) => !shown.has(id)).toSorted((a, b) => depth(a) - depth(b));
};

const shownRests = ({ rests }: Figure): readonly string[] => rests.slice(0, mostLinks);

/** Chooses what stands behind the numbers of a page. */
export const traceOf = (report: Report): Trace => {
  const cells = new Map(
    report.tables.map((table) => [table, cellsOf(table)] as const).filter(([, all]) => all.length > 0),
  );
  const hidden = hiddenIn(report);
  const kept = hidden.slice(0, mostValues);
  const figures = [...[...cells.values()].flat(), ...kept];
  const drawn = report.sections.flatMap(({ charts }) =>
    charts.flatMap((chart) => chartRests(chart).slice(0, mostLinks)),
  );
  const all = new Set([...figures.flatMap(shownRests), ...drawn].filter((rest) => !report.figures.has(rest)));
  const records = [...all].slice(0, mostRecords).toSorted();
  return {
    cells,
    values: Map.groupBy(kept, ({ id }) => id.split('/').slice(0, 2).join(' ')),
    records,
    places: new Set([...figures.map(({ id }) => id), ...records]),
    leftOut: { values: hidden.length - kept.length, records: all.size - records.length },
  };
};

/** To a figure or a record, where the page holds it. */
const link = (report: Report, rest: string, places: ReadonlySet<string>): Markup => {
  if (!places.has(rest)) return html`${rest}`;
  return html`<a href="#${anchorOf(report.figures.has(rest) ? 'figure' : 'record', rest)}">${rest}</a>`;
};

/** Links to what something rests on; of many the first, and how many more there are. */
export const restsPart = (rests: readonly string[], report: Report, { places }: Trace): Markup => {
  const more = rests.length - mostLinks;
  return html`<span class="rests">${rests.slice(0, mostLinks).map((rest) => html`${link(report, rest, places)} `)}${more > 0 ? `and ${more} more` : undefined}</span>`;
};

const originPart = (figure: Figure, report: Report, trace: Trace): Markup => html`
<li id="${anchorOf('figure', figure.id)}"><b>${figure.label}</b>: ${figure.value}${figure.because?.slice(0, mostLinks).map((each) => html`<br>because ${each}`)}
${figure.rests.length === 0 ? undefined : html`<br>${restsPart(figure.rests, report, trace)}`}</li>`;

const groupPart = (title: string, figures: readonly Figure[], report: Report, trace: Trace): Markup =>
  html`<details><summary>${title} (${figures.length})</summary><ul class="origins">${figures.map((figure) => originPart(figure, report, trace))}</ul></details>\n`;

const leftOutPart = ({ leftOut: { values, records } }: Trace): Markup | undefined =>
  values + records === 0
    ? undefined
    : html`<p>Left out, so that the page opens: ${values} values of participants, which stand in data/values.csv with their records, and ${records} records. <code>trialwright why</code> walks from any figure to its events.</p>`;

/** From each figure to what it rests on: other figures, or the events of the log, which stand at the end. */
export const tracePart = (report: Report, trace: Trace, sayRecord: SayRecord): Markup => html`
${leftOutPart(trace)}
<h3>Cells of the tables</h3>
${[...trace.cells].map(([{ title }, figures]) => groupPart(title, figures, report, trace))}
<h3>Values of participants, and their populations</h3>
${[...trace.values].map(([title, figures]) => groupPart(title, figures, report, trace))}
<h3>Events of the log</h3>
<details><summary>${trace.records.length} records</summary><ul class="origins">${trace.records.map(
  (record) =>
    html`<li id="${anchorOf('record', record)}"><b>${record}</b> ${sayRecord(record) ?? 'no such event'}</li>\n`,
)}</ul></details>`;
