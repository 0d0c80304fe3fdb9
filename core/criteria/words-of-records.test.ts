import assert from 'node:assert/strict';
import test from 'node:test';
import { conditionOf } from './given.ts';
import {
  comparatorWords,
  noRecordsWords,
  pointWords,
  queryWords,
  recordsWords,
  windowWords,
} from './words-of-records.ts';

/** Sentence, its words. */
const rows: readonly (readonly [string, string])[] = [
  ['received rituximab ever', 'has received rituximab at any time'],
  ['takes mycophenolate at baseline', 'takes mycophenolate at baseline'],
  ['had pneumonia, tuberculosis, herpes-zoster ever', 'has had pneumonia, tuberculosis or herpes zoster at any time'],
  ['has infection at least 7 days before consent', 'has infection 7 days or longer before consent'],
  ['had infection since consent', 'has had infection from consent up to that visit'],
  [
    'changed dose of tacrolimus within 2 to 6 months before consent counting starts and stops',
    'has changed the dose of tacrolimus in the 2 to 6 months before consent, starts and stops counted',
  ],
  [
    'received prednisone where (not (failed or dose <= 5 mg/d)) ever',
    'has received prednisone (not (failed or at a dose at most 5 mg/d)) at any time',
  ],
];
for (const [sentence, words] of rows)
  test(sentence, () => {
    const read = conditionOf(sentence);
    assert(read.kind === 'records');
    assert.equal(recordsWords(read), words);
    assert(recordsWords(read).endsWith(queryWords(read)));
    assert(queryWords(read).includes(windowWords(read.window)));
  });

test('each comparator has words of its own', () => assert.equal(new Set(Object.values(comparatorWords)).size, 6));
test('the point that is left open is that visit', () => assert.equal(pointWords({ kind: 'here' }), 'that visit'));

test('what is denied says so in its verb', () => {
  for (const [sentence, denied] of [
    ['had infection ever', 'has not had infection at any time'],
    ['has infection ever', 'does not have infection at any time'],
    ['takes prednisone ever', 'does not take prednisone at any time'],
  ] as const) {
    const read = conditionOf(sentence);
    assert(read.kind === 'records');
    assert.equal(noRecordsWords(read), denied);
  }
});
