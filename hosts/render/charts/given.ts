import assert from 'node:assert/strict';
import type {
  ForestChart,
  HeatMapChart,
  LinesChart,
  SurvivalChart,
  SwimmerChart,
  WaterfallChart,
} from '#core/reports/chart.ts';

const arms = ['cells', 'placebo'] as const;
const common = { said: 'Said in words.', notes: ['A note.'], arms };
const days = { label: 'days from allocation', unit: 'd', from: 0 };

export const forest: ForestChart = {
  ...common,
  kind: 'forest',
  id: 'chart/forest/primary',
  title: 'Response: cells minus placebo',
  axis: { label: 'difference of proportions', unit: undefined, isShare: true },
  none: 0,
  margin: -0.15,
  favours: ['favours placebo', 'favours cells'],
  rows: [
    {
      label: 'All randomised',
      role: 'main',
      counts: '12/20 v 9/20',
      estimate: 0.15,
      interval: { lower: -0.153, upper: 0.427 },
      rests: [],
    },
    {
      label: 'Per protocol',
      role: 'sensitivity',
      counts: '11/18 v 9/18',
      estimate: 0.111,
      interval: { lower: -0.206, upper: 0.407 },
      rests: [],
    },
    {
      label: 'sex: female',
      role: 'subgroup',
      counts: '1/2 v 0/1',
      estimate: 0.5,
      interval: { lower: -0.75, upper: 0.96 },
      rests: [],
    },
    { label: 'sex: male', role: 'subgroup', counts: '0/0 v 1/1', estimate: undefined, interval: undefined, rests: [] },
  ],
};

const mean = (x: number, label: string, y: number, n: number) => ({
  x,
  label,
  y,
  interval: { lower: y - 0.5, upper: y + 0.5 },
  n,
  rests: [],
});

export const means: LinesChart = {
  ...common,
  kind: 'lines',
  of: 'summary',
  id: 'chart/mean/UPCR',
  title: 'Protein in urine: mean by visit',
  x: { ...days, to: 168 },
  y: { label: 'UPCR', unit: 'g/g' },
  reference: { at: 0.5, label: 'CR: < 0.5 g/g' },
  series: [
    {
      label: 'cells',
      arm: 'cells',
      points: [mean(0, 'baseline', 2.5, 20), mean(84, 'week 12', 1.9, 19), mean(168, 'week 24', 1.2, 18)],
    },
    { label: 'placebo', arm: 'placebo', points: [mean(0, 'baseline', 2.4, 21), mean(168, 'week 24', 1.6, 17)] },
  ],
};

/** So many people with three visits each, in turn in either arm. */
export const profilesOf = (people: number): LinesChart => ({
  ...means,
  of: 'individual',
  id: 'chart/profiles/UPCR',
  title: 'Protein in urine: each participant',
  series: Array.from({ length: people }, (_, index) => ({
    label: `P-${index}`,
    arm: arms[index % 2],
    points: [0, 28, 168].map((x, visit) => ({
      x,
      label: `visit ${visit}`,
      y: 3 - visit + (index % 10) / 5,
      rests: [],
    })),
  })),
});

export const curves: SurvivalChart = {
  ...common,
  kind: 'survival',
  id: 'chart/survival/response',
  title: 'Time to response',
  shows: 'reached',
  x: { ...days, to: 84 },
  y: { label: 'share that has reached it', unit: undefined, isShare: true, from: 0, to: 1 },
  series: [
    {
      arm: 'cells',
      steps: [
        { day: 0, share: 1 },
        { day: 30, share: 0.75, interval: { lower: 0.5, upper: 0.9 } },
        { day: 60, share: 0.5, interval: { lower: 0.25, upper: 0.7 } },
      ],
      censored: [
        { day: 40, share: 0.75 },
        { day: 84, share: 0.5 },
      ],
      atRisk: [
        { day: 0, n: 20, events: 0 },
        { day: 28, n: 19, events: 1 },
        { day: 84, n: 7, events: 10 },
      ],
      rests: [],
    },
    {
      arm: 'placebo',
      steps: [
        { day: 0, share: 1 },
        { day: 80, share: 0.9 },
      ],
      censored: [{ day: 84, share: 0.9 }],
      atRisk: [
        { day: 0, n: 21, events: 0 },
        { day: 28, n: 18, events: 2 },
        { day: 84, n: 6, events: 3 },
      ],
      rests: [],
    },
  ],
};

/** So many bars, from a rise that is cut down to a loss of almost all. */
export const waterfallOf = (people: number): WaterfallChart => ({
  ...common,
  kind: 'waterfall',
  id: 'chart/waterfall/UPCR',
  title: 'Change of UPCR, each participant',
  y: { label: 'change of UPCR', unit: '%' },
  references: [{ at: -50, label: '−50%' }],
  marks: ['CR', 'PR', 'none', 'not known'],
  bars: Array.from({ length: people }, (_, index) => ({
    participant: `P-${index}`,
    arm: arms[index % 2],
    value: 200 - (index * 295) / Math.max(1, people - 1),
    marked: ['none', 'PR', 'CR', 'not known'][index % 4],
    rests: [],
  })),
  missing: ['P-x'],
});

/** So many lanes with every kind of mark among them. */
export const swimmersOf = (people: number): SwimmerChart => ({
  ...common,
  kind: 'swimmer',
  id: 'chart/swimmer',
  title: 'The course of each participant',
  x: { ...days, to: 180 },
  lanes: Array.from({ length: people }, (_, index) => ({
    participant: `P-${index}`,
    arm: index < people / 2 ? 'cells' : 'placebo',
    from: 0,
    to: 170 - (index % 7) * 10,
    marks: (['dose', 'response', 'flare', 'serious event', 'discontinued', 'died', 'left', 'goes on'] as const)
      .filter((_mark, place) => place === 0 || place === index % 8)
      .map((kind, place) => ({ kind, day: place * 40, label: `${kind} said`, rests: [] })),
    spans:
      index % 3 === 0
        ? [
            { level: 'CR', from: 56, to: 84 },
            { level: 'PR', from: 100, to: 100 },
          ]
        : [],
  })),
});

/** So many rows by this many visits; every fifth cell is not known. */
export const heatMapOf = (rows: number, visits: number): HeatMapChart => ({
  ...common,
  kind: 'heat map',
  id: 'chart/heat/SLEDAI-2K',
  title: 'SLEDAI-2K: each participant by visit',
  columns: Array.from({ length: visits }, (_, index) => (index === 0 ? 'baseline' : `week ${4 * index}`)),
  levels: ['0', '1–4', '5–8', '9 and more'],
  rows: Array.from({ length: rows }, (_, index) => ({
    label: `P-${index}`,
    arm: index < rows / 2 ? 'cells' : 'placebo',
    cells: Array.from({ length: visits }, (_cell, visit) =>
      (index + visit) % 5 === 4
        ? undefined
        : { level: (index + visit) % 4, text: String(4 * ((index + visit) % 4)), said: `said ${visit}`, rests: [] },
    ),
  })),
});

export const everyChart = [forest, means, profilesOf(6), curves, waterfallOf(9), swimmersOf(9), heatMapOf(8, 6)];

/** How many elements of a name a picture has. */
export const countOf = (svg: string, name: string): number => svg.split(new RegExp(`<${name}[ >]`)).length - 1;

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** What is written in a picture, each text by itself, without what is said on pointing. */
export const textsIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inside = '']) =>
    unescaped(inside.replaceAll(/<title>.*?<\/title>/gs, '')),
  );

/** What marks say on pointing. */
export const saidIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/<title>(.*?)<\/title>/gs)].map(([, inside = '']) => unescaped(inside));

/** Every tag is closed in order, and no bare sign is left: what an XML parser asks of it. */
export const mustBeWellFormed = (svg: string): void => {
  const open: string[] = [];
  for (const [, end, name = '', self] of svg.matchAll(
    /<(\/?)([a-z]+)(?:\s+[a-zA-Z][a-zA-Z0-9-]*(?::[a-z]+)?="[^"<]*")*\s*(\/?)>/g,
  )) {
    if (end === '/') assert.equal(open.pop(), name);
    else if (self !== '/') open.push(name);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(svg.replaceAll(/<[^<>]*>/g, ''), /[<>]|&(?!amp;|lt;|gt;|quot;)/);
};

/** Where a text lies on the page, about. */
interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];

/** The texts of a picture that lie straight, by their places; widths as narrow as letters of Helvetica are on average. */
const boxesIn = (svg: string): readonly TextBox[] => {
  const moved = /<g transform="translate\(0 ([\d.]+)\)">/.exec(svg);
  const from = moved?.index ?? 0;
  return [...svg.matchAll(/<text([^>]*)>(.*?)<\/text>/gs)].flatMap(({ index, 1: attributes = '', 2: inside = '' }) => {
    if (attribute(attributes, 'transform') !== undefined) return [];
    const text = unescaped(inside.replaceAll(/<title>.*?<\/title>/gs, ''));
    const size = Number(attribute(attributes, 'font-size') ?? 11);
    const width = text.length * size * 0.48;
    const anchor = attribute(attributes, 'text-anchor') ?? 'start';
    const x = Number(attribute(attributes, 'x'));
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const isMark = index > from && index < svg.lastIndexOf('</g>');
    const base = Number(attribute(attributes, 'y')) + (isMark ? Number(moved?.[1] ?? 0) : 0);
    return [{ text, left, right: left + width, base, size }];
  });
};

/** Pairs of texts that lie one upon the other. */
export const overlapsIn = (svg: string): readonly string[] => {
  const boxes = boxesIn(svg);
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.abs(a.base - b.base) < 0.7 * Math.min(a.size, b.size),
      )
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
};
