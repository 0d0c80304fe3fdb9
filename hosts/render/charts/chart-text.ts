import { escapeXml } from '../flow-svg.ts';
import { element, titled } from './svg-element.ts';

export const chartFonts = { title: 14, text: 11, small: 10, least: 8 } as const;

const narrow = new Set([..." ilIjtfr.,:;|'!()[]-"]);
const wide = new Set([...'mwMW@%—']);
const firstDouble = 0x2e80;

const shareOfSize = (character: string): number => {
  if ((character.codePointAt(0) ?? 0) >= firstDouble) return 1.05;
  if (narrow.has(character)) return 0.37;
  if (wide.has(character)) return 0.95;
  return character >= 'A' && character <= 'Z' ? 0.74 : 0.61;
};

/** About how wide a text is in Helvetica of a size, rather too wide than too narrow. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, each) => sum + shareOfSize(each), 0) * size;

/** A text that fits into a room, cut with an ellipsis where it must be. */
export const cutText = (text: string, size: number, room: number): string => {
  if (widthOf(text, size) <= room) return text;
  const characters = [...text];
  let kept = characters.length;
  while (kept > 1 && widthOf(`${characters.slice(0, kept).join('')}…`, size) > room) kept -= 1;
  return `${characters.slice(0, kept).join('').trimEnd()}…`;
};

/** A text in lines that fit into a room, broken at blanks; a word that is too long for a line is cut. */
export const linesOf = (text: string, size: number, room: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.trim().split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= room) {
      line = longer;
    } else {
      if (line !== '') lines.push(line);
      line = cutText(word, size, room);
    }
  }
  return line === '' ? lines : [...lines, line];
};

export interface TextStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly colour?: string;
  /** Cut to this room, with the whole text on pointing. */
  readonly room?: number;
  /** Turned by so many degrees about its place. */
  readonly turned?: number;
}

/** A text at its base line; of one that is cut the whole is its title. */
export const textAt = (text: string, x: number, y: number, style: TextStyle = {}): string => {
  const { size = chartFonts.text, anchor = 'start', bold, colour, room, turned } = style;
  const shown = room === undefined ? text : cutText(text, size, room);
  return element(
    'text',
    {
      x,
      y,
      'font-size': size === chartFonts.text ? undefined : size,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      'font-weight': bold === true ? 'bold' : undefined,
      fill: colour,
      transform:
        turned === undefined ? undefined : `rotate(${turned} ${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`,
    },
    ...(shown === text ? [] : [titled(text)]),
    escapeXml(shown),
  );
};
