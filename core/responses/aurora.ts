import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Renal responses of AURORA 1 (voclosporin), week 52. */
export const aurora: readonly LibraryDefinition[] = [
  {
    id: 'AURORA-CR',
    title: 'Complete renal response, AURORA 1',
    rule: sentence(`
      UPCR <= 0.5 g/g
      and (eGFR >= 60 mL/min/1.73m2 or not eGFR falls by > 20% from baseline)
      and not received rescue-medication from baseline to this visit
      and highest prednisone-equivalent within 8 weeks before this visit <= 10 mg/d
    `),
    source: 'rovin2021',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Two consecutive first-morning voids count as one measurement of the visit, a confirmed fall of eGFR is that of the visit, and any day above 10 mg/d in the last 8 weeks counts, where the trial allowed fewer than 3 in a row and 7 in all',
  },
  {
    id: 'AURORA-PR',
    title: 'Partial renal response, AURORA',
    rule: 'UPCR falls by >= 50% from baseline',
    source: 'rovin2021',
    basis: 'recalled',
    points: ['baseline'],
    uses: [],
    note: undefined,
  },
];
