import type { GuideFamily, MeasureGuide, WorkedExample } from '../guide.ts';

/** Each scale is a measure and an item of its own; all of them answer from 0 to 3. */
const scale = (
  id: string,
  marked: string,
  as: readonly string[],
  examples: readonly WorkedExample[],
): MeasureGuide => ({
  rule: [
    "The physician's mark for the activity of the disease as a whole: 0 none, 1 mild, 2 moderate, 3 severe.",
    ...as,
  ],
  edges: [
    `Taken ${marked}; everything else is not. Numbers compare exactly: 0.7 − 0.4 is 0.3, and not less than 0.3.`,
    'It is assessed before SLEDAI-2K is filled in.',
  ],
  options: [
    {
      id: 'scale',
      choices: ['PGA: 0 to 3', 'PGA-100mm: 0 to 100 mm', 'PGA-10: 0 to 10'],
      default: 'PGA: 0 to 3',
      why: `Each scale is a measure of its own, and this one is ${id}. The scale is never guessed from the number.`,
      tag: 'verified',
    },
  ],
  licence: 'A scale of one line: nothing to license.',
  examples: [...examples, { id: 'b', answers: { [id]: 'not done' }, says: 'PGA not known' }],
});

export const pgaGuides: GuideFamily = {
  group: 'activity',
  page: undefined,
  guides: new Map([
    ['PGA', scale('PGA', 'from 0 to 3 in steps of 0.1', [], [{ id: 'a', answers: { PGA: '1.8' }, says: 'PGA 1.8' }])],
    [
      'PGA-100mm',
      scale(
        'PGA-100mm',
        'from 0 to 100 in whole millimetres',
        ['Millimetres · 3/100.'],
        [{ id: 'a', answers: { 'PGA-100mm': '30' }, says: 'PGA 0.9' }],
      ),
    ],
    [
      'PGA-10',
      scale(
        'PGA-10',
        'from 0 to 10 in steps of 0.1',
        ['The number · 3/10.'],
        [{ id: 'a', answers: { 'PGA-10': '3' }, says: 'PGA 0.9' }],
      ),
    ],
  ]),
};
