import type { HeatMapChart } from '#core/reports/chart.ts';
import { type LegendEntry, legend } from './chart-legend.ts';
import { type DrawnChart, greys, pageWidth } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { heatShade } from './heat-shades.ts';
import { type RowPanel, rowPanels } from './row-panels.ts';
import { element, titled } from './svg-element.ts';

type DrawnRow = HeatMapChart['rows'][number];

interface HeatSizes {
  readonly height: number;
  readonly font: number;
  readonly name: number;
  readonly cell: number;
  /** Names of columns stand upright where they would not fit side by side. */
  readonly isTurned: boolean;
  readonly head: number;
}

const sizesOf = ({ rows, columns }: HeatMapChart, panel: RowPanel<DrawnRow>, panels: number): HeatSizes => {
  const [height, font] = panels === 1 ? [17, 9.5] : [12, 8];
  const name = Math.min(panels === 1 ? 130 : 52, Math.max(24, ...rows.map(({ label }) => widthOf(label, font))) + 8);
  const cell = Math.min(92, (panel.right - panel.left - name) / Math.max(1, columns.length));
  const widest = Math.max(0, ...columns.map((column) => widthOf(column, chartFonts.small)));
  const isTurned = widest > cell - 2;
  return { height, font, name, cell, isTurned, head: isTurned ? Math.min(70, widest) + 8 : 16 };
};

const columnNames = (columns: readonly string[], left: number, top: number, sizes: HeatSizes): readonly string[] =>
  columns.map((column, index) => {
    const x = left + sizes.name + (index + 0.5) * sizes.cell;
    return sizes.isTurned
      ? textAt(column, x + 3, top + sizes.head - 4, { size: chartFonts.small, turned: -90, room: 70 })
      : textAt(column, x, top + sizes.head - 4, { size: chartFonts.small, anchor: 'middle', room: sizes.cell });
  });

const cellMarks = (chart: HeatMapChart, row: DrawnRow, left: number, y: number, sizes: HeatSizes): readonly string[] =>
  row.cells.flatMap((cell, column) => {
    const box = { x: left + sizes.name + column * sizes.cell, y, width: sizes.cell, height: sizes.height };
    if (cell === undefined)
      return [element('rect', { ...box, fill: 'white', stroke: greys.grid, 'stroke-width': '0.5' })];
    const shade = heatShade(cell.level, chart.levels.length);
    const said = `${row.arm === undefined ? '' : `${row.arm}, `}${row.label}, ${chart.columns[column] ?? ''}: ${cell.said ?? cell.text}`;
    return [
      element(
        'g',
        {},
        titled(said),
        element('rect', { ...box, fill: shade.cell, stroke: 'white', 'stroke-width': '0.5' }),
        textAt(cell.text, box.x + box.width / 2, y + sizes.height / 2 + sizes.font * 0.36, {
          size: sizes.font,
          anchor: 'middle',
          colour: shade.text,
          room: sizes.cell,
        }),
      ),
    ];
  });

const panelMarks = (
  chart: HeatMapChart,
  panel: RowPanel<DrawnRow>,
  top: number,
  sizes: HeatSizes,
): readonly string[] => [
  ...columnNames(chart.columns, panel.left, top, sizes),
  ...panel.lines.flatMap((line, index) => {
    const y = top + sizes.head + index * sizes.height;
    if ('heading' in line) {
      const style = { bold: true, size: chartFonts.small, room: panel.right - panel.left } as const;
      return [textAt(line.heading, panel.left, y + sizes.height - 4, style)];
    }
    const base = y + sizes.height / 2 + sizes.font * 0.36;
    return [
      textAt(line.row.label, panel.left, base, { size: sizes.font, room: sizes.name - 4 }),
      ...cellMarks(chart, line.row, panel.left, y, sizes),
    ];
  }),
];

const keyOf = ({ levels }: HeatMapChart): readonly LegendEntry[] =>
  levels.map((label, level) => ({
    label,
    sign: (x, y) => {
      const { cell } = heatShade(level, levels.length);
      return element('rect', {
        x: x - 9,
        y: y - 6,
        width: 22,
        height: 12,
        fill: cell,
        stroke: '#999999',
        'stroke-width': '0.5',
      });
    },
  }));

/** Cells in one hue, each with its text printed in it; many rows stand in panels beside one another. */
export const drawHeatMap = (chart: HeatMapChart): DrawnChart => {
  const key = legend(keyOf(chart), 12, pageWidth - 12);
  const panels = rowPanels(chart.rows);
  const [first] = panels;
  if (first === undefined) return key;
  const sizes = sizesOf(chart, first, panels.length);
  const top = key.height + 6;
  const most = Math.max(...panels.map(({ lines }) => lines.length));
  return {
    height: top + sizes.head + most * sizes.height + 4,
    marks: [...key.marks, ...panels.flatMap((panel) => panelMarks(chart, panel, top, sizes))],
  };
};
