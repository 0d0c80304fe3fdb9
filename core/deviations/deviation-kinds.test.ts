import assert from 'node:assert/strict';
import test from 'node:test';
import { type DeviationImportance, deviationKinds, isDeviationKind } from './deviation-kinds.ts';

const kinds = Object.keys(deviationKinds).filter(isDeviationKind);

test('the catalogue has at least 40 kinds, and each title is its own', () => {
  assert.ok(kinds.length >= 40);
  assert.equal(new Set(kinds.map((kind) => deviationKinds[kind].title)).size, kinds.length);
});

test('names are spaced words, and titles are sentences without their full stop', () => {
  for (const kind of kinds) {
    assert.match(kind, /^[a-z]+([ -][a-z]+)*$/);
    assert.match(deviationKinds[kind].title, /^[A-Z].*[a-z0-9]$/);
  }
});

/** What touches rights, safety or the primary endpoint is important: ICH E3, section 10.2, by our reading. */
const rows: readonly (readonly [keyof typeof deviationKinds, DeviationImportance])[] = [
  ['act without consent', 'important'],
  ['assent missing', 'important'],
  ['consent entered late', 'minor'],
  ['found ineligible later', 'important'],
  ['screening too early', 'minor'],
  ['wrong stratum', 'important'],
  ['visit after its window', 'minor'],
  ['primary visit outside its window', 'important'],
  ['visit missed', 'minor'],
  ['primary visit missed', 'important'],
  ['item not done', 'minor'],
  ['primary endpoint not known', 'important'],
  ['pregnancy test not done', 'important'],
  ['dose late', 'minor'],
  ['dose of a wrong amount', 'important'],
  ['dose after a stopping rule', 'important'],
  ['medicine not returned', 'minor'],
  ['taken too little', 'important'],
  ['prohibited medicine begun', 'important'],
  ['serious event possibly reported late', 'minor'],
  ['no contact', 'important'],
];
for (const [kind, importance] of rows)
  test(`${kind} is ${importance}`, () => assert.equal(deviationKinds[kind].importance, importance));

test('what is not in the catalogue is no kind', () => {
  assert.equal(isDeviationKind('visit missed'), true);
  assert.equal(isDeviationKind('visit forgotten'), false);
  assert.equal(isDeviationKind('toString'), false);
});
