import type { GuideFamily, MeasureGuide } from '../guide.ts';

/** Worked examples D1 to D3. */
const sdi: MeasureGuide = {
  rule: [
    'Damage since the onset of lupus, whatever caused it: 41 items in twelve systems, 0 to 47.',
    'Most items count 1. Stroke, myocardial infarction, significant tissue loss, infarction in the abdomen, avascular necrosis and malignancy count 2 for more than one event or site.',
    'End-stage kidney disease counts 3 and replaces the other two items of the kidney.',
  ],
  edges: [
    'An item counts when it has been there for 6 months or more; two strokes lie 6 months or more apart.',
    'It never falls from one assessment to the next. The program does not compare visits: a fall is a query for the site.',
    'An item that was not assessed leaves bounds.',
  ],
  options: [],
  licence: 'Items and points are facts in our own short words: nothing to license.',
  examples: [
    {
      id: 'D1',
      answers: { cataract: '1', 'avascular-necrosis': '2', diabetes: '1', others: '0' },
      says: 'SDI 4: cataract 1, avascular-necrosis 2, diabetes 1',
    },
    {
      id: 'D2',
      answers: { 'low-filtration': '1', 'heavy-proteinuria': '1', 'end-stage-kidney': '1', others: '0' },
      says: 'SDI 3: low-filtration 1, heavy-proteinuria 1, end-stage-kidney 1',
    },
    {
      id: 'D3',
      answers: { 'myocardial-infarction': '2', stroke: '1', others: '0' },
      says: 'SDI 3: stroke 1, myocardial-infarction 2',
    },
  ],
};

export const damageGuides: GuideFamily = { group: 'activity', page: undefined, guides: new Map([['SDI', sdi]]) };
