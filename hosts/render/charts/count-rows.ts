import { greys } from './chart-page.ts';
import { chartFonts, textAt, widthOf } from './chart-text.ts';
import type { Plot } from './plot-axes.ts';
import { standingFree } from './scale.ts';

/** A row of numbers below a picture, each under its place. */
export interface CountRow {
  readonly label: string;
  readonly colour: string;
  readonly cells: readonly { readonly at: number; readonly text: string }[];
}

const lineHeight = 14;

/** How far to the right the field must begin, so that the names of the rows have room beside the first number. */
export const countRowsLeft = (rows: readonly CountRow[]): number => {
  const first = Math.max(0, ...rows.map(({ cells }) => widthOf(cells[0]?.text ?? '', chartFonts.small)));
  const names = Math.max(0, ...rows.map(({ label }) => widthOf(label, chartFonts.small) * 1.1));
  return Math.max(84, Math.min(170, 12 + names + first / 2 + 4));
};

export const countRowsHeight = (rows: readonly CountRow[]): number =>
  rows.length === 0 ? 0 : (rows.length + 1) * lineHeight + 4;

/** Numbers of people under an axis: the rows stand under the same ticks, those for which there is room. */
export const countRows = (
  { left, x }: Plot,
  heading: string,
  rows: readonly CountRow[],
  top: number,
): readonly string[] => {
  const places = [...new Set(rows.flatMap(({ cells }) => cells.map(({ at }) => at)))].toSorted((a, b) => a - b);
  const textFor = (row: CountRow, at: number): string | undefined => row.cells.find((cell) => cell.at === at)?.text;
  const widths = places.map((at) => ({
    at: x(at),
    width: Math.max(...rows.map((row) => widthOf(textFor(row, at) ?? '', chartFonts.small))),
  }));
  const free = standingFree(widths);
  const shown = places.filter((_, index) => free[index] === true);
  const namesRoom = left - 12 - (widths[0]?.width ?? 0) / 2;
  return [
    textAt(heading, 12, top + 10, { size: chartFonts.small, colour: greys.faint }),
    ...rows.flatMap((row, index) => {
      const y = top + 10 + (index + 1) * lineHeight;
      return [
        textAt(row.label, 12, y, { size: chartFonts.small, colour: row.colour, bold: true, room: namesRoom }),
        ...shown.flatMap((at) => {
          const text = textFor(row, at);
          return text === undefined ? [] : [textAt(text, x(at), y, { size: chartFonts.small, anchor: 'middle' })];
        }),
      ];
    }),
  ];
};
