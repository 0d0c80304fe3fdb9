import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { edited } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';
import { lexiconOf } from './study-lexicon.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const lexicon = (of: string) => {
  const read = readDefinition(of);
  assert.ok(isDefinition(read));
  return lexiconOf(read.definition);
};

test('points stand in the order of time: consent, screening, randomisation, first dose, the other visits', () => {
  assert.deepEqual(lexicon(text).points, [
    'consent',
    'screening',
    'randomisation',
    'first dose',
    'baseline',
    'week 4',
    'week 8',
    'week 12',
    'week 16',
    'week 20',
    'week 24',
  ]);
  assert.equal(lexicon(text).visits.has('consent'), false, 'nothing is measured at a milestone');
  assert.equal(lexicon(text).visits.has('baseline'), true);
});

test('age counts as the study says', () => {
  assert.equal(lexicon(text).measures.get('age')?.rule, 'age-completed/1');
  assert.equal(lexicon(edited(text, 'age: completed years', 'age: exact')).measures.get('age')?.rule, 'age-exact/1');
});

test('definitions and the catalogue are there by name', () => {
  const { definitions, measures, concepts } = lexicon(text);
  assert.deepEqual([...definitions], ['urine-abnormal-at-baseline', 'creatinine-abnormal-at-baseline', 'CR', 'PR']);
  for (const measure of ['SLEDAI-2K', 'UPCR', 'prednisone-equivalent']) assert.ok(measures.has(measure), measure);
  assert.equal(concepts.get('rituximab')?.source, 'medication');
});
