import assert from 'node:assert/strict';
import test from 'node:test';
import type { LinesChart, ReportChart } from '#core/reports/chart.ts';
import {
  curves,
  everyChart,
  forest,
  heatMapOf,
  means,
  overlapsIn,
  profilesOf,
  swimmersOf,
  waterfallOf,
} from './given.ts';
import { renderChart } from './render-chart.ts';

const mustStandFree = (chart: ReportChart, what: string): void =>
  assert.deepEqual(overlapsIn(renderChart(chart)), [], what);

test('texts that lie one upon the other are found', () => {
  const text = (x: number, y: number): string => `<text x="${x}" y="${y}">so many letters</text>`;
  assert.equal(overlapsIn(`${text(0, 0)}${text(10, 2)}`).length, 1);
  assert.equal(overlapsIn(`${text(0, 0)}${text(0, 14)}${text(200, 0)}`).length, 0);
});

test('no text lies upon another, in any kind', () => {
  for (const chart of everyChart) mustStandFree(chart, chart.id);
});

test('nor with few people or many', () => {
  for (const people of [1, 2, 5, 30, 64, 65, 130, 300]) {
    mustStandFree(swimmersOf(people), `swimmers of ${people}`);
    mustStandFree(heatMapOf(people, 9), `map of ${people}`);
    mustStandFree(waterfallOf(people), `waterfall of ${people}`);
    mustStandFree(profilesOf(people), `profiles of ${people}`);
  }
});

test('nor with visits that crowd together, as at the beginning of a trial', () => {
  const days = [0, 1, 3, 7, 14, 28, 56, 84, 112, 140, 168, 252, 364, 728];
  const points = days.map((x) => ({ x, label: x === 0 ? 'baseline' : `day ${x}`, y: x / 100, n: 114, rests: [] }));
  const crowded: LinesChart = { ...means, series: means.series.map((series) => ({ ...series, points })) };
  mustStandFree(crowded, 'lines');
  const atRisk = days.map((day) => ({ day, n: 1140 - day, events: day }));
  mustStandFree({ ...curves, series: curves.series.map((series) => ({ ...series, atRisk })) }, 'curves');
});

test('nor with seven arms of long names whose lines all end at the same place', () => {
  const arms = Array.from({ length: 7 }, (_, index) => `${index} mesenchymal stem cells of the umbilical cord`);
  const [line, curve, row] = [means.series[0], curves.series[0], forest.rows[0]];
  assert.ok(line !== undefined && curve !== undefined && row !== undefined);
  mustStandFree({ ...means, arms, series: arms.map((arm) => ({ ...line, label: arm, arm })) }, 'lines');
  mustStandFree({ ...curves, arms, series: arms.map((arm) => ({ ...curve, arm })) }, 'curves');
  const rows = arms.map((label) => ({ ...row, label: `${label}, missing worst for the new treatment` }));
  mustStandFree({ ...forest, rows }, 'forest');
});
