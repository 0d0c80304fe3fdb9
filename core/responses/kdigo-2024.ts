import type { LibraryDefinition } from './library-definition.ts';

/** Renal responses of KDIGO 2024, asked 6 to 12 months after the start of treatment. */
export const kdigo2024: readonly LibraryDefinition[] = [
  {
    id: 'KDIGO-2024-CR',
    title: 'Complete renal response, KDIGO 2024',
    rule: 'UPCR < 0.5 g/g and eGFR >= 85% of eGFR at baseline',
    source: 'kdigo2024',
    basis: 'verified',
    points: ['baseline'],
    uses: [],
    note: 'Kidney function within 10 to 15% of baseline is read as no more than 15% below; improvement is allowed',
  },
  {
    id: 'KDIGO-2024-PR',
    title: 'Partial renal response, KDIGO 2024',
    rule: 'UPCR <= 50% of UPCR at baseline and UPCR < 3 g/g and eGFR >= 85% of eGFR at baseline',
    source: 'kdigo2024',
    basis: 'verified',
    points: ['baseline'],
    uses: [],
    note: 'A fall of at least 50%, to below 3 g/g',
  },
  {
    id: 'KDIGO-2024-PERR',
    title: 'Primary efficacy renal response, as KDIGO 2024 cites it',
    rule: 'UPCR <= 0.7 g/g and (eGFR >= 60 mL/min/1.73m2 or eGFR >= 80% of eGFR at pre-flare) and not received rescue-medication from baseline to this visit',
    source: 'kdigo2024',
    basis: 'verified',
    points: ['baseline', 'pre-flare'],
    uses: [],
    note: undefined,
  },
];
