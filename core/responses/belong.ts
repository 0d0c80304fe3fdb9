import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Renal responses of BELONG (ocrelizumab), week 48. */
export const belong: readonly LibraryDefinition[] = [
  {
    id: 'BELONG-CR',
    title: 'Complete renal response, BELONG',
    rule: 'creatinine <= 125% of creatinine at baseline and UPCR < 0.5 g/g',
    source: 'mysler2013',
    basis: 'verified',
    points: ['baseline'],
    uses: [],
    note: undefined,
  },
  {
    id: 'BELONG-PR',
    title: 'Partial renal response, BELONG',
    rule: sentence(`
      creatinine <= 125% of creatinine at baseline
      and UPCR falls by >= 50% from baseline
      and (if UPCR at baseline > 3 g/g then UPCR < 3 g/g else UPCR < 1 g/g)
    `),
    source: 'mysler2013',
    basis: 'recalled',
    points: ['baseline'],
    uses: [],
    note: undefined,
  },
];
