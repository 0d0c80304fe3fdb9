import assert from 'node:assert/strict';
import test from 'node:test';
import { sixScene } from '#core/reports/charts/given.ts';
import { chartsOf } from '#core/reports/charts/trial-charts.ts';
import { chartNumbers } from '#hosts/render/charts/chart-numbers.ts';
import { chartPart } from './chart-part.ts';
import { smallReport } from './given.ts';
import { traceOf } from './trace-part.ts';

const { efficacy, disease, exposure, safety } = chartsOf(sixScene);
const charts = [...efficacy, ...disease, ...exposure, ...safety];
const report = smallReport();

test('six people have pictures', () => assert.ok(charts.length >= 6));

for (const chart of charts) {
  const { html } = chartPart(chart, report, traceOf(report));

  test(`${chart.title}: the picture is named, and its numbers stand beside it`, () => {
    assert.match(html, /<svg [^>]*role="img" aria-labelledby="\S+ \S+"/);
    const { columns, rows } = chartNumbers(chart);
    assert.equal(html.match(/<th scope="col">/g)?.length, columns.length);
    assert.equal(html.match(/<tr>/g)?.length, rows.length + 1);
  });

  test(`${chart.title}: what it rests on is listed, of much the first`, () => {
    const [, behind = ''] = html.split('Behind this figure');
    assert.match(behind, /class="rests">(<a [^>]*>)?[a-z-]+\//);
  });
}

test('no id stands twice on a page with all of them', () => {
  const all = charts.map((chart) => chartPart(chart, report, traceOf(report)).html).join('');
  const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('nothing in a picture asks for anything outside', () => {
  for (const chart of charts) {
    const { html } = chartPart(chart, report, traceOf(report));
    assert.doesNotMatch(html, /<script|<image|<foreignObject|href="(?!#)|url\((?!#)/);
  }
});
