import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {
  ForestChart,
  HeatMapChart,
  LinesChart,
  ReportChart,
  SurvivalChart,
  SwimmerChart,
  WaterfallChart,
} from '#core/reports/chart.ts';
import { chartNumbers } from './chart-numbers.ts';
import { curves, forest, heatMapOf, means, mustBeWellFormed, swimmersOf, waterfallOf } from './given.ts';
import { renderChart } from './render-chart.ts';

/** Every place of a mark: that of a text, the corners of a box, the ends of a line, the middle of a circle, a path. */
const placesIn = (svg: string): { readonly xs: readonly number[]; readonly ys: readonly number[] } => {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, x, y, width, height] of svg.matchAll(
    /<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/g,
  )) {
    xs.push(Number(x), Number(x) + Number(width));
    ys.push(Number(y), Number(y) + Number(height));
  }
  for (const [, x1, y1, x2, y2] of svg.matchAll(/<line x1="([^"]*)" y1="([^"]*)" x2="([^"]*)" y2="([^"]*)"/g)) {
    xs.push(Number(x1), Number(x2));
    ys.push(Number(y1), Number(y2));
  }
  for (const [, x, y] of svg.matchAll(/<(?:text|circle) c?x="([^"]*)" c?y="([^"]*)"/g)) {
    xs.push(Number(x));
    ys.push(Number(y));
  }
  for (const [, d = ''] of svg.matchAll(/<path d="([^"]*)"/g))
    for (const [, x, y] of d.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
      xs.push(Number(x));
      ys.push(Number(y));
    }
  return { xs, ys };
};

/** Well formed, all of its marks on the page, its numbers a table. */
const mustBeSound = (chart: ReportChart): void => {
  const svg = renderChart(chart);
  mustBeWellFormed(svg);
  assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  const height = Number(/viewBox="0 0 720 ([\d.]+)"/.exec(svg)?.[1]);
  const { xs, ys } = placesIn(svg);
  assert.ok(Math.min(...xs) >= -1 && Math.max(...xs) <= 721, `${Math.min(...xs)} to ${Math.max(...xs)}`);
  assert.ok(Math.min(...ys) >= -8 && Math.max(...ys) <= height, `${Math.min(...ys)} to ${Math.max(...ys)}`);
  const { columns, rows } = chartNumbers(chart);
  for (const row of rows) assert.equal(row.length, columns.length);
};

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
const day = fc.integer({ min: 0, max: 3000 });
const name = fc.string({ unit: 'grapheme', maxLength: 30 });
const arm = fc.constantFrom('cells', 'placebo', undefined);

const interval = fc
  .tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 0, max: 900 }))
  .map(([lower, width]) => ({ lower: lower / 1000, upper: (lower + width) / 1000 }));

const forests: fc.Arbitrary<ForestChart> = fc
  .array(
    fc.record({
      label: name,
      role: fc.constantFrom('main', 'sensitivity', 'subgroup'),
      counts: fc.constant('12/20 v 9/20'),
      estimate: fc.option(
        share.map((value) => value - 0.5),
        { nil: undefined },
      ),
      interval: fc.option(interval, { nil: undefined }),
      rests: fc.constant([]),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => ({ ...forest, rows }));

const summaries: fc.Arbitrary<LinesChart> = fc
  .array(
    fc.array(fc.tuple(day, fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 1, max: 300 })), {
      minLength: 1,
      maxLength: 9,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((series) => ({
    ...means,
    reference: { at: 0, label: 'none' },
    series: series.map((points, index) => ({
      label: `arm ${index}`,
      arm: `arm ${index}`,
      points: points.map(([x, y, n]) => ({
        x,
        label: `day ${x}`,
        y,
        interval: { lower: y - 1, upper: y + 1 },
        n,
        rests: [],
      })),
    })),
  }));

const curveCharts: fc.Arbitrary<SurvivalChart> = fc
  .array(fc.tuple(fc.array(day, { maxLength: 9 }), fc.array(day, { maxLength: 9 })), { minLength: 1, maxLength: 3 })
  .map((series) => ({
    ...curves,
    series: series.map(([events, censored], index) => ({
      arm: `arm ${index}`,
      steps: [0, ...new Set(events.toSorted((a, b) => a - b))].map((at, step) => ({ day: at, share: 1 / (step + 1) })),
      censored: censored.map((at) => ({ day: at, share: 0.5 })),
      atRisk: [0, 500, 1000].map((at) => ({ day: at, n: 10, events: 0 })),
      rests: [],
    })),
  }));

const waterfalls: fc.Arbitrary<WaterfallChart> = fc
  .array(
    fc.record({
      participant: name,
      arm,
      value: fc.integer({ min: -100, max: 900 }),
      marked: fc.constantFrom('CR', 'not known', 'another word', undefined),
      rests: fc.constant([]),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((bars) => ({ ...waterfallOf(1), bars }));

const swimmers: fc.Arbitrary<SwimmerChart> = fc
  .array(fc.record({ participant: name, arm, to: day, at: fc.array(day, { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 140,
  })
  .map((lanes) => ({
    ...swimmersOf(1),
    lanes: lanes.map(({ participant, arm: own, to, at }) => ({
      participant,
      arm: own,
      from: 0,
      to,
      marks: at.filter((each) => each <= to).map((each) => ({ kind: 'dose', day: each, label: 'dose', rests: [] })),
      spans: [{ level: 'CR', from: Math.floor(to / 2), to }],
    })),
  }));

const heatMaps: fc.Arbitrary<HeatMapChart> = fc
  .tuple(
    fc.array(fc.tuple(name, arm), { minLength: 1, maxLength: 140 }),
    fc.array(name, { minLength: 1, maxLength: 14 }),
  )
  .map(([rows, columns]) => ({
    ...heatMapOf(1, 1),
    columns,
    rows: rows.map(([label, own], index) => ({
      label,
      arm: own,
      cells: columns.map((_, column) =>
        (index + column) % 3 === 0 ? undefined : { level: (index + column) % 4, text: `${index}`, rests: [] },
      ),
    })),
  }));

const kinds: readonly (readonly [string, fc.Arbitrary<ReportChart>])[] = [
  ['forest', forests],
  ['lines', summaries],
  ['survival', curveCharts],
  ['waterfall', waterfalls],
  ['swimmer', swimmers],
  ['heat map', heatMaps],
];

for (const [kind, charts] of kinds)
  test(`${kind}: whatever the data, the picture is sound`, () => {
    fc.assert(fc.property(charts, mustBeSound), { numRuns: 60 });
  });

test('lines of single people: whatever the data, the picture is sound', () => {
  const profiles = summaries.map((chart): LinesChart => ({ ...chart, of: 'individual' }));
  fc.assert(fc.property(profiles, mustBeSound), { numRuns: 40 });
});
