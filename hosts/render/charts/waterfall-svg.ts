import type { WaterfallChart } from '#core/reports/chart.ts';
import { armStyle } from './arm-style.ts';
import { legend } from './chart-legend.ts';
import { type DrawnChart, greys, pageWidth } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { armsThatOccur, type Facet, facetsOf } from './facets.ts';
import { type Plot, rule, yAxis } from './plot-axes.ts';
import { sayAxis, sayValue } from './say-axis.ts';
import { linear, niceEnds, niceTicks } from './scale.ts';
import { referenceMark } from './summary-lines-svg.ts';
import { element, through, titled } from './svg-element.ts';

type DrawnBar = WaterfallChart['bars'][number];

const [stripHeight, namesHeight] = [14, 46] as const;
/** Bars that are as wide have the name of their participant below them. */
const leastNamed = 9;
/** Above this many percent a bar is cut, so that the falls stay to be seen. */
const mostRise = 150;

/** From dark for the best mark to white for the last known one; what is not known is struck through. */
const markShades = ['#1b1b1b', '#8a8a8a', '#c4c4c4', '#e2e2e2'];

const shadeOf = (marks: readonly string[], marked: string): string => {
  const place = marks.indexOf(marked);
  return place < 0 || place >= marks.length - 2 ? 'white' : (markShades[place] ?? '#e2e2e2');
};

const isUnknownMark = (marks: readonly string[], marked: string): boolean => marked === marks.at(-1);

/** The cell of a mark, with a stroke across where it is not known. */
const markCell = (marks: readonly string[], marked: string, x: number, y: number, width: number): string => {
  const cell = { x, y, width: Math.max(0.6, width), height: stripHeight - 4 };
  const box = element('rect', { ...cell, fill: shadeOf(marks, marked), stroke: '#777777', 'stroke-width': '0.5' });
  if (!isUnknownMark(marks, marked)) return box;
  const d = through(cell.x, cell.y + cell.height, cell.x + cell.width, cell.y);
  return `${box}${element('path', { d, stroke: '#777777', 'stroke-width': '0.8' })}`;
};

const sayBar = ({ y }: WaterfallChart, { participant, arm, value, marked }: DrawnBar): string =>
  [participant, arm, sayValue(y, value), marked].filter((each) => each !== undefined).join(', ');

const topOf = ({ bars }: WaterfallChart): number => {
  const [, high] = niceEnds([0, ...bars.map(({ value }) => value)], 5);
  return Math.max(25, high);
};

const barMarks = (chart: WaterfallChart, plot: Plot, bar: DrawnBar, x: number, width: number): readonly string[] => {
  const { colour } = armStyle(chart.arms, bar.arm);
  const [top, zero] = [plot.y(Math.min(bar.value, mostRise)), plot.y(0)];
  const inner = Math.max(0.5, width > 4 ? width - 1.5 : width * 0.85);
  const box = {
    x: x + (width - inner) / 2,
    y: Math.min(top, zero),
    width: inner,
    height: Math.max(0.8, Math.abs(zero - top)),
  };
  const isCut = bar.value > mostRise;
  return [
    element('rect', { ...box, fill: colour }, titled(sayBar(chart, bar))),
    ...(isCut && widthOf(String(Math.round(bar.value)), chartFonts.least) <= width
      ? [textAt(`${Math.round(bar.value)}`, x + width / 2, top - 3, { size: chartFonts.least, anchor: 'middle' })]
      : []),
    ...(isCut
      ? [
          element('path', {
            d: `${through(x, top + 5, x + width, top + 2)}`,
            stroke: 'white',
            'stroke-width': 1.6,
          }),
        ]
      : []),
  ];
};

const underBar = (
  chart: WaterfallChart,
  bar: DrawnBar,
  x: number,
  width: number,
  bottom: number,
): readonly string[] => {
  const names = width >= leastNamed;
  const strip = bar.marked === undefined || chart.marks.length === 0 ? 0 : stripHeight;
  return [
    ...(bar.marked === undefined || strip === 0
      ? []
      : [markCell(chart.marks, bar.marked, x + width * 0.06, bottom + 4, width * 0.88)]),
    ...(names
      ? [
          textAt(bar.participant, x + width / 2 + 3, bottom + strip + 6, {
            size: chartFonts.least,
            anchor: 'end',
            turned: -90,
            room: namesHeight - 8,
            colour: greys.faint,
          }),
        ]
      : []),
  ];
};

/** All bars of a field are as wide, and few are not wider than looks well. */
const barWidth = ({ left, right }: Facet, bars: number): number => Math.min(26, (right - left) / Math.max(1, bars));

const facetMarks = (chart: WaterfallChart, facet: Facet, ends: readonly [number, number]): readonly string[] => {
  const { left, right, top, bottom, arm, isFirst } = facet;
  const own = chart.bars.filter((bar) => bar.arm === arm);
  const width = barWidth(facet, own.length);
  const plot: Plot = { left, right, top, bottom, x: linear(0, 1, left, right), y: linear(...ends, bottom, top) };
  const name = arm === undefined ? `n ${own.length}` : `${arm}, n ${own.length}`;
  return [
    ...yAxis(plot, chart.y, niceTicks(...ends, 8), false),
    ...(isFirst ? [textAt(sayAxis(chart.y), 12, top - 24, { room: right - 12 })] : []),
    textAt(name, (left + right) / 2, top - 8, { anchor: 'middle', bold: true, room: right - left }),
    ...own.flatMap((bar, index) => barMarks(chart, plot, bar, left + index * width, width)),
    ...chart.references.flatMap(({ at, label }) => referenceMark({ reference: { at, label } }, plot)),
    rule(left, plot.y(0), right, plot.y(0), greys.text),
    ...own.flatMap((bar, index) => underBar(chart, bar, left + index * width, width, bottom)),
  ];
};

/** The ends of the axis: at least from a loss of all, and upwards as far as bars are drawn. */
const endsOf = (chart: WaterfallChart): readonly [number, number] => [
  Math.min(-100, ...chart.bars.map(({ value }) => value)),
  Math.min(topOf(chart), mostRise + 10),
];

const keyOf = ({ marks, bars }: WaterfallChart): DrawnChart => {
  const present = marks.filter((mark) => bars.some(({ marked }) => marked === mark));
  const entries = present.map((label) => ({
    label,
    sign: (x: number, y: number) => markCell(marks, label, x - 8, y - 5, 16),
  }));
  return legend(entries, 56, pageWidth - 12);
};

/** Bars from the largest rise to the largest fall, the people of each arm in a field of their own, with their marks below. */
export const drawWaterfall = (chart: WaterfallChart): DrawnChart => {
  const { bars } = chart;
  const key = keyOf(chart);
  const arms = armsThatOccur(
    chart.arms,
    bars.map(({ arm }) => arm),
  );
  const facets = facetsOf(arms, { left: 56, top: key.height + 40, height: 250, below: 110 });
  const isNamed = facets.some(
    (facet) => barWidth(facet, bars.filter(({ arm }) => arm === facet.arm).length) >= leastNamed,
  );
  const bottom = (facets.at(-1)?.bottom ?? 0) + stripHeight + (isNamed ? namesHeight : 8);
  const cut = bars.filter(({ value }) => value > mostRise).length;
  const note = `${cut} bar${cut === 1 ? '' : 's'} cut at ${mostRise}%; the whole values stand among the numbers.`;
  return {
    height: bottom,
    marks: [...key.marks, ...facets.flatMap((facet) => facetMarks(chart, facet, endsOf(chart)))],
    footnotes: cut === 0 ? [] : [note],
  };
};
