import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Renal responses of LUNAR (rituximab), week 52. */
export const lunar: readonly LibraryDefinition[] = [
  {
    id: 'LUNAR-inactive-sediment',
    title: 'Inactive urinary sediment, LUNAR',
    rule: 'urine-RBC < 5 /[HPF] and RBC-casts = absent',
    source: 'rovin2012',
    basis: 'verified in part',
    points: [],
    uses: [],
    note: undefined,
  },
  {
    id: 'LUNAR-CR',
    title: 'Complete renal response, LUNAR',
    rule: sentence(`
      (if creatinine at baseline > 1 x ULN
      then creatinine <= 1 x ULN
      else creatinine <= 115% of creatinine at baseline)
      and LUNAR-inactive-sediment and UPCR < 0.5 g/g
    `),
    source: 'rovin2012',
    basis: 'verified in part',
    points: ['baseline'],
    uses: ['LUNAR-inactive-sediment'],
    note: 'How normal and abnormal creatinine at baseline are told apart is recalled',
  },
  {
    id: 'LUNAR-PR',
    title: 'Partial renal response, LUNAR',
    rule: sentence(`
      creatinine <= 115% of creatinine at baseline
      and urine-RBC <= 150% of urine-RBC at baseline and RBC-casts = absent
      and UPCR falls by >= 50% from baseline
      and (if UPCR at baseline > 3 g/g then UPCR <= 3 g/g else UPCR < 1 g/g)
    `),
    source: 'rovin2012',
    basis: 'recalled',
    points: ['baseline'],
    uses: [],
    note: undefined,
  },
];
