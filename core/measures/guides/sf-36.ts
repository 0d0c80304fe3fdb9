import type { GuideFamily, MeasureGuide } from '../guide.ts';
import { type Sf36Scale, sf36Scales } from '../sf-36-scales.ts';
import { answeredSheets } from './answered-sheets.ts';

const licence =
  'SF-36 is a trademark; its wording and official software are licensed. Item numbers and scoring only are included.';

const options = [
  {
    id: 'version',
    choices: ['1', '2'],
    default: '1',
    why: 'Version 2 has other answers and norms. A registry that writes "SF-36" leaves it open; the program has version 1 only.',
    tag: 'verified',
  },
] as const;

const half =
  'With at least half of its items answered, their mean stands for the others; otherwise the scale is not known.';
const bounds = 'An answer outside the range of its item is not taken. Nothing is rounded.';

/** What Q1, Q2 and Q3 come to. */
const values: Readonly<Record<string, readonly [string, string, string]>> = {
  PCS: ['57.8724', '20.136', '44.0514'],
  MCS: ['62.1366', '17.3373', '48.3888'],
  PF: ['100', '0', '80'],
  RP: ['100', '0', '50'],
  BP: ['100', '0', '62'],
  GH: ['100', '0', '62'],
  VT: ['100', '0', '60'],
  SF: ['100', '0', '75'],
  RE: ['100', '0', '66.6667'],
  MH: ['100', '0', '72'],
};

const examplesOf = (name: string): MeasureGuide['examples'] =>
  (['Q1', 'Q2', 'Q3'] as const).map((id, index) => ({
    id,
    answers: answeredSheets[id],
    says: `SF-36-${name} ${values[name]?.[index]}`,
  }));

const itemRanges = (items: readonly number[]): string =>
  items.length > 4 && items[0] === 3 ? `${items[0]} to ${items.at(-1)}` : items.join(', ');

const scaleRule = ({ id, items, raw: [least, most] }: Sf36Scale): readonly string[] => [
  `(sum − ${least}) / ${most - least} · 100 over the items ${itemRanges(items)}, each recoded so that more is better.`,
  ...(id === 'BP' ? ['Of the two items on pain, one fills in for the other where that was left out.'] : []),
  ...(id === 'GH' ? ['The first item counts 5, 4.4, 3.4, 2, 1.'] : []),
];

const scaleGuide = (scale: Sf36Scale): MeasureGuide => ({
  rule: scaleRule(scale),
  edges: [half, bounds],
  options,
  licence,
  examples: examplesOf(scale.id),
});

const summaryGuide = (name: string): MeasureGuide => ({
  rule: [
    'Each of the eight scales less its mean and by its deviation in the United States of 1990, times its weight; 50 + 10 · their sum.',
    'A person at the means of that population has 50 (worked example Q4).',
  ],
  edges: ['Without one of the eight scales it is not known.', half, bounds],
  options,
  licence,
  examples: examplesOf(name),
});

export const sf36Guides: GuideFamily = {
  group: 'patient-reported',
  page: 'sf-36',
  guides: new Map([
    ...['PCS', 'MCS'].map((name) => [`SF-36-${name}`, summaryGuide(name)] as const),
    ...sf36Scales.map((scale) => [`SF-36-${scale.id}`, scaleGuide(scale)] as const),
  ]),
};
