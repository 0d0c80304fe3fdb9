import type { Cover } from '#core/reports/cover.ts';
import type { Report } from '#core/reports/figure.ts';
import { html, type Markup } from './markup.ts';

/** What a reader must know of each kind of report before the first number. */
export const kindOfReport = {
  final: 'Final report',
  masked: 'Report while masked: pooled over the arms',
  open: 'Data monitoring committee: open report',
  closed: 'Data monitoring committee: closed report. For members of the committee only',
} as const satisfies Record<Cover['kind'], string>;

/** The cut of the data in a line, as it stands on each page. */
export const sayCut = ({ cut }: Cover): string =>
  `Data to ${cut.through ?? 'the beginning'}: ${cut.events} events, seal ${cut.head.slice(0, 16)}`;

const questionsPart = ({ questions }: Cover): Markup => {
  if (questions.length === 0) return html`<p>No question of this study is open.</p>`;
  return html`<div class="sheet" tabindex="0" role="region" aria-label="Open questions"><table class="wordy">
<caption>Open questions to those who wrote the trial, and the assumption that stands in for an answer</caption>
<thead><tr><th scope="col">question</th><th scope="col">how grave</th><th scope="col">asked</th><th scope="col">assumption</th></tr></thead>
<tbody>${questions.map(({ id, severity, ask, assumption }) => html`<tr><th scope="row">${id}</th><td>${severity}</td><td>${ask}</td><td>${assumption ?? 'none'}</td></tr>\n`)}</tbody></table></div>`;
};

/** The page's head: what it is, from which data; then what was assumed and what is open, before any number. */
export const frontPart = (cover: Cover): Markup => html`
<header>
<p class="kind">${kindOfReport[cover.kind]}</p>
<h1>${cover.trial}: ${cover.title}</h1>
${cover.virtual === undefined ? undefined : html`<p class="warning"><strong>No real person is in these data.</strong> ${cover.virtual}</p>`}
<dl class="facts">
<dt>Definition</dt><dd>version ${cover.version}, <code>${cover.study}</code></dd>
<dt>Data</dt><dd>${cover.cut.events} events to ${cover.cut.through ?? 'the beginning'}, last hash <code>${cover.cut.head}</code></dd>
</dl>
</header>`;

/** Assumptions and open questions, which stand in front. */
export const assumedPart = (cover: Cover, report: Report): Markup => html`
${questionsPart(cover)}
<details open><summary>${report.notes.length} assumptions, where the registry record is silent or contradicts itself</summary>
<ul>${report.notes.map((note) => html`<li>${note}</li>\n`)}</ul></details>
${report.notYet.length === 0 ? undefined : html`<h3>Planned and not computed yet</h3><ul>${report.notYet.map((each) => html`<li>${each}</li>`)}</ul>`}`;
