import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Responses as the registry record of NCT05631717 words them. */
export const nct05631717: readonly LibraryDefinition[] = [
  {
    id: 'NCT05631717-CR',
    title: 'Complete response, NCT05631717',
    rule: sentence(`
      (creatinine <= 1.2 mg/dL or creatinine <= 125% of creatinine at baseline)
      and any available of (UPCR < 0.5 g/g; protein-24h < 0.5 g/24h)
      and prednisone-equivalent <= 10 mg/d
    `),
    source: 'NCT05631717',
    basis: 'verified',
    points: ['baseline'],
    uses: [],
    note: undefined,
  },
  {
    id: 'NCT05631717-PR',
    title: 'Partial response, NCT05631717',
    rule: sentence(`
      (if any available of (UPCR at baseline >= 0.5 g/g; protein-24h at baseline >= 0.5 g/24h)
      then (if creatinine at baseline > 1.2 mg/dL
      then creatinine falls by > 30% from baseline
      and first available of (UPCR falls by > 30% from baseline; protein-24h falls by > 30% from baseline)
      and not judged "other indicator of deterioration"
      else first available of (UPCR falls by > 50% from baseline; protein-24h falls by > 50% from baseline))
      else undefined "there is no partial response for urine protein that was normal before treatment")
    `),
    source: 'NCT05631717',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Asked where there is no complete response; abnormal before treatment is above 1.2 mg/dL and from 0.5 g on',
  },
];
