import assert from 'node:assert/strict';
import test from 'node:test';
import { asked, type Edit, isSection, isVisit, until, withItem, without } from '#core/deviations/given.ts';
import { foundAfter, textsAfter } from './given.ts';

type From = Parameters<typeof foundAfter>[0];
const kidney: Edit = without('section recorded', isSection('week 4', 'kidney'));

const rows: readonly (readonly [what: string, from: From, edits: readonly Edit[], expected: readonly string[]])[] = [
  ['a section that is not due yet, 7 days after its visit', 'cells', [until(28), kidney, asked(35)], []],
  ['the same a day later', 'cells', [until(28), kidney, asked(36)], ['section missing: week 4']],
  ['one item of a section', 'cells', [withItem('week 4', 'ALT', undefined)], ['item missing: week 4']],
  ['an item that was entered as not done', 'cells', [withItem('week 4', 'ALT', 'not done')], []],
  [
    'two items are one query, of each visit',
    'cells',
    [withItem('week 4', 'ALT', undefined), withItem('week 4', 'UPCR', undefined), withItem('week 8', 'ALT', undefined)],
    ['item missing: week 4', 'item missing: week 8'],
  ],
  [
    'a section and an item of another',
    'cells',
    [kidney, withItem('week 4', 'ALT', undefined)],
    ['section missing: week 4', 'item missing: week 4'],
  ],
  ['a visit that was not held', 'cells', [without('visit held', isVisit('week 4'))], []],
  ['somebody who was never enrolled', 'cells', [kidney, without('participant enrolled')], []],
  [
    'an item that is sealed after day 0 is asked of nobody who is masked, and before it of all',
    'tablets',
    [withItem('week 4', 'lymphocytes', undefined), withItem('screening', 'lymphocytes', undefined)],
    ['item missing: screening'],
  ],
];

for (const [what, from, edits, expected] of rows)
  test(what, () => assert.deepEqual(foundAfter(from, ...edits), expected));

test('what is asked names what is missing', () => {
  assert.deepEqual(textsAfter('cells', kidney, withItem('week 4', 'ALT', undefined)), [
    'Nothing was entered at week 4 for: kidney. Please enter it, or each item as not done.',
    'Not entered at week 4: ALT. Please enter it, or as not done.',
  ]);
});
