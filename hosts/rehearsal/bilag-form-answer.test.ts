import assert from 'node:assert/strict';
import test from 'node:test';
import { acceptItem } from '#core/conduct/accept-item.ts';
import { catalogue } from '#core/measures/catalogue.ts';
import { bilagFormAnswer } from './bilag-form-answer.ts';

const form = catalogue.find(({ id }) => id === 'BILAG-2004-items')?.instrument;
const items = new Map((form?.items ?? []).map((item) => [item.id, item]));
const itemCalled = (id: string) => items.get(id) ?? assert.fail(id);

const results: Readonly<Record<string, readonly [string, string]>> = {
  UPCR: ['1.80', 'g/g'],
  creatinine: ['96', 'umol/L'],
  platelets: ['210', '10^9/L'],
  'protein-24h': ['not done', 'g/24h'],
};
const resultOf = (id: string) => results[id];

/** Item, and how it is answered. */
const rows = [
  ['BILAG.83', { item: 'BILAG.83', value: '1.80', unit: 'g/g' }],
  ['BILAG.86', { item: 'BILAG.86', value: '96', unit: 'umol/L' }],
  ['BILAG.94', { item: 'BILAG.94', value: '210', unit: '10^9/L' }],
  ['BILAG.87', { item: 'BILAG.87', value: 'not done' }],
  ['BILAG.05', { item: 'BILAG.05', value: 'not present' }],
  ['BILAG.88', { item: 'BILAG.88', value: 'no' }],
  ['BILAG.83.due-to-lupus', { item: 'BILAG.83.due-to-lupus', value: 'yes' }],
  ['BILAG.before.renal', { item: 'BILAG.before.renal', value: 'no' }],
] as const;
for (const [id, expected] of rows)
  test(`${id}: ${expected.value}`, () => assert.deepEqual(bilagFormAnswer(itemCalled(id), resultOf), expected));

test('every item of the form has an answer that it takes', () => {
  assert.ok(items.size > 97);
  for (const item of items.values())
    assert.equal(acceptItem(bilagFormAnswer(item, resultOf), items), undefined, item.id);
});
