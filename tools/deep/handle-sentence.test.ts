import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { readStudy } from '#core/study/compile-study.ts';
import { fuzzSentences, handleSentence, rulesIn } from './handle-sentence.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');
const { study } = readStudy(text);
assert(study !== undefined);

test('3,000 mutated sentences: none throws, each refusal has a place, each sentence that is read means one thing', () => {
  const { counts, broken } = fuzzSentences(text, study, 3000, 'npm test');
  assert.deepEqual(broken, []);
  const { refused = 0, accepted = 0, 'at fault': atFault = 0 } = counts;
  assert.equal(refused + accepted + atFault, 3000);
  assert(refused > 1500 && accepted > 300 && atFault > 5, JSON.stringify(counts));
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
  [`received rituximab where (${'not '.repeat(2000)}failed) ever`, 'refused'],
  [`received rituximab where (${'('.repeat(2000)}failed) ever`, 'refused'],
  [`received rituximab where (failed${' and failed'.repeat(800)}) ever`, 'accepted'],
  [`received rituximab${', rituximab'.repeat(800)} ever`, 'accepted'],
  ['any available of ('.repeat(500), 'refused'],
  ['(if '.repeat(2000), 'refused'],
  [`UPCR > ${'50% of '.repeat(1200)}UPCR`, 'refused'],
  [`classify (${Array.from({ length: 500 }, (_, index) => `"${index}": PGA > ${index}`).join('; ')})`, 'accepted'],
  [`every point from baseline to week 24 where (PGA > 1${' or PGA > 1'.repeat(200)})`, 'accepted'],
  [`at least 6 of (PGA > 1${'; PGA > 1'.repeat(11)})`, 'accepted'],
  [`UPCR > 1 ${'g/'.repeat(2000)}g`, 'at fault'],
];
for (const [sentence, expected] of rows)
  test(`${JSON.stringify(sentence.slice(0, 60))} is ${expected}`, () =>
    assert.equal(handleSentence(sentence, study), expected));
