import type { SwimmerChart, SwimmerMark } from '#core/reports/chart.ts';
import { armStyle } from './arm-style.ts';
import { type LegendEntry, legend } from './chart-legend.ts';
import { type DrawnChart, pageWidth } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { type Plot, rule, xAxis } from './plot-axes.ts';
import { type RowPanel, rowPanels } from './row-panels.ts';
import { sayAxis, sayTicks } from './say-axis.ts';
import { dayTicks, linear } from './scale.ts';
import { element, titled, way } from './svg-element.ts';

type DrawnLane = SwimmerChart['lanes'][number];
type Sign = (x: number, y: number, r: number, ...inner: readonly string[]) => string;

const black = '#111111';

/** Each sign is known by its shape alone; what harms is dark, what is given is thin. */
const signs: Readonly<Record<SwimmerMark, Sign>> = {
  dose: (x, y, r, ...inner) =>
    element('rect', { x: x - 0.8, y: y - r * 1.25, width: 1.6, height: r * 2.5, fill: '#0072B2' }, ...inner),
  response: (x, y, r, ...inner) =>
    element('circle', { cx: x, cy: y, r: r * 0.85, fill: 'white', stroke: '#00694e', 'stroke-width': 1.5 }, ...inner),
  flare: (x, y, r, ...inner) =>
    element(
      'path',
      {
        d: `${way([
          [x, y + r],
          [x + r, y - r],
          [x - r, y - r],
        ])}Z`,
        fill: '#CC79A7',
        stroke: black,
      },
      ...inner,
    ),
  'serious event': (x, y, r, ...inner) =>
    element(
      'path',
      {
        d: `${way([
          [x, y - 1.2 * r],
          [x + 1.1 * r, y + r],
          [x - 1.1 * r, y + r],
        ])}Z`,
        fill: '#D55E00',
        stroke: black,
        'stroke-width': '0.6',
      },
      ...inner,
    ),
  discontinued: (x, y, r, ...inner) => {
    const d = `${way([
      [x - r, y - r],
      [x + r, y + r],
    ])}${way([
      [x - r, y + r],
      [x + r, y - r],
    ])}`;
    const halo = element('path', { d, stroke: 'white', 'stroke-width': 4, fill: 'none' });
    return element('g', {}, ...inner, halo, element('path', { d, stroke: black, 'stroke-width': 1.8, fill: 'none' }));
  },
  died: (x, y, r, ...inner) =>
    element('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, fill: black }, ...inner),
  left: (x, y, r, ...inner) =>
    element(
      'rect',
      {
        x: x - r * 0.9,
        y: y - r * 0.9,
        width: 1.8 * r,
        height: 1.8 * r,
        fill: 'white',
        stroke: black,
        'stroke-width': 1.3,
      },
      ...inner,
    ),
  'goes on': (x, y, r, ...inner) =>
    element(
      'path',
      {
        d: way([
          [x, y - r],
          [x + r * 1.3, y],
          [x, y + r],
        ]),
        fill: 'none',
        stroke: black,
        'stroke-width': 1.5,
      },
      ...inner,
    ),
};

const words: Readonly<Record<SwimmerMark, string>> = {
  dose: 'dose',
  response: 'first response',
  flare: 'flare',
  'serious event': 'serious event',
  discontinued: 'treatment discontinued',
  died: 'died',
  left: 'left the study',
  'goes on': 'goes on',
};

const order: readonly SwimmerMark[] = [
  'dose',
  'response',
  'flare',
  'serious event',
  'discontinued',
  'left',
  'died',
  'goes on',
];

/** Levels of a response from dark to light, in the order in which they first appear from the best known on. */
const levelShades = ['#00694e', '#8fd1bb', '#d3ece4'];

const levelsIn = ({ lanes }: SwimmerChart): readonly string[] =>
  [...new Set(lanes.flatMap(({ spans }) => spans.map(({ level }) => level)))].toSorted();

const shadeOf = (levels: readonly string[], level: string): string => levelShades[levels.indexOf(level)] ?? '#d3ece4';

const keyOf = (chart: SwimmerChart): readonly LegendEntry[] => {
  const kinds = new Set(chart.lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const levels = levelsIn(chart);
  return [
    ...levels.map((level) => ({
      label: `in response: ${level}`,
      sign: (x: number, y: number) =>
        element('rect', {
          x: x - 12,
          y: y - 4,
          width: 24,
          height: 8,
          fill: shadeOf(levels, level),
          stroke: '#00694e',
          'stroke-width': '0.6',
        }),
    })),
    ...order
      .filter((kind) => kinds.has(kind))
      .map((kind) => ({ label: words[kind], sign: (x: number, y: number) => signs[kind](x, y, 4) })),
  ];
};

interface LaneSizes {
  readonly height: number;
  readonly bar: number;
  readonly sign: number;
  readonly font: number;
}

const sizesFor = (panels: number): LaneSizes =>
  panels === 1 ? { height: 16, bar: 8, sign: 3.8, font: 9.5 } : { height: 11, bar: 6, sign: 2.9, font: 8 };

const laneMarks = (
  chart: SwimmerChart,
  lane: DrawnLane,
  plot: Plot,
  y: number,
  { bar, sign, font }: LaneSizes,
  nameLeft: number,
) => {
  const { colour } = armStyle(chart.arms, lane.arm);
  const levels = levelsIn(chart);
  const [x, middle] = [plot.x, y];
  const line = { x: x(lane.from), y: middle - bar / 2, width: Math.max(1, x(lane.to) - x(lane.from)), height: bar };
  return [
    textAt(lane.participant, nameLeft, middle + font * 0.35, { size: font, room: plot.left - nameLeft - 4 }),
    element('rect', { ...line, fill: '#e9e9e9' }, titled(`${lane.participant}: day ${lane.from} to ${lane.to}`)),
    element('rect', { x: plot.left - 3, y: line.y, width: 2.4, height: bar, fill: colour }),
    ...lane.spans.map(({ level, from, to }) =>
      element(
        'rect',
        {
          x: x(from),
          y: line.y,
          width: Math.max(2, x(to) - x(from)),
          height: bar,
          fill: shadeOf(levels, level),
          stroke: '#00694e',
          'stroke-width': '0.6',
        },
        titled(`${lane.participant}: ${level} from day ${from} to ${to}`),
      ),
    ),
    ...lane.marks.map(({ kind, day, label }) =>
      signs[kind](x(day), middle, sign, titled(`${lane.participant}, day ${day}: ${label}`)),
    ),
  ];
};

const panelMarks = (
  chart: SwimmerChart,
  panel: RowPanel<DrawnLane>,
  top: number,
  sizes: LaneSizes,
): readonly string[] => {
  const names = chart.lanes.map(({ participant }) => widthOf(participant, sizes.font));
  const left = panel.left + Math.min(90, Math.max(20, ...names) + 8);
  const bottom = top + panel.lines.length * sizes.height;
  const ends = [chart.x.from ?? 0, Math.max(chart.x.to ?? 0, ...chart.lanes.map(({ to }) => to), 1)] as const;
  const plot: Plot = {
    left,
    right: panel.right,
    top,
    bottom,
    x: linear(...ends, left, panel.right - 8),
    y: linear(0, 1, bottom, top),
  };
  const ticks = dayTicks(...ends, Math.max(3, Math.floor((panel.right - left) / 55)));
  return [
    ...ticks.map((tick) => rule(plot.x(tick), top, plot.x(tick), bottom)),
    ...panel.lines.flatMap((line, index) => {
      const y = top + (index + 0.5) * sizes.height;
      return 'heading' in line
        ? [
            textAt(line.heading, panel.left, y + 3.5, {
              bold: true,
              size: chartFonts.small,
              room: panel.right - panel.left,
            }),
          ]
        : laneMarks(chart, line.row, plot, y, sizes, panel.left);
    }),
    ...xAxis(
      plot,
      sayTicks(chart.x, ticks).map((label, index) => ({ at: ticks[index] ?? 0, label })),
      sayAxis(chart.x),
    ),
  ];
};

/** A lane for each participant: how long followed, when in response, and signs for what happened; many stand in panels. */
export const drawSwimmer = (chart: SwimmerChart): DrawnChart => {
  const key = legend(keyOf(chart), 12, pageWidth - 12);
  const panels = rowPanels(chart.lanes);
  const sizes = sizesFor(panels.length);
  const top = key.height + 8;
  const most = Math.max(...panels.map(({ lines }) => lines.length));
  return {
    height: top + most * sizes.height + 36,
    marks: [...key.marks, ...panels.flatMap((panel) => panelMarks(chart, panel, top, sizes))],
  };
};
