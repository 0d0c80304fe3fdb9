import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Reduction of glucocorticoids without a flare. */
export const steroidReduction: readonly LibraryDefinition[] = [
  {
    id: 'steroid-reduction',
    title: 'Glucocorticoids reduced without a flare',
    rule: sentence(`
      (if prednisone-equivalent at reference > 0 mg/d
      then prednisone-equivalent falls by >= 25% from reference
      and prednisone-equivalent <= 7.5 mg/d
      and not flare-A-or-2B
      else undefined "there was no dose to reduce")
    `),
    source: 'NCT03673748',
    basis: 'verified',
    points: ['reference'],
    uses: ['flare-A-or-2B'],
    note: 'Not evaluable where the dose at the reference was 0',
  },
];
