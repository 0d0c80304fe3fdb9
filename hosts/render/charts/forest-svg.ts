import type { ForestChart, ForestRow } from '#core/reports/chart.ts';
import { type DrawnChart, greys, pageWidth } from './chart-page.ts';
import { chartFonts, linesOf, textAt } from './chart-text.ts';
import { type Plot, rule, xAxis } from './plot-axes.ts';
import { sayTicks, sayValue } from './say-axis.ts';
import { linear, niceEnds, niceTicks } from './scale.ts';
import { element, through, titled } from './svg-element.ts';

const columns = { label: 12, counts: 252, plotLeft: 324, plotRight: 556, effect: pageWidth - 12 } as const;
const [rowHeight, headHeight] = [20, 24] as const;
const ink = '#0072B2';
const headings = { main: undefined, sensitivity: 'Sensitivity', subgroup: 'Subgroups' } as const;

interface PlacedRow {
  readonly y: number;
  readonly row: ForestRow | undefined;
  readonly heading: string | undefined;
  readonly lines: readonly string[];
}

/** Rows one below the other, with a heading where a new kind begins; a long label takes two lines. */
const placeRows = (rows: readonly ForestRow[], top: number): readonly PlacedRow[] => {
  const placed: PlacedRow[] = [];
  let y = top;
  rows.forEach((row, index) => {
    const heading = headings[row.role];
    if (heading !== undefined && rows[index - 1]?.role !== row.role) {
      y += 6;
      placed.push({ y, row: undefined, heading, lines: [] });
      y += rowHeight;
    }
    const lines = linesOf(row.label, chartFonts.text, columns.counts - 62 - columns.label).slice(0, 3);
    placed.push({ y, row, heading: undefined, lines });
    y += rowHeight + (lines.length - 1) * 13;
  });
  return placed;
};

const sayEffect = ({ axis }: ForestChart, { estimate, interval }: ForestRow): string => {
  if (estimate === undefined) return 'not estimable';
  const plain = (value: number): string => sayValue(axis, value).replace('%', '');
  if (interval === undefined) return sayValue(axis, estimate);
  return `${plain(estimate)} (${plain(interval.lower)} to ${plain(interval.upper)})`;
};

const sayRow = (chart: ForestChart, row: ForestRow): string =>
  `${row.label}: ${row.counts}, ${sayEffect(chart, row)}${chart.axis.isShare === true ? ' in %' : ''}`;

/** The interval as a line, with an arrow where it goes on beyond the axis. */
const intervalMark = (
  { left, right, x }: Plot,
  { lower, upper }: { lower: number; upper: number },
  y: number,
): string => {
  const within = (at: number): number => Math.min(right, Math.max(left, at));
  const [from, to] = [within(x(lower)), within(x(upper))];
  const end = (at: number, isCut: boolean, side: number): string =>
    isCut ? through(at - side * 5, y - 4, at, y, at - side * 5, y + 4) : through(at, y - 4, at, y + 4);
  const d = `${through(from, y, to, y)}${end(from, x(lower) < left - 0.5, -1)}${end(to, x(upper) > right + 0.5, 1)}`;
  return element('path', { d, stroke: ink, fill: 'none', 'stroke-width': 1.6 });
};

const estimateMark = (x: number, y: number, role: ForestRow['role']): string => {
  if (role === 'main')
    return element('path', {
      d: `${through(x, y - 7, x + 7, y, x, y + 7, x - 7, y)}Z`,
      fill: ink,
    });
  const r = role === 'sensitivity' ? 4.2 : 3.4;
  return element('rect', {
    x: x - r,
    y: y - r,
    width: 2 * r,
    height: 2 * r,
    fill: role === 'sensitivity' ? ink : 'white',
    stroke: ink,
  });
};

const rowMarks = (chart: ForestChart, plot: Plot, { y, row, heading, lines }: PlacedRow): readonly string[] => {
  if (row === undefined) return [textAt(heading ?? '', columns.label, y + 14, { bold: true, colour: greys.faint })];
  const [base, middle] = [y + 14, y + 10];
  const isMain = row.role === 'main';
  const { estimate, interval } = row;
  const inside = estimate !== undefined && plot.x(estimate) >= plot.left - 1 && plot.x(estimate) <= plot.right + 1;
  return [
    element(
      'g',
      {},
      titled(sayRow(chart, row)),
      ...lines.map((line, index) =>
        textAt(line, columns.label + (isMain ? 0 : 8), base + index * 13, { bold: isMain }),
      ),
      textAt(row.counts, columns.counts, base, { anchor: 'middle' }),
      ...(interval === undefined ? [] : [intervalMark(plot, interval, middle)]),
      ...(inside ? [estimateMark(plot.x(estimate), middle, row.role)] : []),
      textAt(sayEffect(chart, row), columns.effect, base, { anchor: 'end', bold: isMain }),
    ),
  ];
};

/** The ends of the axis: those of the planned rows, the margin and no difference; wide intervals of small groups are cut. */
const endsOf = ({ rows, none, margin, axis }: ForestChart): readonly [number, number] => {
  const planned = rows.filter(({ role }) => role !== 'subgroup');
  const reach = planned.flatMap(({ interval, estimate }) => [interval?.lower, interval?.upper, estimate]);
  const estimates = rows.map(({ estimate }) => estimate);
  const values = [...reach, ...estimates, margin, none].flatMap((value) => value ?? []);
  const spread = Math.max(...values.map((value) => Math.abs(value - none)));
  const [low, high] = niceEnds([none - spread, none + spread], 6);
  return [Math.max(low, axis.from ?? low), Math.min(high, axis.to ?? high)];
};

const headMarks = ({ axis, rows }: ForestChart): readonly string[] => {
  const head = { bold: true, colour: greys.faint, size: chartFonts.small } as const;
  const said = rows.some(({ interval }) => interval !== undefined) ? 'estimate (interval)' : 'estimate';
  return [
    textAt('with it', columns.counts, 12, { ...head, anchor: 'middle' }),
    textAt(axis.isShare === true ? `${said}, %` : said, columns.effect, 12, { ...head, anchor: 'end' }),
  ];
};

const favoursMarks = ({ favours: [leftWord, rightWord], none }: ForestChart, { left, right, x }: Plot, y: number) => [
  textAt(`← ${leftWord}`, x(none) - 8, y, { anchor: 'end', size: chartFonts.small, room: x(none) - left + 60 }),
  textAt(`${rightWord} →`, x(none) + 8, y, { size: chartFonts.small, room: right - x(none) + 60 }),
];

/** Effects one below the other on one axis: the main one as a lozenge, others as squares, subgroups hollow. */
export const drawForest = (chart: ForestChart): DrawnChart => {
  const placed = placeRows(chart.rows, headHeight);
  const last = placed.at(-1);
  const bottom = (last?.y ?? 0) + rowHeight + ((last?.lines.length ?? 1) - 1) * 13 + 6;
  const [left, right, ends] = [columns.plotLeft, columns.plotRight, endsOf(chart)];
  const plot: Plot = {
    left,
    right,
    top: headHeight - 4,
    bottom,
    x: linear(...ends, left, right),
    y: linear(0, 1, bottom, 0),
  };
  const ticks = niceTicks(...ends, 6);
  const { margin, none, axis } = chart;
  return {
    height: bottom + 54,
    marks: [
      ...headMarks(chart),
      ...ticks.map((tick) => rule(plot.x(tick), plot.top, plot.x(tick), bottom)),
      rule(plot.x(none), plot.top, plot.x(none), bottom, greys.text),
      ...(margin === undefined
        ? []
        : [
            rule(plot.x(margin), plot.top, plot.x(margin), bottom, '#D55E00', '5 3'),
            textAt(`margin ${sayValue(axis, margin)}`, plot.x(margin), 12, {
              anchor: 'middle',
              size: chartFonts.small,
              colour: '#A84800',
            }),
          ]),
      ...placed.flatMap((row) => rowMarks(chart, plot, row)),
      ...xAxis(
        plot,
        sayTicks(axis, ticks).map((label, index) => ({ at: ticks[index] ?? 0, label })),
      ),
      ...favoursMarks(chart, plot, bottom + 32),
      textAt(axis.label, (left + right) / 2, bottom + 48, { anchor: 'middle', colour: greys.faint, room: 380 }),
    ],
  };
};
