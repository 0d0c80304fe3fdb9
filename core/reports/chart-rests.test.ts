import assert from 'node:assert/strict';
import test from 'node:test';
import type { ReportChart } from './chart.ts';
import { chartRests } from './chart-rests.ts';
import { sixScene } from './charts/given.ts';
import { chartsOf } from './charts/trial-charts.ts';

const { efficacy, disease, exposure, safety } = chartsOf(sixScene);
const charts: readonly ReportChart[] = [...efficacy, ...disease, ...exposure, ...safety];

test('six people have a chart of every kind', () => {
  assert.deepEqual(
    new Set(charts.map(({ kind }) => kind)),
    new Set(['forest', 'lines', 'survival', 'waterfall', 'swimmer', 'heat map']),
  );
});

for (const chart of charts)
  test(`${chart.title}: each mark leads somewhere, and each place is named once`, () => {
    const rests = chartRests(chart);
    assert.ok(rests.length > 0);
    assert.equal(new Set(rests).size, rests.length);
    const text = JSON.stringify(chart);
    for (const rest of rests) assert.ok(text.includes(JSON.stringify(rest)));
  });
