import type { DrawnInterval, LinesChart } from '#core/reports/chart.ts';
import { type ArmStyle, armStyle, markerAt } from './arm-style.ts';
import { armEntries, legend } from './chart-legend.ts';
import { type DrawnChart, greys, pageWidth } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { type CountRow, countRows, countRowsHeight, countRowsLeft } from './count-rows.ts';
import { type PlacedTick, type Plot, rule, xAxis, yAxis } from './plot-axes.ts';
import { sayAxis, sayValue } from './say-axis.ts';
import { linear, niceEnds, niceTicks } from './scale.ts';
import { spreadLabels } from './spread-labels.ts';
import { element, through, way } from './svg-element.ts';

type DrawnSeries = LinesChart['series'][number];
type DrawnPoint = DrawnSeries['points'][number];

const [plotHeight, dodge] = [260, 6] as const;
/** The interval of fewer people is wide for want of people: it may leave the picture. */
const fewPeople = 5;

/** The numbers that the axis has to hold: points, a limit, and the intervals of more than a few people. */
const heightsOf = ({ series, reference }: LinesChart): readonly number[] => [
  ...series.flatMap(({ points }) =>
    points.flatMap(({ y, interval, n = fewPeople }) =>
      interval === undefined || n < fewPeople ? [y] : [y, interval.lower, interval.upper],
    ),
  ),
  ...(reference === undefined ? [] : [reference.at]),
];

/**
 * The ends of the upright axis: those that are fixed, and otherwise round numbers; zero where values come near it, and
 * nothing below zero where no point lies there.
 */
export const yEnds = ({ y, series }: LinesChart, values: readonly number[]): readonly [number, number] => {
  const isAbove = series.every(({ points }) => points.every((point) => point.y >= 0));
  const kept = isAbove ? values.map((value) => Math.max(0, value)) : values;
  const [low, high] = niceEnds(kept, 6);
  const ends = low > 0 && low < 0.5 * high ? niceEnds([0, high], 6) : ([low, high] as const);
  return [Math.min(y.from ?? ends[0], ends[0]), Math.max(y.to ?? ends[1], ends[1])];
};

/** The visits at their days, and day 0 where the axis begins before them. */
const visitTicks = ({ series, x }: LinesChart): readonly PlacedTick[] => {
  const named = new Map(series.flatMap(({ points }) => points.map(({ x: at, label }) => [at, label] as const)));
  const start = x.from === undefined || named.has(x.from) ? [] : [{ at: x.from, label: `day ${x.from}` }];
  return [...start, ...[...named].map(([at, label]) => ({ at, label }))].toSorted((a, b) => a.at - b.at);
};

const sayPoint = (
  { y: axis }: LinesChart,
  { label: series }: DrawnSeries,
  { label, y, interval, n }: DrawnPoint,
): string => {
  const ends =
    interval === undefined ? '' : ` (${sayValue(axis, interval.lower)} to ${sayValue(axis, interval.upper)})`;
  return `${series}, ${label}: ${sayValue(axis, y)}${ends}${n === undefined ? '' : `, n ${n}`}`;
};

/** An interval with its ends, and with an arrow where it leaves the picture. */
const intervalMark = (plot: Plot, x: number, { lower, upper }: DrawnInterval, colour: string): string => {
  const end = (at: number, side: 1 | -1): readonly [number, string] => {
    const cut = Math.min(plot.bottom, Math.max(plot.top, at));
    const wing = Math.abs(cut - at) > 0.5 ? 4 * side : 0;
    return [cut, through(x - 3, cut + wing, x, cut, x + 3, cut + wing)];
  };
  const [[top, topEnd], [bottom, bottomEnd]] = [end(plot.y(upper), 1), end(plot.y(lower), -1)];
  const d = `${through(x, top, x, bottom)}${topEnd}${bottomEnd}`;
  return element('path', { d, stroke: colour, fill: 'none', 'stroke-width': 1.2 });
};

const seriesMarks = (
  chart: LinesChart,
  series: DrawnSeries,
  plot: Plot,
  style: ArmStyle,
  shift: number,
): readonly string[] => {
  const at = ({ x, y }: DrawnPoint): readonly [number, number] => [plot.x(x) + shift, plot.y(y)];
  const line = { d: way(series.points.map(at)), fill: 'none', stroke: style.colour, 'stroke-width': 2 };
  return [
    ...(series.points.length > 1 ? [element('path', { ...line, 'stroke-dasharray': style.dashes })] : []),
    ...series.points.flatMap((point) =>
      point.interval ? [intervalMark(plot, at(point)[0], point.interval, style.colour)] : [],
    ),
    ...series.points.map((point) => markerAt(style, ...at(point), sayPoint(chart, series, point))),
  ];
};

/** The name of each line beside its last point. */
const directLabels = (chart: LinesChart, plot: Plot): readonly string[] => {
  const ends = chart.series.map(({ points }) => plot.y(points.at(-1)?.y ?? 0) + 4);
  const heights = spreadLabels(ends, 13, plot.top + 4, plot.bottom + 4);
  return chart.series.map(({ label, arm }, index) =>
    textAt(label, plot.right + 14, heights[index] ?? 0, {
      colour: armStyle(chart.arms, arm).colour,
      bold: true,
      room: pageWidth - plot.right - 20,
    }),
  );
};

/** A line across at a limit, with its word above it on a light ground, so that it stays to be read among many lines. */
export const referenceMark = ({ reference }: Pick<LinesChart, 'reference'>, plot: Plot): readonly string[] => {
  if (reference === undefined) return [];
  const [y, size] = [plot.y(reference.at), chartFonts.small];
  const room = plot.right - plot.left - 8;
  const width = Math.min(room, widthOf(reference.label, size));
  const ground = { x: plot.right - 6 - width, y: y - 14, width: width + 4, height: 12, fill: 'white' };
  return [
    rule(plot.left, y, plot.right, y, greys.text, '1 3'),
    element('rect', { ...ground, 'fill-opacity': '0.8' }),
    textAt(reference.label, plot.right - 4, y - 4, { size, anchor: 'end', colour: greys.text, room }),
  ];
};

/** Whether an interval goes on beyond the picture. */
const isAnyCut = ({ series }: LinesChart, [low, high]: readonly [number, number]): boolean =>
  series.some(({ points }) =>
    points.some(({ interval }) => interval !== undefined && (interval.lower < low || interval.upper > high)),
  );

const countsOf = ({ series, arms }: LinesChart): readonly CountRow[] =>
  series.some(({ points }) => points.some(({ n }) => n !== undefined))
    ? series.map(({ label, arm, points }) => ({
        label,
        colour: armStyle(arms, arm).colour,
        cells: points.map(({ x, n }) => ({ at: x, text: n === undefined ? '' : String(n) })),
      }))
    : [];

/** Lines of groups: points with their intervals, a little beside one another, and below them the numbers of people. */
export const drawSummaryLines = (chart: LinesChart): DrawnChart => {
  const { series, x: xs } = chart;
  const counts = countsOf(chart);
  const left = countRowsLeft(counts);
  const labelRoom = Math.min(120, Math.max(...series.map(({ label }) => widthOf(label, chartFonts.text) * 1.08)));
  const key = legend(
    series.length > 1
      ? armEntries(
          series.map(({ label }) => label),
          chart.arms,
        )
      : [],
    left,
    pageWidth - 12,
  );
  const [top, right] = [key.height + 20, pageWidth - labelRoom - 26];
  const bottom = top + plotHeight;
  const [low, high] = yEnds(chart, heightsOf(chart));
  const days = series.flatMap(({ points }) => points.map(({ x }) => x));
  const ends = [Math.min(xs.from ?? 0, ...days), Math.max(xs.to ?? 0, ...days)] as const;
  const plot: Plot = {
    left,
    right,
    top,
    bottom,
    x: linear(...ends, left + 12, right - 8),
    y: linear(low, high, bottom, top),
  };
  return {
    height: bottom + 36 + countRowsHeight(counts),
    marks: [
      ...key.marks,
      ...yAxis(plot, chart.y, niceTicks(low, high, 6)),
      ...xAxis(plot, visitTicks(chart), sayAxis(xs)),
      ...series.flatMap((each, index) =>
        seriesMarks(chart, each, plot, armStyle(chart.arms, each.arm), (index - (series.length - 1) / 2) * dodge),
      ),
      ...referenceMark(chart, plot),
      ...directLabels(chart, plot),
      ...(counts.length === 0 ? [] : countRows(plot, 'n', counts, bottom + 34)),
    ],
    footnotes: isAnyCut(chart, [low, high])
      ? ['An arrow: the interval goes on beyond the picture; the numbers say how far.']
      : [],
  };
};
