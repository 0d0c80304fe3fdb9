import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { fuzzSentences, handleSentence, rulesIn } from './handle-sentence.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const { study } = readStudy(text);
assert(study !== undefined);

test('5,000 mutated sentences: none throws, each refusal has a place, each sentence that is read means one thing', () => {
  const { counts, broken } = fuzzSentences(text, study, 5000, 'npm test');
  assert.deepEqual(broken, []);
  const { refused = 0, accepted = 0, 'at fault': atFault = 0 } = counts;
  assert.equal(refused + accepted + atFault, 5000);
  assert(refused > 2500 && accepted > 500 && atFault > 10, JSON.stringify(counts));
});

test('the sentences of the study themselves are accepted', () => {
  for (const rule of rulesIn(text)) assert.equal(handleSentence(rule, study), 'accepted', rule);
});

const rows: readonly (readonly [string, string])[] = [
  ['UPCR < 0.5 g/g', 'accepted'],
  ['UPCR < 0.5', 'at fault'],
  ['UPCR <', 'refused'],
  ['', 'refused'],
  ['\u0000'.repeat(100), 'refused'],
  ['('.repeat(10_000), 'refused'],
  ['not '.repeat(2500), 'refused'],
  ['x'.repeat(1_000_000), 'refused'],
  ['received rituximab within 99999 years before screening', 'refused'],
  [`UPCR < ${'9'.repeat(40)} g/g`, 'refused'],
  [`PGA${' + PGA'.repeat(1600)} > 1`, 'refused'],
  [`PGA${' + PGA'.repeat(200)} > 1`, 'accepted'],
  [`PGA > 1${' or PGA > 1'.repeat(900)}`, 'accepted'],
];
for (const [sentence, expected] of rows)
  test(`${JSON.stringify(sentence.slice(0, 60))} is ${expected}`, () =>
    assert.equal(handleSentence(sentence, study), expected));
