import assert from 'node:assert/strict';
import test from 'node:test';
import { lexicon } from './given.ts';
import { countsAs, namesOf, withNeeds } from './lexicon.ts';

const rows: readonly (readonly [string, string, boolean])[] = [
  ['rituximab', 'rituximab', true],
  ['rituximab', 'B-cell-depletion', true],
  ['B-cell-depletion', 'rituximab', false],
  ['tofacitinib', 'JAK-inhibitor', true],
  ['tofacitinib', 'targeted-immune-drug', true],
  ['etanercept', 'B-cell-depletion', false],
  ['live-zoster-vaccine', 'live-vaccine', true],
  ['live-zoster-vaccine', 'zoster-vaccine', true],
  ['zoster-vaccine', 'live-vaccine', false],
  ['cured-basal-cell-carcinoma', 'malignancy', true],
  ['unheard-of', 'malignancy', false],
  ['unheard-of', 'unheard-of', true],
];
for (const [concept, wanted, expected] of rows)
  test(`${concept} ${expected ? 'counts' : 'does not count'} as ${wanted}`, () =>
    assert.equal(countsAs(lexicon, concept, wanted), expected));

test('a circle of wider concepts ends', () => {
  const round = new Map([
    ['a', { id: 'a', source: 'condition' as const, is: ['b'], attributes: [] }],
    ['b', { id: 'b', source: 'condition' as const, is: ['a'], attributes: [] }],
  ]);
  assert.equal(countsAs({ ...lexicon, concepts: round }, 'a', 'c'), false);
  assert.equal(countsAs({ ...lexicon, concepts: round }, 'a', 'b'), true);
});

test('names of each kind, in the order asked', () => {
  assert.deepEqual(namesOf(lexicon, ['definition']), ['CR', 'low-protein']);
  assert.deepEqual(namesOf(lexicon, ['point']).slice(0, 2), ['consent', 'screening']);
  assert(namesOf(lexicon, ['measure']).includes('UPCR'));
  assert(namesOf(lexicon, ['concept']).includes('rituximab'));
  assert.deepEqual(namesOf(lexicon, ['definition', 'point']).slice(0, 3), ['CR', 'low-protein', 'consent']);
  assert.deepEqual(namesOf(lexicon, []), []);
});

/** A measure, and what has to be measured with it. */
const needs = [
  ['creatinine', ['creatinine']],
  ['eGFR', ['eGFR']],
  ['creatinine-clearance', ['creatinine-clearance', 'weight']],
  ['eGFR-by-age', ['eGFR-by-age', 'height']],
  ['eGFR-creatinine-cystatin-C', ['eGFR-creatinine-cystatin-C', 'cystatin-C']],
  ['unheard-of', ['unheard-of']],
] as const;
for (const [measure, expected] of needs)
  test(`${measure} needs ${expected.slice(1).join(' and ') || 'nothing else'}`, () =>
    assert.deepEqual(withNeeds(measure, lexicon), expected));
