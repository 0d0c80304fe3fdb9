import type { ReportChart } from '#core/reports/chart.ts';
import { chartRests } from '#core/reports/chart-rests.ts';
import type { Report } from '#core/reports/figure.ts';
import { chartNumbers } from '#hosts/render/charts/chart-numbers.ts';
import { renderChart } from '#hosts/render/charts/render-chart.ts';
import { anchorOf } from './anchor.ts';
import { html, type Markup, trusted } from './markup.ts';
import { restsPart, type Trace } from './trace-part.ts';

/** A picture, which says its own title and notes, its numbers beside it, and what it rests on. */
export const chartPart = (chart: ReportChart, report: Report, trace: Trace): Markup => {
  const { columns, rows } = chartNumbers(chart);
  return html`
<figure id="${anchorOf('chart', chart.id)}">
${trusted(renderChart(chart))}
<details><summary>Numbers of this figure</summary><div class="sheet" tabindex="0" role="region" aria-label="Numbers: ${chart.title}"><table>
<caption>${chart.title}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div></details>
<details><summary>Behind this figure</summary><p class="origins">${restsPart(chartRests(chart), report, trace)}</p></details>
</figure>`;
};
