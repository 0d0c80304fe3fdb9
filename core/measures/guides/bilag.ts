import { bilagForm } from '../bilag/form.ts';
import { bilagOptions, defaultBilagOptions } from '../bilag/options.ts';
import type { GuideFamily, MeasureGuide, MeasureOption, WorkedExample } from '../guide.ts';
import type { WrittenVisit } from '../written-sitting.ts';

const licence =
  'Item numbers, grades and points are facts. The index and its glossary belong to the British Isles Lupus Assessment Group and are not included; commercial use is licensed.';

const grades = 'A severe, B moderate, C mild, D inactive now and involved before, E never involved.';
const window = 'What was present in the last 4 weeks, against the 4 weeks before.';
const points = 'The sum over nine systems of A 12, B 8, C 1, D 0, E 0: 0 to 108.';

const { haematology, cardiorespiratory, dialect, notDone } = defaultBilagOptions;

const defaults: Readonly<Record<keyof typeof defaultBilagOptions, string>> = {
  dialect,
  notDone,
  haematology: [
    `haemoglobin ${haematology.haemoglobin.join(', ')} g/dL`,
    `leucocytes ${haematology.leucocytes.join(', ')}`,
    `neutrophils ${haematology.neutrophils.join(', ')}`,
    `lymphocytes ${haematology.lymphocytes}`,
    `platelets ${haematology.platelets.join(', ')} ×10⁹/L`,
  ].join('; '),
  cardiorespiratory: `A: ${cardiorespiratory.A.join(', ')}; B: ${cardiorespiratory.B.join(', ')}`,
};

const optionsWith = (whose: string): readonly MeasureOption[] =>
  bilagOptions.map(({ option, says, choices, standing }) => ({
    id: option,
    choices: choices ?? [defaults[option]],
    default: defaults[option],
    why: `${says}. ${whose}`,
    tag: standing,
  }));

const graded = (renal: string, others: string): WorkedExample['answers'] => ({ renal, others });
const known =
  'constitutional E, mucocutaneous E, neuropsychiatric E, musculoskeletal E, cardiorespiratory E, gastrointestinal E, ophthalmic E';

const byAssessor: Omit<MeasureGuide, 'examples' | 'rule'> = {
  edges: [grades, window, 'A system that was not graded may have any grade.'],
  options: optionsWith('The grades are entered, so who grades keeps to one choice.'),
  licence,
};

/** Grades of the worked examples B1 to B3. */
const profile: MeasureGuide = {
  ...byAssessor,
  rule: ['One grade for each of nine systems, as the assessor gives it.'],
  examples: [
    { id: 'B1', answers: graded('A', 'E'), says: `BILAG-2004 ${known}, renal A, haematological E` },
    { id: 'B2', answers: graded('B', 'E'), says: `BILAG-2004 ${known}, renal B, haematological E` },
    { id: 'B3', answers: graded('C', 'E'), says: `BILAG-2004 ${known}, renal C, haematological E` },
  ],
};

const total: MeasureGuide = {
  ...byAssessor,
  rule: [points],
  examples: [
    { id: 'B1', answers: graded('A', 'E'), says: 'BILAG-2004 total 12' },
    { id: 'B2', answers: graded('B', 'E'), says: 'BILAG-2004 total 8' },
    { id: 'B3', answers: graded('C', 'E'), says: 'BILAG-2004 total 1' },
    { id: 'a', answers: graded('not done', 'E'), says: 'BILAG-2004 total 0 to 12' },
  ],
};

/** Ordinary results of the numbers of the form. */
const ordinary: Readonly<Record<string, string>> = {
  'BILAG.78': '130 mm[Hg]',
  'BILAG.79': '80 mm[Hg]',
  'BILAG.81': '0',
  'BILAG.82': '1 mg/mmol',
  'BILAG.83': '5 mg/mmol',
  'BILAG.84': '0.1 g/24h',
  'BILAG.86': '80 umol/L',
  'BILAG.87': '100 mL/min/1.73m2',
  'BILAG.90': '13 g/dL',
  'BILAG.91': '6 10*9/L',
  'BILAG.92': '4 10*9/L',
  'BILAG.93': '1.5 10*9/L',
  'BILAG.94': '250 10*9/L',
};

/** A whole form at rest: nothing present, no system involved before, ordinary numbers; and what is given. */
const atRest = (given: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    bilagForm.items.flatMap(({ id, answer }) => {
      if (answer.type !== 'level' || id.endsWith('.due-to-lupus')) return [];
      return [[id, answer.levels.includes('not present') ? 'not present' : 'no']];
    }),
  ),
  ...ordinary,
  ...given,
});

const before = (ratio: string): readonly WrittenVisit[] => [
  { date: '2026-04-20', items: atRest({ 'BILAG.83': `${ratio} mg/mmol` }) },
];

/** Worked examples B1 to B3 from their items. */
const filled: readonly Omit<WorkedExample, 'says'>[] = [
  { id: 'B1', date: '2026-05-18', answers: atRest({ 'BILAG.83': '180 mg/mmol', 'BILAG.88': 'yes' }) },
  {
    id: 'B2',
    date: '2026-05-18',
    answers: atRest({ 'BILAG.83': '140 mg/mmol', 'BILAG.86': '82 umol/L' }),
    earlier: before('180'),
  },
  { id: 'B3', date: '2026-05-18', answers: atRest({ 'BILAG.83': '90 mg/mmol' }), earlier: before('140') },
];

const fromItems = (rule: readonly string[], says: readonly [string, string, string]): MeasureGuide => ({
  rule,
  edges: [
    grades,
    window,
    'The kidney is compared with the latest earlier visit at which BILAG was assessed; a fall of exactly 25% is a fall.',
    'An item that is not due to lupus counts as absent; one that was not answered leaves every grade possible that it could make.',
  ],
  options: optionsWith(
    'The measure of the catalogue has the default; the others are computed where the program is asked for them.',
  ),
  licence,
  examples: filled.map((each, index) => ({ ...each, says: says[index] ?? '' })),
});

const itemProfile = fromItems(
  [
    'One grade for each of nine systems, computed from the 97 items of the form.',
    "The worst item decides: one of a system's A items that is the same, worse or new makes A; improving, B; and so on down its B and C items.",
    'The constitutional, renal and haematological systems have rules of their own, on several items and on numbers.',
  ],
  [
    'BILAG-2004: renal A (deteriorating proteinuria; active urinary sediment)',
    'BILAG-2004: renal B (deteriorating proteinuria)',
    'BILAG-2004: renal C (proteinuria)',
  ],
);

const itemTotal = fromItems(
  [points, 'The grades are computed from the 97 items of the form.'],
  [
    'BILAG-2004 total 12: renal A (deteriorating proteinuria; active urinary sediment)',
    'BILAG-2004 total 8: renal B (deteriorating proteinuria)',
    'BILAG-2004 total 1: renal C (proteinuria)',
  ],
);

export const bilagGuides: GuideFamily = {
  group: 'activity',
  page: undefined,
  guides: new Map([
    ['BILAG-2004', profile],
    ['BILAG-2004-total', total],
    ['BILAG-2004-items', itemProfile],
    ['BILAG-2004-items-total', itemTotal],
  ]),
};
