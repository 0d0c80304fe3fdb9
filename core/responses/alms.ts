import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Responses of ALMS (mycophenolate against cyclophosphamide), week 24. */
export const alms: readonly LibraryDefinition[] = [
  {
    id: 'ALMS-response',
    title: 'Response, ALMS induction',
    rule: sentence(`
      (if UPCR at baseline >= 3 g/g then UPCR < 3 g/g else UPCR falls by >= 50% from baseline)
      and creatinine <= 125% of creatinine at baseline
    `),
    source: 'appel2009',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Creatinine stable within 25% or improved is recalled',
  },
  {
    id: 'ALMS-CR',
    title: 'Complete renal remission, ALMS',
    rule: 'creatinine <= 1 x ULN and protein-24h <= 0.5 g/24h and inactive-sediment',
    source: 'appel2009',
    basis: 'recalled',
    points: [],
    uses: ['inactive-sediment'],
    note: undefined,
  },
];
