import type { ReportChart } from '#core/reports/chart.ts';
import { escapeXml } from '../flow-svg.ts';
import { chartFonts, linesOf, textAt } from './chart-text.ts';
import { element, px } from './svg-element.ts';

/** What every picture is drawn in: 720 wide, as high as it needs. */
export const pageWidth = 720;
export const greys = { grid: '#dddddd', axis: '#666666', text: '#222222', faint: '#555555' } as const;

/** The marks of a picture below its title, from 0 on down to its height. */
export interface DrawnChart {
  readonly height: number;
  readonly marks: readonly string[];
  /** What the drawing itself has to say: what it cut. */
  readonly footnotes?: readonly string[];
}

const margin = 12;
/** Bold letters are wider: so much of the room is theirs. */
const boldShare = 0.9;

/** An id of a chart as XML takes it; two ids never come to the same. */
export const xmlId = (id: string): string =>
  `c-${[...id].map((each) => (/[A-Za-z0-9-]/.test(each) ? each : `_${(each.codePointAt(0) ?? 0).toString(16)}_`)).join('')}`;

const textBlock = (lines: readonly string[], top: number, size: number, style: { bold?: boolean; colour: string }) =>
  lines.map((line, index) => textAt(line, margin, top + (index + 1) * size * 1.3, { size, ...style }));

/** The whole picture: its name and description for those who do not see it, the title, the marks and the notes. */
export const chartPage = (chart: ReportChart, drawn: DrawnChart): string => {
  const { id, title, said } = chart;
  const { height, marks, footnotes = [] } = drawn;
  const notes = [...footnotes, ...chart.notes];
  const room = pageWidth - 2 * margin;
  const titleLines = linesOf(title, chartFonts.title, room * boldShare);
  const noteLines = notes.flatMap((note) => linesOf(note, chartFonts.small, room));
  const top = titleLines.length * chartFonts.title * 1.3 + 14;
  const noteTop = top + height + 8;
  const total = noteTop + noteLines.length * chartFonts.small * 1.3 + 10;
  const name = xmlId(id);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pageWidth} ${px(total)}" width="${pageWidth}" height="${px(total)}" role="img" aria-labelledby="${name}-title ${name}-text" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" font-size="${chartFonts.text}" fill="${greys.text}">`,
    `<title id="${name}-title">${escapeXml(title)}</title>`,
    `<desc id="${name}-text">${escapeXml([said, ...notes].join(' '))}</desc>`,
    element('rect', { width: pageWidth, height: total, fill: 'white' }),
    ...textBlock(titleLines, 2, chartFonts.title, { bold: true, colour: greys.text }),
    element('g', { transform: `translate(0 ${px(top)})` }, '\n', ...marks.map((mark) => `${mark}\n`)),
    ...textBlock(noteLines, noteTop, chartFonts.small, { colour: greys.faint }),
    '</svg>',
    '',
  ].join('\n');
};
