import type { Chart } from '#core/reports/chart.ts';
import { html, type Markup } from './markup.ts';
export const chartPart = (chart: Chart): Markup => html`<p>${chart.title}</p>`;
