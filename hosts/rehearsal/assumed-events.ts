import type { EventGrade } from '#core/conduct/safety-file/safety-event.ts';
import { assumed } from './candidates/assumption.ts';

/** One usual term: the grades that CTCAE v5.0 prints for it, and how often it is among events that are milder than grade
 * 3, of grade 3 or worse, and fatal. */
export type UsualTerm = readonly [
  term: string,
  kind: 'infection' | 'other' | 'injection' | 'count',
  least: EventGrade,
  most: EventGrade,
  mild: number,
  severe: number,
  fatal: number,
];

/**
 * Terms of adverse events in trials of lupus nephritis, with shares that need not sum to 1. Of a kind: `injection` is only
 * told of what is injected under the skin or into a muscle, and a grade 4 of a `count` follows from its number alone.
 * @source ctcae5 for the terms and their grades
 */
// biome-ignore format: one row a line
export const usualTerms = assumed(
  [
    ['Upper respiratory infection', 'infection', 2, 5, 34, 4, 0],
    ['Urinary tract infection', 'infection', 2, 5, 18, 14, 0],
    ['Shingles', 'infection', 1, 5, 9, 10, 0],
    ['Bronchial infection', 'infection', 2, 5, 8, 6, 0],
    ['Pharyngitis', 'infection', 2, 5, 7, 1, 0],
    ['Sinusitis', 'infection', 2, 5, 6, 1, 0],
    ['Skin infection', 'infection', 1, 5, 6, 8, 0],
    ['Enterocolitis infectious', 'infection', 2, 5, 5, 8, 0],
    ['Vaginal infection', 'infection', 1, 5, 3, 0, 0],
    ['Lung infection', 'infection', 2, 5, 4, 33, 20],
    ['Sepsis', 'infection', 3, 5, 0, 15, 40],
    ['Headache', 'other', 1, 3, 12, 4, 0],
    ['Nausea', 'other', 1, 3, 9, 3, 0],
    ['Diarrhea', 'other', 1, 5, 9, 5, 0],
    ['Arthralgia', 'other', 1, 3, 8, 4, 0],
    ['Fatigue', 'other', 1, 3, 6, 2, 0],
    ['Fever', 'other', 1, 5, 5, 5, 0],
    ['Hypertension', 'other', 1, 5, 6, 12, 0],
    ['Edema limbs', 'other', 1, 3, 5, 3, 0],
    ['Abdominal pain', 'other', 1, 3, 4, 5, 0],
    ['Back pain', 'other', 1, 3, 4, 2, 0],
    ['Cough', 'other', 1, 3, 4, 1, 0],
    ['Rash maculo-papular', 'other', 1, 3, 4, 2, 0],
    ['Insomnia', 'other', 1, 3, 4, 1, 0],
    ['Dizziness', 'other', 1, 3, 3, 1, 0],
    ['Alopecia', 'other', 1, 2, 3, 0, 0],
    ['Muscle cramp', 'other', 1, 3, 2, 1, 0],
    ['Vomiting', 'other', 1, 5, 3, 3, 0],
    ['Anemia', 'other', 1, 5, 4, 8, 0],
    ['Hyperglycemia', 'other', 1, 5, 3, 4, 0],
    ['Hyperkalemia', 'other', 1, 5, 1, 3, 0],
    ['White blood cell decreased', 'count', 1, 4, 4, 6, 0],
    ['Neutrophil count decreased', 'count', 1, 4, 2, 5, 0],
    ['Platelet count decreased', 'count', 1, 4, 2, 4, 0],
    ['Alanine aminotransferase increased', 'count', 1, 4, 3, 3, 0],
    ['Acute kidney injury', 'other', 3, 5, 0, 9, 0],
    ['Thromboembolic event', 'other', 1, 5, 1, 6, 10],
    ['Heart failure', 'other', 1, 5, 0, 4, 10],
    ['Stroke', 'other', 1, 5, 0, 3, 10],
    ['Sudden death NOS', 'other', 5, 5, 0, 0, 10],
    ['Injection site reaction', 'injection', 1, 5, 12, 1, 0],
  ] as const satisfies readonly UsualTerm[],
  'adverse events have the terms that trials of lupus nephritis see most, by their shares',
  ['G', 'own'],
);
