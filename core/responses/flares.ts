import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Flares: of any organ by BILAG-2004, and of the kidney. */
export const flares: readonly LibraryDefinition[] = [
  {
    id: 'flare-A-or-2B',
    title: 'BILAG flare: a new A or two new B',
    rule: 'number of new A grades of BILAG-2004 from reference >= 1 or number of new B grades of BILAG-2004 from reference >= 2',
    source: 'NCT03673748',
    basis: 'verified',
    points: ['reference'],
    uses: [],
    note: 'New B means B now and C, D or E at the reference; from A to B is improvement',
  },
  {
    id: 'severe-flare',
    title: 'Severe flare: a new A',
    rule: 'number of new A grades of BILAG-2004 from reference >= 1',
    source: 'gordon2003',
    basis: 'verified',
    points: ['reference'],
    uses: [],
    note: undefined,
  },
  {
    id: 'moderate-flare',
    title: 'Moderate flare: a new B',
    rule: 'number of new B grades of BILAG-2004 from reference >= 1',
    source: 'gordon2003',
    basis: 'verified',
    points: ['reference'],
    uses: [],
    note: undefined,
  },
  {
    id: 'AURORA-2-renal-flare',
    title: 'Renal flare after a response, AURORA 2',
    rule: '(if UPCR at response < 0.2 g/g then UPCR > 1 g/g else UPCR > 2 g/g)',
    source: 'saxena2024',
    basis: 'verified',
    points: ['response'],
    uses: [],
    note: 'After an adequate response; beyond 1 g/g at the response the source has no rule',
  },
  {
    id: 'proteinuric-flare',
    title: 'Proteinuric renal flare',
    rule: sentence(`
      (if protein-24h at reference < 3.5 g/24h
      then protein-24h rises by >= 2 g/24h from reference
      else protein-24h >= 200% of protein-24h at reference)
      and not creatinine rises by >= 30% from reference
    `),
    source: 'parikh2022',
    basis: 'verified in part',
    points: ['reference'],
    uses: [],
    note: 'Creatinine unchanged is read as risen by less than 30%',
  },
  {
    id: 'nephritic-flare',
    title: 'Nephritic renal flare',
    rule: 'creatinine rises by >= 30% from reference and not inactive-sediment',
    source: 'parikh2022',
    basis: 'verified in part',
    points: ['reference'],
    uses: ['inactive-sediment'],
    note: undefined,
  },
  {
    id: 'ALMS-renal-flare',
    title: 'Renal flare, ALMS maintenance',
    rule: sentence(`
      UPCR >= 200% of UPCR at reference
      or (creatinine >= 125% of lowest creatinine from reference to this visit
      and (urine-RBC > 5 /[HPF] or RBC-casts = present))
    `),
    source: 'appel2009',
    basis: 'verified in part',
    points: ['reference'],
    uses: [],
    note: undefined,
  },
];
