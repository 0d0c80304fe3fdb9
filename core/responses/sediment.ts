import type { LibraryDefinition } from './library-definition.ts';

/** Inactive urinary sediment, which several renal responses ask for. */
export const sediment: readonly LibraryDefinition[] = [
  {
    id: 'inactive-sediment',
    title: 'Inactive urinary sediment',
    rule: 'urine-RBC <= 5 /[HPF] and urine-WBC <= 5 /[HPF] and RBC-casts = absent',
    source: 'acr2006',
    basis: 'verified in part',
    points: [],
    uses: [],
    note: 'Limits differ between trials; 5 per high-power field, inclusive, is the default here',
  },
];
