import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { fuzzStudies, handleStudy } from './handle-study.ts';

const text = readFileSync('trials/nct05631717/study.yaml', 'utf8');

test('1,000 mutated study files: none throws, none is half read, each finding has its place and says what', () => {
  const { counts, broken } = fuzzStudies(text, 1000, 'npm test');
  assert.deepEqual(broken, []);
  const { refused = 0, accepted = 0 } = counts;
  assert.equal(refused + accepted, 1000);
  assert(refused > 600 && accepted > 20, JSON.stringify(counts));
});

test('the study itself is accepted, half of it is not', () => {
  assert.equal(handleStudy(text), 'accepted');
  assert.equal(handleStudy(text.slice(0, text.length / 2)), 'refused');
});
