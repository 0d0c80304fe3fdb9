import type { LibraryDefinition } from './library-definition.ts';

/** Renal responses of BLISS-LN (belimumab), week 104. */
export const blissLn: readonly LibraryDefinition[] = [
  {
    id: 'BLISS-LN-treatment-failure',
    title: 'Treatment failure, BLISS-LN',
    rule: 'received rescue-medication, prohibited-medication from baseline to this visit',
    source: 'furie2020',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Glucocorticoids above 10 mg/d from week 24 on counted as failure too; a study says so with its own visits',
  },
  {
    id: 'BLISS-LN-PERR',
    title: 'Primary efficacy renal response, BLISS-LN',
    rule: 'UPCR <= 0.7 g/g and (eGFR >= 60 mL/min/1.73m2 or eGFR >= 80% of eGFR at pre-flare) and not BLISS-LN-treatment-failure',
    source: 'furie2020',
    basis: 'verified',
    points: ['pre-flare'],
    uses: ['BLISS-LN-treatment-failure'],
    note: undefined,
  },
  {
    id: 'BLISS-LN-CR',
    title: 'Complete renal response, BLISS-LN',
    rule: 'UPCR < 0.5 g/g and (eGFR >= 90 mL/min/1.73m2 or eGFR >= 90% of eGFR at pre-flare) and not BLISS-LN-treatment-failure',
    source: 'furie2020',
    basis: 'verified',
    points: ['pre-flare'],
    uses: ['BLISS-LN-treatment-failure'],
    note: undefined,
  },
];
