import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Responses as the registry record of NCT03673748 words them. */
export const nct03673748: readonly LibraryDefinition[] = [
  {
    id: 'NCT03673748-CR',
    title: 'Complete renal response, NCT03673748',
    rule: sentence(`
      (eGFR >= 60 mL/min/1.73m2
      or (eGFR at baseline < 60 mL/min/1.73m2 and eGFR >= 85% of eGFR at baseline))
      and protein-24h <= 0.5 g/24h and inactive-sediment and albumin > 3 g/dL
    `),
    source: 'NCT03673748',
    basis: 'verified in part',
    points: ['baseline'],
    uses: ['inactive-sediment'],
    note: 'Below 60 at baseline, more than 15% above baseline is accepted too',
  },
  {
    id: 'NCT03673748-CR-literal',
    title: 'Complete renal response, NCT03673748, within 15% on both sides',
    rule: sentence(`
      (eGFR >= 60 mL/min/1.73m2
      or (eGFR at baseline < 60 mL/min/1.73m2 and eGFR within 15% of eGFR at baseline))
      and protein-24h <= 0.5 g/24h and inactive-sediment and albumin > 3 g/dL
    `),
    source: 'NCT03673748',
    basis: 'verified',
    points: ['baseline'],
    uses: ['inactive-sediment'],
    note: undefined,
  },
  {
    id: 'NCT03673748-PR',
    title: 'Partial renal response, NCT03673748',
    rule: sentence(`
      (if protein-24h at baseline >= 3.5 g/24h
      then protein-24h < 3.5 g/24h
      else protein-24h falls by > 50% from baseline)
      and eGFR >= 75% of eGFR at baseline
    `),
    source: 'NCT03673748',
    basis: 'verified',
    points: ['baseline'],
    uses: [],
    note: 'Asked where there is no complete response',
  },
];
