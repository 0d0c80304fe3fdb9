import type { SurvivalChart } from '#core/reports/chart.ts';
import { armStyle } from './arm-style.ts';
import { type LegendEntry, legend } from './chart-legend.ts';
import { type DrawnChart, pageWidth } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { type CountRow, countRows, countRowsHeight, countRowsLeft } from './count-rows.ts';
import { type Plot, xAxis, yAxis } from './plot-axes.ts';
import { sayAxis, sayValue } from './say-axis.ts';
import { linear, niceTicks } from './scale.ts';
import { spreadLabels } from './spread-labels.ts';
import { element, through, titled, way } from './svg-element.ts';

type CurveSeries = SurvivalChart['series'][number];
type CurveStep = CurveSeries['steps'][number];

const plotHeight = 270;

/** The share that a curve draws: of those without it, or of those who have reached it. */
const drawn = ({ shows }: SurvivalChart, share: number): number => (shows === 'reached' ? 1 - share : share);

const lastDay = ({ steps, censored }: CurveSeries): number =>
  Math.max(...[...steps, ...censored].map(({ day }) => day));

/** The steps of a curve with the day until which each holds. */
const held = (series: CurveSeries): readonly (CurveStep & { readonly until: number })[] =>
  series.steps.map((step, index) => ({ ...step, until: series.steps[index + 1]?.day ?? lastDay(series) }));

const curveOf = (chart: SurvivalChart, series: CurveSeries, plot: Plot): string =>
  way(
    held(series).flatMap(({ day, share, until }): readonly (readonly [number, number])[] => {
      const y = plot.y(drawn(chart, share));
      return [
        [plot.x(day), y],
        [plot.x(until), y],
      ];
    }),
  );

/** The interval of each step, over the days on which it holds. */
const bandOf = (chart: SurvivalChart, series: CurveSeries, plot: Plot): string => {
  const { colour } = armStyle(chart.arms, series.arm);
  const d = held(series).flatMap(({ day, until, interval }) => {
    if (interval === undefined || until <= day) return [];
    const [a, b] = [plot.y(drawn(chart, interval.lower)), plot.y(drawn(chart, interval.upper))];
    return [`${through(plot.x(day), a, plot.x(until), a, plot.x(until), b, plot.x(day), b)}Z`];
  });
  return d.length === 0 ? '' : element('path', { d: d.join(''), fill: colour, opacity: '0.12' });
};

const stepTitles = (chart: SurvivalChart, series: CurveSeries, plot: Plot): readonly string[] =>
  series.steps.map(({ day, share, interval }) => {
    const ends =
      interval === undefined
        ? ''
        : ` (${[interval.lower, interval.upper]
            .map((end) => sayValue(chart.y, drawn(chart, end)))
            .toSorted()
            .join(' to ')})`;
    const said = `${series.arm}, day ${day}: ${sayValue(chart.y, drawn(chart, share))}${ends}`;
    const place = { cx: plot.x(day), cy: plot.y(drawn(chart, share)), r: 3 };
    return element(
      'circle',
      { ...place, fill: armStyle(chart.arms, series.arm).colour, 'fill-opacity': '0' },
      titled(said),
    );
  });

const censorTicks = (chart: SurvivalChart, series: CurveSeries, plot: Plot): readonly string[] =>
  series.censored.map(({ day, share }) => {
    const [x, y] = [plot.x(day), plot.y(drawn(chart, share))];
    const line = { x1: x, x2: x, y1: y - 4.5, y2: y + 4.5, stroke: armStyle(chart.arms, series.arm).colour };
    return element('line', { ...line, 'stroke-width': 1.4 }, titled(`${series.arm}: censored on day ${day}`));
  });

const seriesMarks = (chart: SurvivalChart, series: CurveSeries, plot: Plot): readonly string[] => {
  const { colour, dashes } = armStyle(chart.arms, series.arm);
  const line = { d: curveOf(chart, series, plot), fill: 'none', stroke: colour, 'stroke-width': 2 };
  return [
    bandOf(chart, series, plot),
    element('path', { ...line, 'stroke-dasharray': dashes }),
    ...censorTicks(chart, series, plot),
    ...stepTitles(chart, series, plot),
  ].filter((mark) => mark !== '');
};

const curveEntries = ({ series, arms }: SurvivalChart): readonly LegendEntry[] =>
  series.length < 2
    ? []
    : series.map(({ arm }) => ({
        label: arm,
        sign: (x, y) => {
          const { colour, dashes } = armStyle(arms, arm);
          const line = { x1: x - 13, y1: y, x2: x + 13, y2: y, stroke: colour, 'stroke-width': 2 };
          return element('line', { ...line, 'stroke-dasharray': dashes });
        },
      }));

const directLabels = (chart: SurvivalChart, plot: Plot): readonly string[] => {
  const ends = chart.series.map(({ steps }) => plot.y(drawn(chart, steps.at(-1)?.share ?? 1)) + 4);
  const heights = spreadLabels(ends, 13, plot.top + 4, plot.bottom);
  return chart.series.map(({ arm }, index) =>
    textAt(arm, plot.right + 10, heights[index] ?? 0, {
      colour: armStyle(chart.arms, arm).colour,
      bold: true,
      room: pageWidth - plot.right - 16,
    }),
  );
};

const riskRows = ({ series, arms }: SurvivalChart): readonly CountRow[] =>
  series.map(({ arm, atRisk }) => ({
    label: arm,
    colour: armStyle(arms, arm).colour,
    cells: atRisk.map(({ day, n, events }) => ({ at: day, text: `${n} (${events})` })),
  }));

/** Curves in steps with their bands and ticks, and below them who is at risk and how many had it until then. */
export const drawSurvival = (chart: SurvivalChart): DrawnChart => {
  const { series, x: xs, y: ys } = chart;
  const rows = riskRows(chart);
  const left = countRowsLeft(rows);
  const labelRoom = Math.min(120, Math.max(...series.map(({ arm }) => widthOf(arm, chartFonts.text) * 1.08)));
  const key = legend(curveEntries(chart), left, pageWidth - 12);
  const [top, right] = [key.height + 20, pageWidth - labelRoom - 24];
  const bottom = top + plotHeight;
  const days = [...new Set(series.flatMap(({ atRisk }) => atRisk.map(({ day }) => day)))].toSorted((a, b) => a - b);
  const end = Math.max(xs.to ?? 0, days.at(-1) ?? 0, ...series.map(lastDay), 1);
  const [low, high] = [ys.from ?? 0, ys.to ?? 1];
  const plot: Plot = {
    left,
    right,
    top,
    bottom,
    x: linear(xs.from ?? 0, end, left + 8, right - 4),
    y: linear(low, high, bottom, top),
  };
  return {
    height: bottom + 36 + countRowsHeight(rows),
    marks: [
      ...key.marks,
      ...yAxis(plot, ys, niceTicks(low, high, 5)),
      ...xAxis(
        plot,
        days.map((day) => ({ at: day, label: String(day) })),
        sayAxis(xs),
      ),
      ...series.flatMap((each) => seriesMarks(chart, each, plot)),
      ...directLabels(chart, plot),
      ...countRows(plot, 'At risk (events until then)', rows, bottom + 34),
    ],
  };
};
