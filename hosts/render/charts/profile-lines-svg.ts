import type { LinesChart } from '#core/reports/chart.ts';
import { armStyle } from './arm-style.ts';
import { type DrawnChart, greys } from './chart-page.ts';
import { textAt } from './chart-text.ts';
import { armsThatOccur, type Facet, facetsOf } from './facets.ts';
import { type Plot, xAxis, yAxis } from './plot-axes.ts';
import { sayAxis, sayTicks, sayValue } from './say-axis.ts';
import { dayTicks, linear, niceTicks } from './scale.ts';
import { referenceMark, yEnds } from './summary-lines-svg.ts';
import { element, titled, way } from './svg-element.ts';

type PersonLine = LinesChart['series'][number];

const sayLine = ({ y: axis }: LinesChart, { label, points }: PersonLine): string =>
  `${label}: ${points.map(({ label: visit, y }) => `${visit} ${sayValue(axis, y)}`).join(', ')}`;

/** Many lines are thin and let one another through. */
const inkOf = (many: number) =>
  many > 60 ? { width: 0.7, opacity: '0.45', dot: 0.9 } : { width: 1.1, opacity: '0.75', dot: 1.7 };

const personMark = (chart: LinesChart, line: PersonLine, plot: Plot, many: number): string => {
  const { colour } = armStyle(chart.arms, line.arm);
  const { width, opacity, dot } = inkOf(many);
  const places = line.points.map(({ x, y }): readonly [number, number] => [plot.x(x), plot.y(y)]);
  return element(
    'g',
    { opacity },
    titled(sayLine(chart, line)),
    element('path', { d: way(places), fill: 'none', stroke: colour, 'stroke-width': String(width) }),
    ...places.map(([cx, cy]) => element('circle', { cx, cy, r: String(dot), fill: colour })),
  );
};

const facetMarks = (
  chart: LinesChart,
  facet: Facet,
  ends: readonly [number, number],
  days: readonly [number, number],
) => {
  const { left, right, top, bottom, arm, isFirst } = facet;
  const own = chart.series.filter((line) => line.arm === arm);
  const plot: Plot = {
    left,
    right,
    top,
    bottom,
    x: linear(...days, left + 4, right - 4),
    y: linear(...ends, bottom, top),
  };
  const ticks = dayTicks(...days, Math.max(3, Math.floor((right - left) / 50)));
  const name = arm === undefined ? `n ${own.length}` : `${arm}, n ${own.length}`;
  return [
    ...yAxis(plot, chart.y, niceTicks(...ends, 6), false),
    ...xAxis(
      plot,
      sayTicks(chart.x, ticks).map((label, index) => ({ at: ticks[index] ?? 0, label })),
      sayAxis(chart.x),
    ),
    ...(isFirst ? [textAt(sayAxis(chart.y), 12, top - 24, { room: right - 12 })] : []),
    textAt(name, (left + right) / 2, top - 8, { anchor: 'middle', bold: true, colour: greys.text, room: right - left }),
    ...own.map((line) => personMark(chart, line, plot, own.length)),
    ...referenceMark(chart, plot),
  ];
};

/** A line for each person, the people of each arm in a field of their own, all on the same axes. */
export const drawProfileLines = (chart: LinesChart): DrawnChart => {
  const arms = armsThatOccur(
    chart.arms,
    chart.series.map(({ arm }) => arm),
  );
  const facets = facetsOf(arms, { left: 56, top: 40, height: 260, below: 84 });
  const points = chart.series.flatMap((line) => line.points);
  const ends = yEnds(chart, [
    ...points.map(({ y }) => y),
    ...(chart.reference === undefined ? [] : [chart.reference.at]),
  ]);
  const xs = points.map(({ x }) => x);
  const days = [Math.min(chart.x.from ?? 0, ...xs), Math.max(chart.x.to ?? 0, ...xs)] as const;
  return {
    height: (facets.at(-1)?.bottom ?? 0) + 36,
    marks: facets.flatMap((facet) => facetMarks(chart, facet, ends, days)),
  };
};
