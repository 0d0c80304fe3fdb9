import assert from 'node:assert/strict';
import test from 'node:test';
import { ctcaeDictionary } from '#core/conduct/review/ctcae-dictionary.ts';
import { type UsualTerm, usualTerms } from './assumed-events.ts';

const all: readonly UsualTerm[] = usualTerms.value;

test('every usual term is one of the dictionary, written as there, and stands once', () => {
  for (const [term] of all) assert.equal(ctcaeDictionary.find(term)?.term, term);
  assert.equal(new Set(all.map(([term]) => term)).size, all.length);
  assert.ok(all.length >= 36);
});

test('infections are of the class of infections, and nothing else is', () => {
  for (const [term, kind] of all)
    assert.equal(ctcaeDictionary.find(term)?.class === 'Infections and infestations', kind === 'infection', term);
});

/** Grades for which CTCAE v5.0 (`ctcae5`) prints something: cells of others hold a dash. */
const printed: readonly (readonly [term: string, least: number, most: number])[] = [
  ['Upper respiratory infection', 2, 5],
  ['Urinary tract infection', 2, 5],
  ['Shingles', 1, 5],
  ['Sepsis', 3, 5],
  ['Headache', 1, 3],
  ['Nausea', 1, 3],
  ['Diarrhea', 1, 5],
  ['Fever', 1, 5],
  ['Fatigue', 1, 3],
  ['Insomnia', 1, 3],
  ['Alopecia', 1, 2],
  ['Anemia', 1, 5],
  ['White blood cell decreased', 1, 4],
  ['Alanine aminotransferase increased', 1, 4],
  ['Acute kidney injury', 3, 5],
  ['Sudden death NOS', 5, 5],
];

for (const [term, least, most] of printed)
  test(`${term} has grades ${least} to ${most}`, () =>
    assert.deepEqual(all.find(([each]) => each === term)?.slice(2, 4), [least, most]));

test('a share is only of a band in which the term has a grade', () => {
  for (const [term, , least, most, mild, severe, fatal] of all) {
    assert.ok(mild === 0 || least <= 2, term);
    assert.ok(severe === 0 || (most >= 3 && least <= 4), term);
    assert.ok(fatal === 0 || most === 5, term);
    assert.ok(mild + severe + fatal > 0, term);
  }
});

test('it is an assumption of our own, and says so', () =>
  assert.deepEqual([usualTerms.tag, usualTerms.source], ['G', 'own']));
