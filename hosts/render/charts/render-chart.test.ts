import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { LinesChart, ReportChart } from '#core/reports/chart.ts';
import {
  everyChart,
  heatMapOf,
  means,
  mustBeWellFormed,
  profilesOf,
  swimmersOf,
  textsIn,
  waterfallOf,
} from './given.ts';
import { renderChart } from './render-chart.ts';

const idsIn = (svg: string): readonly string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);

test('each kind is well formed, has no number that is none, and names itself', () => {
  for (const chart of everyChart) {
    const svg = renderChart(chart);
    mustBeWellFormed(svg);
    assert.doesNotMatch(svg, /NaN|Infinity|undefined|null/, chart.id);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 720 [\d.]+" width="720"/);
    const [, names = ''] = /role="img" aria-labelledby="([^"]*)"/.exec(svg) ?? [];
    assert.deepEqual(names.split(' '), idsIn(svg), chart.id);
    assert.ok(svg.includes('>Said in words. '), chart.id);
  }
});

test('several stand in one page: no id twice', () => {
  const ids = everyChart.flatMap((chart) => idsIn(renderChart(chart)));
  assert.equal(new Set(ids).size, 2 * everyChart.length);
});

test('nothing is fetched or run', () => {
  for (const chart of everyChart)
    assert.doesNotMatch(renderChart(chart), /<script|<style|<image|<use|href|url\(|@import|on[a-z]+=|class=/);
});

test('the title and the notes stand in the picture, and what the drawing cut before them', () => {
  for (const chart of everyChart) {
    const texts = textsIn(renderChart(chart));
    assert.ok(texts.includes('A note.') && texts.includes(chart.title), chart.id);
  }
  const svg = renderChart(waterfallOf(9));
  assert.match(svg, /<desc [^>]*>Said in words\. 2 bars cut at 150%; [^<]* A note\.<\/desc>/);
});

test('five people and three hundred stay within the page', () => {
  for (const people of [5, 60, 300])
    for (const chart of [profilesOf(people), waterfallOf(people), swimmersOf(people), heatMapOf(people, 10)]) {
      const svg = renderChart(chart);
      mustBeWellFormed(svg);
      const height = Number(/viewBox="0 0 720 ([\d.]+)"/.exec(svg)?.[1]);
      assert.ok(height < 1500, `${chart.id} of ${people} is ${height} high`);
      for (const [, x] of svg.matchAll(/<text x="([-\d.]+)"/g)) assert.ok(Number(x) >= 0 && Number(x) <= 720, `${x}`);
    }
});

const strange = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom('<b>&"\'</b>', 'x'.repeat(400), '脐带间充质干细胞'.repeat(20), ' ', '', '\u0000', 'a\nb'),
);

const strangeLines = fc
  .record({
    id: strange,
    title: strange,
    said: strange,
    label: strange,
    visit: strange,
    value: fc.integer({ min: -50, max: 1000 }),
  })
  .map(
    ({ id, title, said, label, visit, value }): LinesChart => ({
      ...means,
      id,
      title,
      said,
      notes: [title],
      arms: [label],
      reference: { at: value + 1, label: visit },
      series: [{ label, arm: label, points: [{ x: value, label: visit, y: value, n: 1, rests: [] }] }],
    }),
  );

test('names that are long or strange do not break a picture', () => {
  fc.assert(
    fc.property(strangeLines, (chart) => {
      for (const each of [chart, { ...chart, of: 'individual' } as const satisfies ReportChart]) {
        const svg = renderChart(each);
        mustBeWellFormed(svg);
        assert.doesNotMatch(svg.replaceAll(/<(title|desc|text)[^>]*>.*?<\/\1>/gs, ''), /NaN|Infinity/);
      }
    }),
    { numRuns: 150 },
  );
});

test('a number that is not finite is refused, not drawn', () => {
  const [first, ...others] = means.series;
  const broken = { ...(first ?? assert.fail()), points: [{ x: 0, label: 'baseline', y: Number.NaN, rests: [] }] };
  assert.throws(() => renderChart({ ...means, series: [broken, ...others] }), /NaN/);
});
