import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checkFormula } from '#core/criteria/check.ts';
import { everyFormula, measuresAsked } from '#core/criteria/walk.ts';
import { definitions, names, read } from './given.ts';
import { library, libraryDefinition } from './library.ts';

const bibliography = readFileSync('evidence/references.bib', 'utf8');

test('each name is written once, and is found by it', () => {
  assert(library.length > 30);
  assert.equal(new Set(library.map(({ id }) => id)).size, library.length);
  for (const definition of library) assert.equal(libraryDefinition(definition.id), definition);
  assert.equal(libraryDefinition('KDIGO-2024-XR'), undefined);
});

for (const { id, rule, source, points, uses } of library) {
  test(`${id}: reads, types, and has a source`, () => {
    assert.deepEqual(checkFormula(read(rule), { lexicon: names, pointsRequired: false, isScheduled: () => true }), []);
    assert(/^NCT\d{8}$/.test(source) || bibliography.includes(`{${source},`), source);
  });

  test(`${id}: says which points and which other definitions it names`, () => {
    const inner = everyFormula(read(rule));
    const asked = inner.flatMap((each) => (each.kind === 'reference' ? [each.definition] : []));
    assert.deepEqual([...new Set(asked)].toSorted(), [...uses].toSorted());
    const named = measuresAsked(read(rule)).flatMap(({ point }) => (point.kind === 'named' ? [point.name] : []));
    for (const name of named) assert(points.includes(name), `${name} is not among its points`);
    for (const point of points) assert(rule.includes(point), `${point} is not in the rule`);
  });
}

test('no rule asks points of its own, so that every point of it can be given another name', () => {
  for (const [id, condition] of definitions)
    assert(!everyFormula(condition).some(({ kind }) => kind === 'any-point' || kind === 'every-point'), id);
});
