import assert from 'node:assert/strict';
import test from 'node:test';
import { changed, type Edit, isSection, withItem } from '#core/deviations/given.ts';
import { foundAfter, textsAfter } from './given.ts';

/** Creatinine is 0.7 mg/dL and UPCR 2.0 g/g at every visit; plausible are 0.1 to 20 mg/dL (laboratory-rows.ts). */
const rows: readonly (readonly [what: string, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['as it should be', [], []],
  ['the last plausible value', [withItem('week 4', 'creatinine', '6.9')], []],
  ['ten times the value of the visit before, and of the visit after', [withItem('week 4', 'creatinine', '7.0')], []],
  [
    'more than ten times, and so the visit after is less than a tenth',
    [withItem('week 4', 'creatinine', '7.1')],
    ['value far from the visit before: week 4/creatinine', 'value far from the visit before: week 8/creatinine'],
  ],
  ['zero is far from nothing', [withItem('week 4', 'UPCR', '0')], []],
  ['below what is measured, it is not known how far', [withItem('week 4', 'UPCR', '<0.1')], []],
  [
    'less than a tenth',
    [withItem('week 4', 'UPCR', '0.19')],
    ['value far from the visit before: week 4/UPCR', 'value far from the visit before: week 8/UPCR'],
  ],
  ['not done is no value', [withItem('week 4', 'creatinine', 'not done')], []],
];

for (const [what, edits, expected] of rows) test(what, () => assert.deepEqual(foundAfter('cells', ...edits), expected));

test('the visit before is the last at which it was measured', () => {
  const edits = [withItem('week 4', 'UPCR', 'not done'), withItem('week 8', 'UPCR', '21')];
  assert.equal(foundAfter('cells', ...edits)[0], 'value far from the visit before: week 8/UPCR');
  assert.match(
    textsAfter('cells', ...edits)[0] ?? '',
    /^UPCR is 21 g\/g at week 8 and was 2\.0 g\/g at baseline: more than 10 times apart/,
  );
});

test('outside what is plausible', () => {
  const edit = withItem('screening', 'creatinine', '25');
  assert.equal(foundAfter('cells', edit)[0], 'value not plausible: screening/creatinine');
  assert.equal(
    textsAfter('cells', edit)[0],
    'creatinine at screening is 25 mg/dL; plausible are 0.1 to 20 mg/dL. Please check it against the source.',
  );
});

/** Writes the creatinine of a visit in umol/L: 62 are 0.7 mg/dL. */
const inMicromoles = (visit: string): Edit =>
  changed('section recorded', isSection(visit, 'kidney'), {
    items: [{ item: 'creatinine', value: '62', unit: 'umol/L' }],
  });

test('a unit other than that of the visit before, and other again when it changes back', () => {
  const found = foundAfter('cells', inMicromoles('week 4')).filter((each) => each.startsWith('unit'));
  assert.deepEqual(found, ['unit other than usual: week 4/creatinine', 'unit other than usual: week 8/creatinine']);
});

const unitRows = [
  ['0.7', false],
  ['2.5', false],
  ['8.2', false],
  ['14', true],
  ['19', true],
  ['0.03', true],
] as const;

/** The laboratory of `tablets` gives creatinine of women in umol/L; results are 0.7 mg/dL, 62 umol/L. */
test('a first result in another unit than the normal range is converted, and asked about only where it is far from it', () => {
  assert.deepEqual(foundAfter('tablets'), []);
  const asked = (value: string): readonly string[] =>
    foundAfter('tablets', withItem('screening', 'creatinine', value)).filter((each) => each.startsWith('unit'));
  const question = ['unit other than usual: screening/creatinine'];
  // 88.40 umol/L are 1 mg/dL: ten times the upper limit of 73 are 8.3 mg/dL, a tenth of the lower of 41 is 0.046.
  for (const [value, expected] of unitRows) assert.deepEqual(asked(value), expected ? question : [], value);
  const text = textsAfter('tablets', withItem('screening', 'creatinine', '14')).find((each) => each.includes('unit'));
  assert.equal(text, 'creatinine at screening is in mg/dL; usual is umol/L. Please check the unit.');
});
