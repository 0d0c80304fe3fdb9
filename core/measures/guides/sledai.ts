import type { GuideFamily, MeasureGuide, MeasureOption } from '../guide.ts';

const options: readonly MeasureOption[] = [
  {
    id: 'window before the visit',
    choices: ['10 days', '28 days', '30 days'],
    default: 'named by the study',
    why: '10 days in the original, 30 days validated later, 28 in teaching tables. Who fills the form keeps to it; the sum is the same.',
    tag: 'recalled',
  },
  {
    id: 'joints of arthritis',
    choices: ['2 or more', 'more than 2'],
    default: '2 or more',
    why: 'Printed tables differ. Answered by who fills the form; the sum is the same.',
    tag: 'recalled',
  },
  {
    id: 'item not done',
    choices: ['bounds', 'the last value in the window'],
    default: 'bounds',
    why: 'Statistical plans often carry the last result of a laboratory item forward. The program never does so by itself.',
    tag: 'recalled',
  },
];

const edges = [
  'Every limit is strict: protein above 0.5 g/24 h, more than 5 red or white cells per field, above 38 °C, platelets below 100 and leucocytes below 3.0 ×10⁹/L. Exactly the limit does not count.',
  'Only what is due to lupus counts: an infection, a stone or a drug as the cause makes an item absent.',
  'An item that was not assessed counts 0 and its full weight: the result is bounds. Nothing assessed: nothing is known.',
];

const licence =
  'Weights and limits are facts. The published glossary is rights-held and not included; labels are our own.';

const weights = [
  '8: seizure, psychosis, organic brain syndrome, visual disturbance, cranial nerve disorder, lupus headache, cerebrovascular accident, vasculitis.',
  '4: arthritis, myositis, urinary casts, haematuria, proteinuria, pyuria.',
  '2: rash, alopecia, mucosal ulcers, pleurisy, pericarditis, low complement, increased DNA binding.',
  '1: fever, thrombocytopenia, leucopenia.',
];

/** Worked examples S1 to S3 and C4; S3 are the items that the results of a laboratory propose. */
const answers = {
  S1: {
    proteinuria: 'present',
    haematuria: 'present',
    'low-complement': 'present',
    'increased-dna-binding': 'present',
    rash: 'present',
    others: 'absent',
  },
  S2: { others: 'present' },
  S3: { haematuria: 'present', 'low-complement': 'present', thrombocytopenia: 'present', others: 'absent' },
  C4: { 'low-complement': 'present', 'increased-dna-binding': 'present', others: 'absent' },
  partial: { proteinuria: 'present', pyuria: 'not done', others: 'absent' },
} as const;

const guide = (rule: readonly string[], says: Readonly<Record<keyof typeof answers, string>>): MeasureGuide => ({
  rule,
  edges,
  options,
  licence,
  examples: [
    { id: 'S1', answers: answers.S1, says: says.S1 },
    { id: 'S2', answers: answers.S2, says: says.S2 },
    { id: 'S3', answers: answers.S3, says: says.S3 },
    { id: 'C4', answers: answers.C4, says: says.C4 },
    { id: 'a', answers: answers.partial, says: says.partial },
  ],
});

/** Every item that is not of serology, with its weight, in the order of the form. */
const clinicalItems =
  'seizure 8, psychosis 8, organic-brain-syndrome 8, visual-disturbance 8, cranial-nerve 8, lupus-headache 8, cva 8, vasculitis 8, arthritis 4, myositis 4, urinary-casts 4, haematuria 4, proteinuria 4, pyuria 4, rash 2, alopecia 2, mucosal-ulcers 2, pleurisy 2, pericarditis 2';
const lastItems = 'fever 1, thrombocytopenia 1, leucopenia 1';

const total = guide(['The sum of the weights of the items that are present, 0 to 105.', ...weights], {
  S1: 'SLEDAI-2K 14: haematuria 4, proteinuria 4, rash 2, low-complement 2, increased-dna-binding 2',
  S2: `SLEDAI-2K 105: ${clinicalItems}, low-complement 2, increased-dna-binding 2, ${lastItems}`,
  S3: 'SLEDAI-2K 7: haematuria 4, low-complement 2, thrombocytopenia 1',
  C4: 'SLEDAI-2K 4: low-complement 2, increased-dna-binding 2',
  partial: 'SLEDAI-2K 4 to 8: proteinuria 4',
});

const clinical = guide(
  ['SLEDAI-2K without its two items of serology, low complement and increased DNA binding: 0 to 101.', ...weights],
  {
    S1: 'SLEDAI-2K-clinical 10: haematuria 4, proteinuria 4, rash 2',
    S2: `SLEDAI-2K-clinical 101: ${clinicalItems}, ${lastItems}`,
    S3: 'SLEDAI-2K-clinical 5: haematuria 4, thrombocytopenia 1',
    C4: 'SLEDAI-2K-clinical 0',
    partial: 'SLEDAI-2K-clinical 4 to 8: proteinuria 4',
  },
);

const renal = guide(['The four items of the urine alone, 4 each: casts, haematuria, proteinuria, pyuria. 0 to 16.'], {
  S1: 'SLEDAI-2K-renal 8: haematuria 4, proteinuria 4',
  S2: 'SLEDAI-2K-renal 16: urinary-casts 4, haematuria 4, proteinuria 4, pyuria 4',
  S3: 'SLEDAI-2K-renal 4: haematuria 4',
  C4: 'SLEDAI-2K-renal 0',
  partial: 'SLEDAI-2K-renal 4 to 8: proteinuria 4',
});

export const sledaiGuides: GuideFamily = {
  group: 'activity',
  page: undefined,
  guides: new Map([
    ['SLEDAI-2K', total],
    ['SLEDAI-2K-clinical', clinical],
    ['SLEDAI-2K-renal', renal],
  ]),
};
