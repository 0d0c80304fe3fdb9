import assert from 'node:assert/strict';
import test from 'node:test';
import { type Dictionary, type DictionaryRow, openDictionary } from './dictionary.ts';

const rows: readonly DictionaryRow[] = [
  { term: 'Headache', code: '1', class: 'Nerves' },
  { term: 'Heart ache', code: '2', class: 'Heart' },
];
const opened = (): Dictionary => {
  const answer = openDictionary('Words 1.0', rows);
  return 'faults' in answer ? assert.fail(JSON.stringify(answer)) : answer;
};

test('a term is found whatever its capitals, with its code and class', () => {
  const headache = { dictionary: 'Words 1.0', term: 'Headache', code: '1', class: 'Nerves' };
  for (const term of ['Headache', 'headache', ' HEADACHE ']) assert.deepEqual(opened().find(term), headache);
  for (const term of ['', 'Head', 'constructor']) assert.equal(opened().find(term), undefined, term);
});

test('what is not in it is met with the nearest term', () => {
  const near: readonly (readonly [string, string | undefined])[] = [
    ['hedache', 'Headache'],
    ['hart ache', 'Heart ache'],
    ['sinusitis', undefined],
  ];
  for (const [written, expected] of near) assert.equal(opened().nearest(written), expected, written);
});

test('rows that say less are named, and none of the dictionary is opened', () => {
  const broken: readonly DictionaryRow[] = [
    ...rows,
    { code: '3', class: 'Skin' },
    { term: 'Rash', code: ' ', class: 'Skin' },
    { term: 'Rash', code: '4' },
    { term: 'headache', code: '5', class: 'Nerves' },
  ];
  assert.deepEqual(openDictionary('Words 1.0', broken), {
    faults: [
      { row: 3, why: 'no term' },
      { row: 4, why: 'no code' },
      { row: 5, why: 'no class' },
      { row: 6, why: 'term twice' },
    ],
  });
});
