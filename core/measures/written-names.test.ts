import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from './catalogue.ts';
import { type WrittenItems, writtenNames } from './written-names.ts';

const sorted = (measure: string, items: WrittenItems) => {
  const found = catalogue.find(({ id }) => id === measure) ?? assert.fail(measure);
  const { named, fills } = writtenNames(found, items);
  return [
    ...named.map(({ id, text, path }) => `${path.join('/')}: ${id} = ${text}`),
    ...fills.map(({ form, text, path }) => `${path.join('/')}: fills ${form.id} with ${text}`),
  ];
};

/** Forms of gladman2002 and inker2021. */
const rows: readonly (readonly [measure: string, items: WrittenItems, expected: readonly string[]])[] = [
  ['SLEDAI-2K', {}, []],
  ['SLEDAI-2K', { rash: 'present' }, ['items/rash: SLEDAI-2K.rash = present']],
  [
    'SLEDAI-2K',
    { others: 'absent', rash: 'present' },
    ['items/rash: SLEDAI-2K.rash = present', 'items/others: fills SLEDAI-2K with absent'],
  ],
  [
    'eGFR',
    { creatinine: '1.2 mg/dL', 'SLEDAI-2K': { rash: 'present', others: 'absent' } },
    [
      'items/creatinine: creatinine = 1.2 mg/dL',
      'items/SLEDAI-2K/rash: SLEDAI-2K.rash = present',
      'items/SLEDAI-2K/others: fills SLEDAI-2K with absent',
    ],
  ],
  ['eGFR', { others: 'absent' }, ['items/others: undefined = absent']],
  ['sex', { others: 'absent' }, ['items/others: undefined = absent']],
  ['SLEDAI-2K', { 'SLEDAI-2K': { creatinine: '1' } }, ['items/SLEDAI-2K/creatinine: undefined = 1']],
  ['SLEDAI-2K', { rash: { a: 'b' } }, ['items/rash: undefined = ']],
  ['SLEDAI-2K', { 'SLEDAI-2K': 'absent' }, ['items/SLEDAI-2K: undefined = absent']],
];

for (const [measure, items, expected] of rows)
  test(`beside ${measure}: ${JSON.stringify(items)}`, () => assert.deepEqual(sorted(measure, items), expected));
