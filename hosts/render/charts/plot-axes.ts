import type { Axis } from '#core/reports/chart.ts';
import { greys } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import { sayAxis, sayTicks } from './say-axis.ts';
import { type Scale, standingFree } from './scale.ts';
import { element } from './svg-element.ts';

/** The field in which a picture draws, and its scales. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

/** A straight line of an axis or the grid. */
export const rule = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string = greys.grid,
  dashes?: string,
): string => element('line', { x1, y1, x2, y2, stroke, 'stroke-dasharray': dashes });

/** The grid across, with its numbers to the left, and the name of the axis above it. */
export const yAxis = (
  { left, right, top, y }: Plot,
  axis: Axis,
  ticks: readonly number[],
  isNamed = true,
): readonly string[] => [
  ...ticks.map((tick) => rule(left, y(tick), right, y(tick))),
  ...sayTicks(axis, ticks).map((text, index) =>
    textAt(text, left - 6, y(ticks[index] ?? 0) + 3.5, { anchor: 'end', size: chartFonts.small, colour: greys.faint }),
  ),
  ...(isNamed
    ? [textAt(sayAxis(axis), 12, top - 11, { size: chartFonts.text, colour: greys.text, room: right - 12 })]
    : []),
];

export interface PlacedTick {
  readonly at: number;
  readonly label: string;
}

/** The line below with a tick at each place, named where there is room. */
export const xAxis = (
  { left, right, bottom, x }: Plot,
  ticks: readonly PlacedTick[],
  name?: string,
): readonly string[] => {
  const free = standingFree(ticks.map(({ at, label }) => ({ at: x(at), width: widthOf(label, chartFonts.small) })));
  return [
    rule(left, bottom, right, bottom, greys.axis),
    ...ticks.map(({ at }) => rule(x(at), bottom, x(at), bottom + 4, greys.axis)),
    ...ticks.flatMap(({ at, label }, index) =>
      free[index] === true
        ? [textAt(label, x(at), bottom + 15, { anchor: 'middle', size: chartFonts.small, colour: greys.faint })]
        : [],
    ),
    ...(name === undefined
      ? []
      : [textAt(name, (left + right) / 2, bottom + 30, { anchor: 'middle', colour: greys.text, room: right - left })]),
  ];
};
