import type { GuideFamily, MeasureGuide, WorkedExample } from '../guide.ts';
import { type Sf36Scale, sf36Scales } from '../sf-36-scales.ts';
import { answeredSheets } from './answered-sheets.ts';

/** What Q1, Q2 and Q3 come to. */
const values: Readonly<Record<string, readonly [string, string, string]>> = {
  PF: ['100', '0', '80'],
  RP: ['100', '0', '50'],
  BP: ['100', '0', '67.5'],
  GH: ['100', '0', '60'],
  VT: ['100', '0', '60'],
  SF: ['100', '0', '75'],
  RE: ['100', '0', '66.6667'],
  MH: ['100', '0', '72'],
};

/** Worked example Q5, published: one of four items was left out. */
const leftOut: WorkedExample = {
  id: 'Q5',
  answers: { 'sf36.23': '4', 'sf36.27': '3', 'sf36.29': '3' },
  says: 'RAND-36-VT 46.6667',
};

const examplesOf = (name: string): readonly WorkedExample[] => [
  ...(['Q1', 'Q2', 'Q3'] as const).map((id, index) => ({
    id,
    answers: answeredSheets[id],
    says: `RAND-36-${name} ${values[name]?.[index]}`,
  })),
  ...(name === 'VT' ? [leftOut] : []),
];

const guideOfScale = ({ id, items }: Sf36Scale): MeasureGuide => ({
  rule: [
    `The mean of the items that were answered, of ${items.length}, each from 0 worst to 100 best in equal steps.`,
    ...(id === 'BP' || id === 'GH' ? ['It differs from SF-36 version 1 in this scale.'] : []),
  ],
  edges: ['One answered item is enough. An answer outside the range of its item is not taken. Nothing is rounded.'],
  options: [],
  licence: 'The wording is free from RAND with attribution and is not included; scoring only.',
  examples: examplesOf(id),
});

export const rand36Guides: GuideFamily = {
  group: 'patient-reported',
  page: 'rand-36',
  guides: new Map(sf36Scales.map((scale) => [`RAND-36-${scale.id}`, guideOfScale(scale)])),
};
