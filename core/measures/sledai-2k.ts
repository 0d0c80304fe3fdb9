import type { Measure } from './measure.ts';
import { sayNumber } from './say.ts';
import { presenceInstrument, sumOfPresent, type WeightedItem } from './weighted-score.ts';

/**
 * Systemic Lupus Erythematosus Disease Activity Index 2000: 24 items, each present or absent in the window before the
 * visit and attributed to lupus; the total is the sum of the weights of those present, 0 to 105.
 *
 * Thresholds are strict (proteinuria > 0.5 g/24 h, haematuria and pyuria > 5 cells per field, temperature > 38 °C,
 * platelets < 100, leucocytes < 3.0 ×10⁹/L). Labels are our own and short; the published glossary is not included.
 *
 * @source gladman2002, table of items and weights
 * @returns whole number 0–105; bounds when items are missing (0 and the full weight for each)
 * @unknown nothing assessed → not evaluable
 */
const items: readonly [WeightedItem, ...WeightedItem[]] = [
  { id: 'seizure', label: 'Seizure', weight: 8 },
  { id: 'psychosis', label: 'Psychosis', weight: 8 },
  { id: 'organic-brain-syndrome', label: 'Organic brain syndrome', weight: 8 },
  { id: 'visual-disturbance', label: 'Visual disturbance', weight: 8 },
  { id: 'cranial-nerve', label: 'Cranial nerve disorder', weight: 8 },
  { id: 'lupus-headache', label: 'Lupus headache', weight: 8 },
  { id: 'cva', label: 'Cerebrovascular accident', weight: 8 },
  { id: 'vasculitis', label: 'Vasculitis', weight: 8 },
  { id: 'arthritis', label: 'Arthritis', weight: 4 },
  { id: 'myositis', label: 'Myositis', weight: 4 },
  { id: 'urinary-casts', label: 'Urinary casts', weight: 4 },
  { id: 'haematuria', label: 'Haematuria', weight: 4 },
  { id: 'proteinuria', label: 'Proteinuria', weight: 4 },
  { id: 'pyuria', label: 'Pyuria', weight: 4 },
  { id: 'rash', label: 'Rash', weight: 2 },
  { id: 'alopecia', label: 'Alopecia', weight: 2 },
  { id: 'mucosal-ulcers', label: 'Mucosal ulcers', weight: 2 },
  { id: 'pleurisy', label: 'Pleurisy', weight: 2 },
  { id: 'pericarditis', label: 'Pericarditis', weight: 2 },
  { id: 'low-complement', label: 'Low complement', weight: 2 },
  { id: 'increased-dna-binding', label: 'Increased DNA binding', weight: 2 },
  { id: 'fever', label: 'Fever', weight: 1 },
  { id: 'thrombocytopenia', label: 'Thrombocytopenia', weight: 1 },
  { id: 'leucopenia', label: 'Leucopenia', weight: 1 },
];

const id = 'SLEDAI-2K';
const title = 'SLE disease activity index 2000';

const explain =
  (name: string): Measure['explain'] =>
  (measured) => {
    const parts = measured.evidence.map(
      (each) => `${each.what.slice(id.length + 1)} ${each.written.replace(/\D+/g, '')}`,
    );
    return `${name} ${sayNumber(measured)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
  };

export const sledai2k: Measure = {
  id,
  title,
  value: { kind: 'score', least: 0, most: 105 },
  instrument: presenceInstrument(id, title, items),
  source: 'gladman2002',
  rule: 'sledai-2k/1',
  compute: sumOfPresent(id, items),
  explain: explain(id),
};

/** A sum over some of the items, on the same form. */
const partOf = (part: string, title: string, most: number, belongs: (item: WeightedItem) => boolean): Measure => ({
  ...sledai2k,
  id: `${id}-${part}`,
  title,
  value: { kind: 'score', least: 0, most },
  rule: `sledai-2k-${part}/1`,
  compute: sumOfPresent(id, items.filter(belongs)),
  explain: explain(`${id}-${part}`),
});

const serology = ['low-complement', 'increased-dna-binding'];
const renal = ['urinary-casts', 'haematuria', 'proteinuria', 'pyuria'];

/** Clinical SLEDAI-2K: the total without the two items of serology, 0 to 101. */
export const sledai2kClinical = partOf(
  'clinical',
  'SLE disease activity index 2000, without serology',
  101,
  (item) => !serology.includes(item.id),
);

/** Renal SLEDAI-2K: the four items of the urine, 0 to 16 in steps of 4. */
export const sledai2kRenal = partOf('renal', 'SLE disease activity index 2000, renal items', 16, (item) =>
  renal.includes(item.id),
);
