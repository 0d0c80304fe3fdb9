import type { FlowBox, FlowLine } from '#core/reports/flow-diagram.ts';
import { fitText } from './fit-text.ts';

/** All lengths are in pixels of the picture at its own size. */
export const flowSizes = { font: 13, lineHeight: 18, padding: 10, indent: 14, hang: 8 } as const;

/** The widest average letter that a sans serif of this size is taken to have: lines are broken a little too early. */
const letterWidth = flowSizes.font * 0.6;
/** A line of text in a box: broken into rows, each on a base line of its own. */
export interface PlacedText {
  readonly isHeading: boolean;
  readonly rows: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

export interface PlacedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** Where a box begins, and how wide it is; its height follows from what stands in it. */
export interface BoxArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** As CONSORT writes it; a number never stands alone on a row. */
export const sayCount = ({ label, people }: Pick<FlowLine, 'label' | 'people'>): string => `${label} (n = ${people})`;

/** Blanks at which no row may end: within a count and before it, and between a number and its unit. */
const unbroken = (text: string): string =>
  text.replace(/ \(n = (\d+)\)$/, '\u00a0(n\u00a0=\u00a0$1)').replaceAll(/(?<= )(\d[\d.,]*) (?=\S)/g, '$1\u00a0');

const rowsOf = (text: string, letters: number): readonly string[] =>
  fitText(unbroken(text), letters).map((row) => row.replaceAll('\u00a0', ' '));

const textsOf = ({ heading, lines }: FlowBox): readonly { readonly level: number; readonly text: string }[] => [
  ...(heading === undefined ? [] : [{ level: -1, text: heading }]),
  ...lines.map((line) => ({ level: line.level, text: sayCount(line) })),
];

/** A box with its texts broken into rows; as tall as they are. */
export const placeBox = (box: FlowBox, { x, y, width }: BoxArea): PlacedBox => {
  const { lineHeight, padding, font } = flowSizes;
  let base = y + padding + font;
  const texts = textsOf(box).map(({ level, text }): PlacedText => {
    const isHeading = level < 0;
    const indent = padding + Math.max(0, level) * flowSizes.indent;
    const hang = isHeading ? 0 : flowSizes.hang;
    // Bold letters are a little wider.
    const letters = Math.floor((width - indent - hang - padding) / (isHeading ? letterWidth * 1.1 : letterWidth));
    const rows = rowsOf(text, letters).map((row, index) => {
      const placed = { text: row, x: x + indent + (index === 0 ? 0 : hang), y: base };
      base += lineHeight;
      return placed;
    });
    return { isHeading, rows };
  });
  return { x, y, width, height: base - font - y + padding, texts };
};
