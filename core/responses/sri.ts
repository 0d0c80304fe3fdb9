import type { LibraryDefinition } from './library-definition.ts';
import { sentence } from './sentence.ts';

/** SLE responder index: activity falls by n points with no new organ grade and no worsening. */
export const sri: readonly LibraryDefinition[] = [
  {
    id: 'SRI-4',
    title: 'SLE responder index 4',
    rule: sentence(`
      SLEDAI-2K falls by >= 4 from baseline
      and number of new A grades of BILAG-2004 from baseline = 0
      and number of new B grades of BILAG-2004 from baseline <= 1
      and PGA - PGA at baseline < 0.3
    `),
    source: 'furie2009',
    basis: 'verified',
    points: ['baseline'],
    uses: [],
    note: 'Physician global assessment on the scale from 0 to 3; a rise of exactly 0.3 is worsening',
  },
  {
    id: 'SRI-5',
    title: 'SLE responder index 5',
    rule: sentence(`
      SLEDAI-2K falls by >= 5 from baseline
      and number of new A grades of BILAG-2004 from baseline = 0
      and number of new B grades of BILAG-2004 from baseline <= 1
      and PGA - PGA at baseline < 0.3
    `),
    source: 'furie2009',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Physician global assessment on the scale from 0 to 3; a rise of exactly 0.3 is worsening',
  },
  {
    id: 'SRI-6',
    title: 'SLE responder index 6',
    rule: sentence(`
      SLEDAI-2K falls by >= 6 from baseline
      and number of new A grades of BILAG-2004 from baseline = 0
      and number of new B grades of BILAG-2004 from baseline <= 1
      and PGA - PGA at baseline < 0.3
    `),
    source: 'furie2009',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Physician global assessment on the scale from 0 to 3; a rise of exactly 0.3 is worsening',
  },
  {
    id: 'SRI-7',
    title: 'SLE responder index 7',
    rule: sentence(`
      SLEDAI-2K falls by >= 7 from baseline
      and number of new A grades of BILAG-2004 from baseline = 0
      and number of new B grades of BILAG-2004 from baseline <= 1
      and PGA - PGA at baseline < 0.3
    `),
    source: 'furie2009',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Physician global assessment on the scale from 0 to 3; a rise of exactly 0.3 is worsening',
  },
  {
    id: 'SRI-8',
    title: 'SLE responder index 8',
    rule: sentence(`
      SLEDAI-2K falls by >= 8 from baseline
      and number of new A grades of BILAG-2004 from baseline = 0
      and number of new B grades of BILAG-2004 from baseline <= 1
      and PGA - PGA at baseline < 0.3
    `),
    source: 'furie2009',
    basis: 'verified in part',
    points: ['baseline'],
    uses: [],
    note: 'Physician global assessment on the scale from 0 to 3; a rise of exactly 0.3 is worsening',
  },
];
