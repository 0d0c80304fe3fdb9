import { type FlowBox, type FlowDiagram, flowStages } from '#core/reports/flow-diagram.ts';
import { flowSizes, type PlacedBox, type PlacedText, sayCount } from './flow-boxes.ts';
import { layOutFlow, type PlacedArrow } from './flow-layout.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML holds none of them, escaped or not
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it, between tags and in attributes. */
export const escapeXml = (text: string): string =>
  text.replace(unwritable, '\ufffd').replace(/[&<>"]/g, (each) => escapes[each] ?? each);

const number = (value: number): string => String(Math.round(value * 10) / 10);

const textElement = ({ isHeading, rows }: PlacedText): string => {
  const spans = rows.map(({ text, x, y }) => `<tspan x="${number(x)}" y="${number(y)}">${escapeXml(text)}</tspan>`);
  return `    <text${isHeading ? ' font-weight="bold"' : ''}>${spans.join(' ')}</text>`;
};

const boxElement = ({ x, y, width, height, texts }: PlacedBox): string =>
  [
    '  <g>',
    `    <rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="3" fill="none" stroke="currentColor"/>`,
    ...texts.map(textElement),
    '  </g>',
  ].join('\n');

const headSize = 7;

/** A triangle at the last point, in the direction of the last stretch. */
const headOf = (points: PlacedArrow['points']): string => {
  const [[fromX, fromY] = [0, 0], [x, y] = [0, 0]] = points.slice(-2);
  const half = headSize / 2;
  const [dx, dy] = [Math.sign(x - fromX), Math.sign(y - fromY)];
  const [backX, backY] = [x - dx * headSize, y - dy * headSize];
  const corners = [
    [x, y],
    [backX - dy * half, backY + dx * half],
    [backX + dy * half, backY - dx * half],
  ];
  return `<path d="M${corners.map((corner) => corner.map(number).join(' ')).join('L')}Z" fill="currentColor"/>`;
};

const arrowElement = ({ points, hasHead }: PlacedArrow): string => {
  const way = points.map((point) => point.map(number).join(' ')).join('L');
  return `  <path d="M${way}" fill="none" stroke="currentColor"/>${hasHead ? headOf(points) : ''}`;
};

const sayBox = ({ heading, lines }: FlowBox): string =>
  `${heading === undefined ? '' : `${heading}: `}${lines.map(sayCount).join(', ')}.`;

/** The whole flow in sentences, for those who do not see the picture. */
const describe = ({ screened, notAllocated, allocated, outsideArms, columns }: FlowDiagram): string =>
  [
    screened,
    notAllocated,
    allocated,
    outsideArms,
    ...columns.flatMap(({ boxes }) => flowStages.map((stage) => boxes[stage])),
  ]
    .flatMap((box) => (box === undefined ? [] : [sayBox(box)]))
    .join(' ');

/**
 * A participant flow as SVG: text stays text, lines take the colour around them, and nothing hangs on colour, so that it
 * prints in black. It names itself and says all of its numbers in a description.
 */
export const renderFlow = (diagram: FlowDiagram): string => {
  const { width, height, stages, boxes, arrows } = layOutFlow(diagram);
  const id = diagram.trial.replaceAll(/[^A-Za-z0-9-]/g, '-');
  const [w, h] = [number(width), number(height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img" aria-labelledby="flow-${id}-title flow-${id}-text" color="black" style="background: white" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" font-size="${flowSizes.font}" fill="currentColor">`,
    `  <title id="flow-${id}-title">Participant flow of ${escapeXml(diagram.trial)}</title>`,
    `  <desc id="flow-${id}-text">${escapeXml(describe(diagram))}</desc>`,
    ...stages.map(
      ({ text, x, y }) => `  <text x="${number(x)}" y="${number(y)}" font-style="italic">${escapeXml(text)}</text>`,
    ),
    ...arrows.map(arrowElement),
    ...boxes.map(boxElement),
    '</svg>',
    '',
  ].join('\n');
};
