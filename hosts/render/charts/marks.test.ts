import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { armStyle, markerAt } from './arm-style.ts';
import { armEntries, legend } from './chart-legend.ts';
import { xmlId } from './chart-page.ts';
import { armsThatOccur, facetsOf } from './facets.ts';
import { mustBeWellFormed } from './given.ts';
import { heatShade } from './heat-shades.ts';
import { rowPanels } from './row-panels.ts';
import { sayAxis, sayTicks, sayValue } from './say-axis.ts';
import { spreadLabels } from './spread-labels.ts';
import { element, px } from './svg-element.ts';

test('text stands out from its cell by at least 4.5 to 1, whatever the scale (WCAG 2)', () => {
  for (const levels of [1, 2, 3, 4, 5, 6, 7, 9, 12])
    for (let level = 0; level < levels; level += 1) {
      const shade = heatShade(level, levels);
      assert.ok(shade.contrast >= 4.5, `${level} of ${levels}: ${shade.contrast}`);
    }
});

test('a higher level is darker', () => {
  const lightness = [0, 1, 2, 3, 4, 5].map((level) => Number.parseInt(heatShade(level, 6).cell.slice(3, 5), 16));
  assert.deepEqual(
    lightness,
    lightness.toSorted((a, b) => b - a),
  );
  assert.equal(new Set(lightness).size, 6);
});

test('arms look alike in every picture, and each differs by colour, dashes and shape', () => {
  const arms = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const styles = arms.map((arm) => armStyle(arms, arm));
  for (const key of ['colour', 'dashes'] as const)
    assert.equal(new Set(styles.map((style) => style[key])).size, 7, key);
  assert.equal(new Set(styles.map(({ shape, isHollow }) => `${shape} ${isHollow}`)).size, 7);
  assert.deepEqual(armStyle(arms, undefined), armStyle(arms, 'a'));
  for (const style of styles) mustBeWellFormed(markerAt(style, 10, 10, 'a < b & c'));
});

test('an id of XML, and never one for two', () => {
  assert.equal(xmlId('chart/mean'), 'c-chart_2f_mean');
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a === b || xmlId(a) !== xmlId(b)));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (id) => /^c-[A-Za-z0-9_-]*$/.test(xmlId(id))));
});

test('labels are moved apart within their ends and keep their order', () => {
  assert.deepEqual(spreadLabels([50, 52], 13, 0, 200), [50, 63]);
  assert.deepEqual(spreadLabels([199, 198], 13, 0, 200), [200, 187]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 }), (wanted) => {
      const placed = spreadLabels(wanted, 13, 0, 300).toSorted((a, b) => a - b);
      for (const [index, at] of placed.entries()) if (index > 0) assert.ok(at - (placed[index - 1] ?? 0) >= 13 - 1e-9);
      assert.ok((placed.at(-1) ?? 0) <= 300);
    }),
  );
});

test('fields lie beside one another and within the page', () => {
  for (const many of [1, 2, 3, 5]) {
    const facets = facetsOf(
      Array.from({ length: many }, (_, index) => `arm ${index}`),
      { left: 56, top: 0, height: 200, below: 50 },
    );
    assert.equal(facets.length, many);
    for (const { left, right } of facets) assert.ok(left >= 56 && right <= 720 && right - left > 100);
  }
  assert.deepEqual(armsThatOccur(['a', 'b', 'c'], ['c', undefined, 'a', 'x']), ['a', 'c', undefined, 'x']);
});

test('rows stand in panels under the names of their arms, and none is lost', () => {
  const rows = Array.from({ length: 150 }, (_, index) => ({ id: index, arm: index < 100 ? 'cells' : 'placebo' }));
  const panels = rowPanels(rows);
  assert.equal(panels.length, 3);
  const ids = panels.flatMap(({ lines }) => lines.flatMap((line) => ('row' in line ? [line.row.id] : [])));
  assert.deepEqual(
    ids,
    rows.map(({ id }) => id),
  );
  const headings = panels.flatMap(({ lines }) => lines.flatMap((line) => ('heading' in line ? [line.heading] : [])));
  assert.deepEqual(headings, ['cells', 'cells, continued', 'placebo', 'placebo, continued']);
  assert.equal(rowPanels(rows.slice(0, 20)).length, 1);
  assert.deepEqual(rowPanels([]), []);
});

test('a key breaks into rows and never leaves the page', () => {
  const { height, marks } = legend(
    armEntries(
      Array.from({ length: 12 }, (_, index) => `a long name of an arm ${index}`),
      [],
    ),
    60,
    700,
  );
  assert.ok(height > 40);
  for (const [, x] of marks.join('').matchAll(/<text x="([\d.]+)"/g)) assert.ok(Number(x) < 700);
  assert.equal(legend([], 60, 700).height, 0);
});

test('axes are said in their units, shares in percent', () => {
  const share = { label: 'share', unit: undefined, isShare: true };
  assert.deepEqual(sayTicks(share, [0, 0.25, 0.5]), ['0%', '25%', '50%']);
  assert.deepEqual(sayTicks(share, [-0.1, 0, 0.1]), ['−10%', '0%', '10%']);
  assert.deepEqual(sayTicks({ label: 'UPCR', unit: 'g/g' }, [0, 0.5, 1]), ['0.0', '0.5', '1.0']);
  assert.deepEqual(sayTicks({ label: 'change', unit: '%' }, [-50, 0]), ['−50%', '0%']);
  assert.deepEqual([sayValue(share, 0.123), sayValue({ label: 'UPCR', unit: 'g/g' }, 2)], ['12.3%', '2 g/g']);
  assert.deepEqual([sayAxis({ label: 'UPCR', unit: 'g/g' }), sayAxis(share)], ['UPCR, g/g', 'share']);
});

test('elements are escaped, and a place that is no number is refused', () => {
  assert.equal(element('rect', { x: 1.26, fill: '"<&', y: undefined }), '<rect x="1.3" fill="&quot;&lt;&amp;"/>');
  assert.equal(px(-0.01), '0');
  assert.throws(() => px(Number.NaN), /places a mark at NaN/);
});
