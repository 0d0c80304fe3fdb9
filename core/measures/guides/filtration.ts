import type { GuideFamily, MeasureGuide, MeasureOption, WorkedExample } from '../guide.ts';

const decided: MeasureOption = {
  id: 'rounding before a limit',
  choices: ['unrounded', 'rounded to a whole number'],
  default: 'unrounded',
  why: 'Reports round to whole numbers; limits are decided on the value itself, unless a statistical plan says otherwise. The program has the first choice only.',
  tag: 'recalled',
};

const race = (factor: string): MeasureOption => ({
  id: 'term for race',
  choices: ['none', factor],
  default: 'none',
  why: `The publication multiplies by ${factor} for Black people; since 2021 that is left out. The program has no such term.`,
  tag: 'verified',
});

const adultEdges = [
  'From the 18th birthday on; below it the equation is refused as unreadable, with the age.',
  'Age in completed years on the day of the sample. A date of birth known in part gives bounds, or nothing where it leaves open whether the equation applies.',
  'Without a known sex the bounds hold both. A creatinine or cystatin C of zero is refused.',
  'Not for pregnant women; the program does not ask.',
];

const licence = 'A published equation: nothing to license.';

/** Worked examples E1 to E3: a woman of 30, a man of 45, a woman of 60 on the day of the sample. */
const people = {
  E1: { born: '1996-01-15', sex: 'female', date: '2026-05-18' },
  E2: { born: '1981-01-15', sex: 'male', date: '2026-05-18' },
  E3: { born: '1966-01-15', sex: 'female', date: '2026-05-18' },
  E4: { born: '1986-01-15', sex: 'female', date: '2026-05-18' },
  E5: { born: '1986-01-15', sex: 'female', date: '2026-05-18' },
  E6: { born: '2014-01-15', date: '2026-05-18' },
} as const;

const example = (id: keyof typeof people, answers: Readonly<Record<string, string>>, says: string): WorkedExample => ({
  id,
  ...people[id],
  answers,
  says,
});

/** The three people with their creatinine. */
const threePeople = (
  title: string,
  unit: string,
  ...values: readonly [string, string, string]
): readonly WorkedExample[] => [
  example('E1', { creatinine: '0.8 mg/dL' }, `${title} ${values[0]} ${unit}`),
  example('E2', { creatinine: '1.5 mg/dL' }, `${title} ${values[1]} ${unit}`),
  example('E3', { creatinine: '120 umol/L' }, `${title} ${values[2]} ${unit}`),
];

const area = 'mL/min/1.73m2';

const equation = (
  formula: readonly string[],
  edges: readonly string[],
  options: readonly MeasureOption[],
  examples: readonly WorkedExample[],
): MeasureGuide => ({ rule: formula, edges, options: [decided, ...options], licence, examples });

const ckdEpi2021 = equation(
  [
    '142 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−1.200 · 0.9938^age · 1.012 if female.',
    'κ = 0.7 and α = −0.241 for women, κ = 0.9 and α = −0.302 for men; Scr is serum creatinine in mg/dL.',
  ],
  adultEdges,
  [],
  threePeople('Estimated GFR, CKD-EPI 2021 from creatinine', area, '101.5894', '58.1466', '44.6952'),
);

const ckdEpi2009 = equation(
  [
    '141 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−1.209 · 0.993^age · 1.018 if female.',
    'κ = 0.7 and α = −0.329 for women, κ = 0.9 and α = −0.411 for men; Scr is serum creatinine in mg/dL.',
  ],
  adultEdges,
  [race('1.159')],
  threePeople('Estimated GFR, CKD-EPI 2009 from creatinine', area, '98.9309', '55.4268', '42.285'),
);

const mdrd = equation(
  ['175 · Scr^−1.154 · age^−0.203 · 0.742 if female; Scr is serum creatinine in mg/dL.'],
  adultEdges,
  [
    race('1.212'),
    {
      id: 'assay of creatinine',
      choices: ['175, traceable to isotope dilution', '186, not traceable'],
      default: '175, traceable to isotope dilution',
      why: 'The older assays took 186. The program has the first choice only.',
      tag: 'verified',
    },
  ],
  threePeople('Estimated GFR, MDRD from creatinine', area, '84.221', '50.6089', '39.7482'),
);

const cystatin = equation(
  ['133 · min(C/0.8, 1)^−0.499 · max(C/0.8, 1)^−1.328 · 0.996^age · 0.932 if female; C is cystatin C in mg/L.'],
  adultEdges,
  [
    {
      id: 'base of the power of age',
      choices: ['0.996', '0.9962'],
      default: '0.996',
      why: 'Some sites print 0.9962. The program has the first choice only.',
      tag: 'verified',
    },
  ],
  [
    example('E4', { 'cystatin-C': '1.2 mg/L' }, `Estimated GFR, CKD-EPI 2012 from cystatin C 61.63 ${area}`),
    example('E4', { 'cystatin-C': '0.7 mg/L' }, `Estimated GFR, CKD-EPI 2012 from cystatin C 112.8701 ${area}`),
  ],
);

const both = equation(
  [
    '135 · min(Scr/κ, 1)^α · max(Scr/κ, 1)^−0.544 · min(C/0.8, 1)^−0.323 · max(C/0.8, 1)^−0.778 · 0.9961^age · 0.963 if female.',
    'κ = 0.7 and α = −0.219 for women, κ = 0.9 and α = −0.144 for men; Scr in mg/dL, C in mg/L.',
  ],
  adultEdges,
  [],
  [
    example(
      'E5',
      { creatinine: '1.0 mg/dL', 'cystatin-C': '1.0 mg/L' },
      `Estimated GFR, CKD-EPI 2021 from creatinine and cystatin C 76.9866 ${area}`,
    ),
  ],
);

const schwartz = equation(
  ['0.413 · height in cm / Scr; Scr is serum creatinine in mg/dL.'],
  [
    'From the first to the day before the 18th birthday; outside it the equation is refused as unreadable, with the age.',
  ],
  [],
  [
    example(
      'E6',
      { creatinine: '0.7 mg/dL', height: '150 cm' },
      `Estimated GFR, bedside Schwartz from creatinine and height 88.5 ${area}`,
    ),
  ],
);

const ckid = equation(
  [
    'K · height in m / Scr; Scr is serum creatinine in mg/dL.',
    'K for boys: 39.0 · 1.008^(age − 12) below 12 years, 39.0 · 1.045^(age − 12) from 12, 50.8 from 18.',
    'K for girls: 36.1 · 1.008^(age − 12) below 12 years, 36.1 · 1.023^(age − 12) from 12, 41.4 from 18.',
  ],
  [
    'From 1 to below 26 years, with the fraction of the year. There is no jump at 18 but for the rounding of the table.',
  ],
  [],
  [
    {
      id: 'a',
      born: '2014-05-18',
      sex: 'male',
      date: '2026-05-18',
      answers: { creatinine: '0.7 mg/dL', height: '150 cm' },
      says: 'Estimated GFR, CKiD U25 from creatinine and height 83.5714 mL/min/1.73m2',
    },
  ],
);

const byAge = equation(
  ['Bedside Schwartz below 18 years, which needs a height; CKD-EPI 2021 from creatinine from 18 years on.'],
  [
    'The value jumps at the 18th birthday: a study that asks for this measure accepts it.',
    'Which equation was used stands in the sentence. A date of birth on both sides of the 18th birthday: nothing is known.',
  ],
  [],
  [
    example(
      'E6',
      { creatinine: '0.7 mg/dL', height: '150 cm' },
      `by age: Estimated GFR, bedside Schwartz from creatinine and height 88.5 ${area}`,
    ),
    example('E1', { creatinine: '0.8 mg/dL' }, `by age: Estimated GFR, CKD-EPI 2021 from creatinine 101.5894 ${area}`),
  ],
);

const clearance = equation(
  ['(140 − age) · weight in kg / (72 · Scr) · 0.85 if female; Scr is serum creatinine in mg/dL.'],
  [...adultEdges, 'Not indexed to a body surface: it does not compare with an estimated GFR.'],
  [],
  [
    example(
      'E1',
      { creatinine: '0.8 mg/dL', weight: '60 kg' },
      'Creatinine clearance, Cockcroft-Gault from creatinine and weight 97.3958 mL/min',
    ),
    example(
      'E2',
      { creatinine: '1.5 mg/dL', weight: '80 kg' },
      'Creatinine clearance, Cockcroft-Gault from creatinine and weight 70.3704 mL/min',
    ),
  ],
);

export const filtrationGuides: GuideFamily = {
  group: 'filtration',
  page: undefined,
  guides: new Map([
    ['eGFR', ckdEpi2021],
    ['eGFR-CKD-EPI-2009', ckdEpi2009],
    ['eGFR-MDRD', mdrd],
    ['eGFR-cystatin-C', cystatin],
    ['eGFR-creatinine-cystatin-C', both],
    ['eGFR-Schwartz', schwartz],
    ['eGFR-CKiD-U25', ckid],
    ['eGFR-by-age', byAge],
    ['creatinine-clearance', clearance],
  ]),
};
