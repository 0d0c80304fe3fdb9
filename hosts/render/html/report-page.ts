import type { Cover } from '#core/reports/cover.ts';
import type { Report, ReportSection } from '#core/reports/figure.ts';
import { anchorOf } from './anchor.ts';
import { chartPart } from './chart-part.ts';
import { assumedPart, frontPart, kindOfReport, sayCut } from './front-part.ts';
import { html, type Markup, trusted } from './markup.ts';
import { pageStyle } from './page-style.ts';
import { tablePart } from './table-part.ts';
import { type SayRecord, type Trace, traceOf, tracePart } from './trace-part.ts';

/** What a page is made from beside the report itself. */
export interface PageParts {
  readonly cover: Cover;
  readonly report: Report;
  /** The participant flow as SVG. */
  readonly flow: string | undefined;
  readonly sayRecord: SayRecord;
}

const shownIn = (section: ReportSection) => section.tables.filter(({ rows }) => rows.length > 0);

const sectionPart = (section: ReportSection, report: Report, trace: Trace, before: Markup | undefined): Markup => html`
<section aria-labelledby="${anchorOf('section', section.id)}">
<h2 id="${anchorOf('section', section.id)}">${section.title}</h2>
${before}
${shownIn(section).map((table) => tablePart(table, trace.places))}
${section.charts.map((chart) => chartPart(chart, report, trace))}
</section>`;

const frontId = anchorOf('section', 'assumed');
const traceId = anchorOf('section', 'behind');

const contentsPart = (sections: readonly ReportSection[]): Markup => html`
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2><ol>
<li><a href="#${frontId}">Assumptions and open questions</a></li>
${sections.map(({ id, title }) => html`<li><a href="#${anchorOf('section', id)}">${title}</a></li>\n`)}
<li><a href="#${traceId}">Behind the numbers</a></li>
</ol></nav>`;

/** A printed page says from which data it is; a name in quotes ends the text of a style sheet nowhere. */
const pageHeads = (cover: Cover): string => {
  const text = (said: string): string => `"${said.replaceAll(/[^ -~–−≥≤]|["\\<>]/g, ' ')}"`;
  const [left, right] = [text(`${cover.trial} – ${kindOfReport[cover.kind]}`), text(sayCut(cover))];
  return `@media print{@page{@top-left{content:${left};font-size:8pt}@bottom-left{content:${right};font-size:8pt}@bottom-right{content:counter(page) " of " counter(pages);font-size:8pt}}}`;
};

/**
 * A report as one file: it fetches nothing and runs nothing, reads with a keyboard and a screen reader, and prints. Each
 * cell leads to the figures, values and events on which it rests.
 */
export const reportPage = ({ cover, report, flow, sayRecord }: PageParts): string => {
  const sections = report.sections.filter((each) => shownIn(each).length > 0 || each.charts.length > 0);
  const trace = traceOf(report);
  const before = flow === undefined ? undefined : html`<figure>${trusted(flow)}</figure>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${cover.trial}: ${kindOfReport[cover.kind]}</title>
<style>${trusted(pageStyle + pageHeads(cover))}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
${frontPart(cover)}
${contentsPart(sections)}
<main id="main">
<section aria-labelledby="${frontId}"><h2 id="${frontId}">Assumptions and open questions</h2>
${assumedPart(cover, report)}</section>
${sections.map((section) => sectionPart(section, report, trace, section.id === 'flow' ? before : undefined))}
<section class="behind" aria-labelledby="${traceId}"><h2 id="${traceId}">Behind the numbers</h2>
${tracePart(report, trace, sayRecord)}</section>
</main>
<footer><p>${sayCut(cover)}. Made by Trialwright: research software, not validated for any use in care or regulation.</p></footer>
</body>
</html>
`;
  return page.html;
};
