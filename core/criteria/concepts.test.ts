import assert from 'node:assert/strict';
import test from 'node:test';
import { catalogue } from '#core/measures/catalogue.ts';
import { equivalence } from '#core/measures/prednisone-equivalent.ts';
import { concepts } from './concepts.ts';

const all = [...concepts.values()];

test('each id is written once, and the map is keyed by it', () => {
  assert(all.length > 60);
  for (const [id, concept] of concepts) assert.equal(id, concept.id);
});

test('an id is one token of the language and no measure', () => {
  const measures = new Set(catalogue.map((measure) => measure.id));
  for (const { id } of all) {
    assert.match(id, /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/);
    assert(!measures.has(id), id);
  }
});

test('what a concept counts as exists, in the same source, and never leads back', () => {
  const wider = (id: string, seen: readonly string[]): void => {
    assert(!seen.includes(id), `${id} counts as itself`);
    for (const next of concepts.get(id)?.is ?? []) {
      assert.equal(concepts.get(next)?.source, concepts.get(id)?.source, `${id} is ${next}`);
      wider(next, [...seen, id]);
    }
  };
  for (const { id } of all) wider(id, []);
});

test('a narrower concept has every attribute of the wider one', () => {
  for (const { id, is, attributes } of all)
    for (const wide of is)
      for (const attribute of concepts.get(wide)?.attributes ?? [])
        assert(attributes.includes(attribute), `${id}: ${attribute}`);
});

test('every steroid that has an equivalent can be recorded, and is a glucocorticoid', () => {
  for (const drug of equivalence.keys()) assert.deepEqual(concepts.get(drug)?.is, ['glucocorticoid'], drug);
});

/** The drugs and procedures that the registry record of NCT05631717 names in its exclusions 1, 2, 4, 6 and 7. */
const named: readonly (readonly [string, string])[] = [
  ['rituximab', 'medication'],
  ['mycophenolate', 'medication'],
  ['cyclophosphamide', 'medication'],
  ['ciclosporin', 'medication'],
  ['tacrolimus', 'medication'],
  ['tripterygium', 'medication'],
  ['leflunomide', 'medication'],
  ['azathioprine', 'medication'],
  ['iguratimod', 'medication'],
  ['belimumab', 'medication'],
  ['tocilizumab', 'medication'],
  ['plasmapheresis', 'procedure'],
  ['immunoadsorption', 'procedure'],
  ['onychomycosis', 'condition'],
  ['zoster-vaccine', 'vaccination'],
  ['cured-basal-cell-carcinoma', 'condition'],
];
for (const [id, source] of named) test(`${id} is a ${source}`, () => assert.equal(concepts.get(id)?.source, source));
