import type { GuideFamily, MeasureGuide } from '../guide.ts';

const facts = 'Classes, lesions and scores are facts in our own short words: nothing to license.';

const lnClass: MeasureGuide = {
  rule: [
    'The classes of the biopsy as they were reported: I minimal mesangial, II mesangial proliferative, III focal, IV diffuse, V membranous, VI advanced sclerosing.',
    'Mixed classes are written with a comma or a plus: III, V or III+V.',
  ],
  edges: [
    'III is below, IV from 50% of the glomeruli; VI is 90% or more sclerosed.',
    'A class named twice, or an unknown one, is not taken. Without a report every class stays possible.',
  ],
  options: [
    {
      id: 'revision',
      choices: ['2003, with A, C, S and G', '2018, without them'],
      default: '2018, without them',
      why: 'The subdivisions of 2003 gave way to the activity and chronicity indices. The form takes classes only.',
      tag: 'verified',
    },
  ],
  licence: facts,
  examples: [
    { id: 'a', answers: { 'LN-class': 'V+III' }, says: 'lupus nephritis class III + V' },
    { id: 'b', answers: { 'LN-class': 'not done' }, says: 'class of lupus nephritis not known' },
  ],
};

const edges = [
  'Each lesion: 0 none, 1 below 25%, 2 from 25 to 50%, 3 above 50% of the glomeruli, or of the cortex for the interstitium and the tubules.',
  'A lesion that was not scored leaves bounds.',
];

/** Worked examples N1 and N2. */
const activity: MeasureGuide = {
  rule: [
    'Endocapillary hypercellularity + neutrophils or karyorrhexis + 2 · fibrinoid necrosis + hyaline deposits + 2 · cellular or fibrocellular crescents + interstitial inflammation: 0 to 24.',
  ],
  edges,
  options: [],
  licence: facts,
  examples: [
    {
      id: 'N1',
      answers: { endocapillary: '2', others: '1' },
      says: 'NIH-activity 9: endocapillary 2, neutrophils 1, necrosis 1, hyaline-deposits 1, crescents 1, interstitial-inflammation 1',
    },
    {
      id: 'N2',
      answers: { others: '3' },
      says: 'NIH-activity 24: endocapillary 3, neutrophils 3, necrosis 3, hyaline-deposits 3, crescents 3, interstitial-inflammation 3',
    },
    {
      id: 'a',
      answers: { crescents: 'not done', others: '1' },
      says: 'NIH-activity 6 to 12: endocapillary 1, neutrophils 1, necrosis 1, hyaline-deposits 1, interstitial-inflammation 1',
    },
  ],
};

/** Worked examples N2 and N3. */
const chronicity: MeasureGuide = {
  rule: ['Glomerulosclerosis + fibrous crescents + tubular atrophy + interstitial fibrosis: 0 to 12.'],
  edges,
  options: [],
  licence: facts,
  examples: [
    {
      id: 'N2',
      answers: { others: '3' },
      says: 'NIH-chronicity 12: glomerulosclerosis 3, fibrous-crescents 3, tubular-atrophy 3, interstitial-fibrosis 3',
    },
    {
      id: 'N3',
      answers: { 'fibrous-crescents': '0', others: '1' },
      says: 'NIH-chronicity 3: glomerulosclerosis 1, tubular-atrophy 1, interstitial-fibrosis 1',
    },
  ],
};

export const histologyGuides: GuideFamily = {
  group: 'histology',
  page: undefined,
  guides: new Map([
    ['LN-class', lnClass],
    ['NIH-activity', activity],
    ['NIH-chronicity', chronicity],
  ]),
};
