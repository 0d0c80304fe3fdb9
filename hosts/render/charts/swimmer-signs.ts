import type { SwimmerChart, SwimmerMark } from '#core/reports/chart.ts';
import type { LegendEntry } from './chart-legend.ts';
import { element, through } from './svg-element.ts';

type Sign = (x: number, y: number, r: number, ...inner: readonly string[]) => string;

const black = '#111111';

/** Each sign is known by its shape alone; what harms is dark, what is given is thin. */
export const swimmerSigns: Readonly<Record<SwimmerMark, Sign>> = {
  dose: (x, y, r, ...inner) =>
    element('rect', { x: x - 0.8, y: y - r * 1.25, width: 1.6, height: r * 2.5, fill: '#0072B2' }, ...inner),
  response: (x, y, r, ...inner) =>
    element('circle', { cx: x, cy: y, r: r * 0.85, fill: 'white', stroke: '#00694e', 'stroke-width': 1.5 }, ...inner),
  flare: (x, y, r, ...inner) =>
    element(
      'path',
      {
        d: `${through(x, y + r, x + r, y - r, x - r, y - r)}Z`,
        fill: '#CC79A7',
        stroke: black,
      },
      ...inner,
    ),
  'serious event': (x, y, r, ...inner) =>
    element(
      'path',
      {
        d: `${through(x, y - 1.2 * r, x + 1.1 * r, y + r, x - 1.1 * r, y + r)}Z`,
        fill: '#D55E00',
        stroke: 'white',
        'stroke-width': '0.8',
      },
      ...inner,
    ),
  discontinued: (x, y, r, ...inner) => {
    const d = `${through(x - r, y - r, x + r, y + r)}${through(x - r, y + r, x + r, y - r)}`;
    const halo = element('path', { d, stroke: 'white', 'stroke-width': 4, fill: 'none' });
    return element('g', {}, ...inner, halo, element('path', { d, stroke: black, 'stroke-width': 1.8, fill: 'none' }));
  },
  died: (x, y, r, ...inner) =>
    element('rect', { x: x - r, y: y - r, width: 2 * r, height: 2 * r, fill: black }, ...inner),
  left: (x, y, r, ...inner) =>
    element(
      'rect',
      {
        x: x - r * 0.9,
        y: y - r * 0.9,
        width: 1.8 * r,
        height: 1.8 * r,
        fill: 'white',
        stroke: black,
        'stroke-width': 1.3,
      },
      ...inner,
    ),
  'goes on': (x, y, r, ...inner) =>
    element(
      'path',
      {
        d: through(x, y - r, x + r * 1.3, y, x, y + r),
        fill: 'none',
        stroke: black,
        'stroke-width': 1.5,
      },
      ...inner,
    ),
};

const words: Readonly<Record<SwimmerMark, string>> = {
  dose: 'dose',
  response: 'first response',
  flare: 'flare',
  'serious event': 'serious event',
  discontinued: 'treatment discontinued',
  died: 'died',
  left: 'left the study',
  'goes on': 'goes on',
};

const order: readonly SwimmerMark[] = [
  'dose',
  'response',
  'flare',
  'serious event',
  'discontinued',
  'left',
  'died',
  'goes on',
];

/** Levels of a response from dark to light, in the order in which they first appear from the best known on. */
const levelShades = ['#00694e', '#8fd1bb', '#d3ece4'];

/** The levels of the response that occur. */
export const levelsIn = ({ lanes }: SwimmerChart): readonly string[] =>
  [...new Set(lanes.flatMap(({ spans }) => spans.map(({ level }) => level)))].toSorted();

/** The shade of a level. */
export const levelShade = (levels: readonly string[], level: string): string =>
  levelShades[levels.indexOf(level)] ?? '#d3ece4';

/** What the picture's signs and shades mean, of those that occur. */
export const swimmerKey = (chart: SwimmerChart): readonly LegendEntry[] => {
  const kinds = new Set(chart.lanes.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
  const levels = levelsIn(chart);
  return [
    ...levels.map((level) => ({
      label: `in response: ${level}`,
      sign: (x: number, y: number) =>
        element('rect', {
          x: x - 12,
          y: y - 4,
          width: 24,
          height: 8,
          fill: levelShade(levels, level),
          stroke: '#00694e',
          'stroke-width': '0.6',
        }),
    })),
    ...order
      .filter((kind) => kinds.has(kind))
      .map((kind) => ({ label: words[kind], sign: (x: number, y: number) => swimmerSigns[kind](x, y, 4) })),
  ];
};
