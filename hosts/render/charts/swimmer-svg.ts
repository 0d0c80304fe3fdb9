import type { SwimmerChart } from '#core/reports/chart.ts';
import { armStyle } from './arm-style.ts';
import { legend } from './chart-legend.ts';
import { type DrawnChart, pageWidth } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { type Plot, rule, xAxis } from './plot-axes.ts';
import { type RowPanel, rowPanels } from './row-panels.ts';
import { sayAxis, sayTicks } from './say-axis.ts';
import { dayTicks, linear } from './scale.ts';
import { element, titled } from './svg-element.ts';
import { levelShade, levelsIn, swimmerKey, swimmerSigns } from './swimmer-signs.ts';

type DrawnLane = SwimmerChart['lanes'][number];
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
          fill: levelShade(levels, level),
          stroke: '#00694e',
          'stroke-width': '0.6',
        },
        titled(`${lane.participant}: ${level} from day ${from} to ${to}`),
      ),
    ),
    ...lane.marks.map(({ kind, day, label }) =>
      swimmerSigns[kind](x(day), middle, sign, titled(`${lane.participant}, day ${day}: ${label}`)),
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
  const key = legend(swimmerKey(chart), 12, pageWidth - 12);
  const panels = rowPanels(chart.lanes);
  const sizes = sizesFor(panels.length);
  const top = key.height + 8;
  const most = Math.max(...panels.map(({ lines }) => lines.length));
  return {
    height: top + most * sizes.height + 36,
    marks: [...key.marks, ...panels.flatMap((panel) => panelMarks(chart, panel, top, sizes))],
  };
};
