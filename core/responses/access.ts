import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** Complete response of ACCESS (abatacept), week 24. */
export const access: readonly LibraryDefinition[] = [
  {
    id: 'ACCESS-CR',
    title: 'Complete response, ACCESS',
    rule: sentence(`
      UPCR < 0.5 g/g
      and (creatinine <= 1.2 mg/dL or creatinine <= 125% of creatinine at baseline)
      and prednisone-equivalent <= 10 mg/d
    `),
    source: 'access2014',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Adherence to the taper is read as the dose of the visit',
  },
];
