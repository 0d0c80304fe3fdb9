import { armStyle, markerAt } from './arm-style.ts';
import type { DrawnChart } from './chart-page.ts';
import { chartFonts, cutText, textAt, widthOf } from './chart-text.ts';
import { element } from './svg-element.ts';

/** A sign and its word. */
export interface LegendEntry {
  readonly label: string;
  /** Draws the sign with its middle at this place. */
  readonly sign: (x: number, y: number) => string;
}

const [signRoom, gap, lineHeight] = [34, 18, 17];

/** Signs with their words in rows from one edge to the other. */
export const legend = (entries: readonly LegendEntry[], left: number, right: number, top = 0): DrawnChart => {
  const marks: string[] = [];
  let [x, y] = [left, top + 10];
  for (const { label, sign } of entries) {
    const text = cutText(label, chartFonts.text, right - left - signRoom);
    const width = signRoom + widthOf(text, chartFonts.text);
    if (x > left && x + width > right) [x, y] = [left, y + lineHeight];
    marks.push(sign(x + 13, y - 4), textAt(label, x + signRoom - 4, y, { room: right - left - signRoom }));
    x += width + gap;
  }
  return { height: entries.length === 0 ? 0 : y - top + 8, marks };
};

/** Line and marker of each arm. */
export const armEntries = (labels: readonly string[], arms: readonly string[]): readonly LegendEntry[] =>
  labels.map((label) => {
    const style = armStyle(arms, label);
    return {
      label,
      sign: (x, y) => {
        const line = { x1: x - 13, y1: y, x2: x + 13, y2: y, stroke: style.colour, 'stroke-width': 2 };
        return `${element('line', { ...line, 'stroke-dasharray': style.dashes })}${markerAt(style, x, y)}`;
      },
    };
  });
