import type { GuideFamily, MeasureGuide, WorkedExample } from '../guide.ts';

const facts = 'Criteria are facts in our own short words: nothing to license.';
const ever = 'A criterion counts when it was ever met, at once or one after the other.';

type Present = 'present' | 'absent' | 'not done';

/** These are present, and what is said of the rest. */
const found = (names: readonly string[], others: Present, more: Readonly<Record<string, Present>> = {}) => ({
  ...Object.fromEntries(names.map((name) => [name, 'present'])),
  ...more,
  others,
});

/** Worked examples K1 to K3. */
const acr: MeasureGuide = {
  rule: ['How many of eleven criteria were ever met: 0 to 11. Four classify as SLE.'],
  edges: [
    ever,
    'Renal: persistent protein above 0.5 g/d, or above 3+, or cellular casts. Leucocytes below 4.0 and lymphocytes below 1.5 ×10⁹/L on two occasions or more; platelets below 100 without a drug as the cause.',
    'A criterion that was not assessed leaves bounds: 3 with one open may be 4, so "at least 4" is not known.',
  ],
  options: [],
  licence: facts,
  examples: [
    {
      id: 'K1',
      answers: found(['renal', 'haematologic', 'immunologic', 'ana'], 'absent'),
      says: '4 of the 11 ACR 1997 criteria',
    },
    {
      id: 'K2',
      answers: found(['malar-rash', 'oral-ulcers', 'ana'], 'absent', { arthritis: 'not done' }),
      says: '3 to 4 of the 11 ACR 1997 criteria',
    },
    { id: 'K3', answers: found(['photosensitivity', 'renal', 'ana'], 'absent'), says: '3 of the 11 ACR 1997 criteria' },
  ],
};

/** Worked examples K4 to K6. */
const slicc: MeasureGuide = {
  rule: [
    'Yes with four of seventeen criteria, at least one of the eleven clinical and one of the six immunologic.',
    'Yes also with lupus nephritis proven by biopsy and antinuclear or anti-dsDNA antibodies.',
  ],
  edges: [
    ever,
    'Renal: 0.5 g/24 h or more, the limit included, or red cell casts. Leucocytes below 4.0, lymphocytes below 1.0, platelets below 100 ×10⁹/L, once.',
    'It is undecided only while a criterion that was not assessed could change it.',
  ],
  options: [],
  licence: facts,
  examples: [
    {
      id: 'K4',
      answers: found(['biopsy-proven-nephritis', 'ana'], 'absent'),
      says: 'SLICC-2012 yes: biopsy-proven-nephritis, ana',
    },
    {
      id: 'K5',
      answers: found(['acute-cutaneous', 'oral-ulcers', 'alopecia', 'synovitis'], 'absent'),
      says: 'SLICC-2012 no: acute-cutaneous, oral-ulcers, alopecia, synovitis',
    },
    {
      id: 'K6',
      answers: found(['leucopenia', 'ana', 'anti-dsDNA', 'low-complement'], 'absent'),
      says: 'SLICC-2012 yes: leucopenia, ana, anti-dsDNA, low-complement',
    },
    {
      id: 'a',
      answers: found(['leucopenia', 'ana', 'anti-dsDNA'], 'not done'),
      says: 'SLICC-2012 yes or no: leucopenia, ana, anti-dsDNA',
    },
  ],
};

/** Worked examples K7 to K9; K8 has the 20 points without the antibodies. */
const eularExamples: readonly Omit<WorkedExample, 'says'>[] = [
  { id: 'K7', answers: found(['ana', 'class-III-or-IV', 'proteinuria'], 'absent') },
  { id: 'K8', answers: found(['class-III-or-IV', 'anti-Sm', 'low-C3', 'low-C4'], 'absent') },
  { id: 'K9', answers: found(['ana', 'proteinuria', 'low-C3', 'leucopenia'], 'absent') },
  { id: 'K9', answers: found(['ana', 'proteinuria', 'low-C3'], 'absent') },
  { id: 'a', answers: found(['ana', 'proteinuria', 'low-C3'], 'absent', { leucopenia: 'not done' }) },
];

const eularEdges = [
  'In each of ten domains only the heaviest item counts; C3 and C4 low together count 4, one of them 3.',
  'Fever is above 38.3 °C, leucocytes below 4.0 and platelets below 100 ×10⁹/L, protein above 0.5 g/24 h: the limits themselves do not count.',
  'An item counts when it was ever there and nothing else explains it better.',
];

const eular = (rule: readonly string[], says: readonly string[]): MeasureGuide => ({
  rule,
  edges: eularEdges,
  options: [],
  licence: facts,
  examples: eularExamples.map((each, index) => ({ ...each, says: says[index] ?? '' })),
});

export const classificationGuides: GuideFamily = {
  group: 'classification',
  page: undefined,
  guides: new Map([
    ['ACR-1997-count', acr],
    ['SLICC-2012', slicc],
    [
      'EULAR-ACR-2019',
      eular(
        [
          'Yes with antinuclear antibodies of 1:80 or more at any time, ten points or more, and one clinical item at least.',
        ],
        [
          'EULAR-ACR-2019 yes: ana, proteinuria, class-III-or-IV',
          'EULAR-ACR-2019 no: class-III-or-IV, low-C3, low-C4, anti-Sm',
          'EULAR-ACR-2019 yes: ana, leucopenia, proteinuria, low-C3',
          'EULAR-ACR-2019 no: ana, proteinuria, low-C3',
          'EULAR-ACR-2019 yes or no: ana, proteinuria, low-C3',
        ],
      ),
    ],
    [
      'EULAR-ACR-2019-score',
      eular(
        ['The points of ten domains, with or without antinuclear antibodies: 0 to 51.'],
        [
          'EULAR-ACR-2019 10 points: ana, proteinuria, class-III-or-IV',
          'EULAR-ACR-2019 20 points: class-III-or-IV, low-C3, low-C4, anti-Sm',
          'EULAR-ACR-2019 10 points: ana, leucopenia, proteinuria, low-C3',
          'EULAR-ACR-2019 7 points: ana, proteinuria, low-C3',
          'EULAR-ACR-2019 7 to 10 points: ana, proteinuria, low-C3',
        ],
      ),
    ],
  ]),
};
