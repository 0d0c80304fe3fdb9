import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Renal responses of the American College of Rheumatology, 2006. */
export const acr2006: readonly LibraryDefinition[] = [
  {
    id: 'ACR-2006-CR',
    title: 'Complete renal response, ACR 2006',
    rule: sentence(`
      UPCR < 0.2 g/g
      and (if creatinine at baseline > 1 x ULN
      then eGFR rises by >= 25% from baseline
      else creatinine <= 1 x ULN)
      and inactive-sediment
    `),
    source: 'acr2006',
    basis: 'verified',
    points: ['baseline'],
    uses: ['inactive-sediment'],
    note: undefined,
  },
  {
    id: 'ACR-2006-PR',
    title: 'Partial renal response, ACR 2006',
    rule: sentence(`
      UPCR between 0.2 g/g and 2 g/g
      and UPCR falls by >= 50% from baseline
      and (if creatinine at baseline > 1 x ULN
      then eGFR rises by >= 25% from baseline
      else eGFR >= eGFR at baseline)
      and inactive-sediment
    `),
    source: 'acr2006',
    basis: 'verified in part',
    points: ['baseline'],
    uses: ['inactive-sediment'],
    note: 'That proteinuria also falls by half is recalled',
  },
];
