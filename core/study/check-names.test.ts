import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { checkNames } from './check-names.ts';
import { readStudy } from './compile-study.ts';
import { edited, expectFindings, type PlantedFault, placeOf } from './given.ts';
import { isDefinition, readDefinition } from './read-definition.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

test('names that a sentence can read, and those that it cannot', () => {
  const read = readDefinition(text);
  assert.ok(isDefinition(read));
  const { definition } = read;
  const [visit] = definition.visits;
  const [condition] = definition.definitions;
  assert.ok(visit && condition);
  const rows = [
    ['week 4', undefined],
    ['SLEDAI-2K', undefined],
    ['one two three four 5', undefined],
    ['at-least-one', undefined],
    ['End', undefined],
    ['AND', undefined],
    ['4 weeks', '"4" cannot stand in a name'],
    ['24h', '"24h" cannot stand in a name'],
    ['week 4th', '"4th" cannot stand in a name'],
    ['week 4-8', '"4-8" cannot stand in a name'],
    [`week ${'1'.repeat(31)}`, `"${'1'.repeat(31)}" cannot stand in a name`],
    ['one two three four five six', 'a name of 6 words'],
    ['and', '"and" is a word of the language'],
    ['CR and PR', '"and" is a word of the language'],
    ['end of treatment', '"of" is a word of the language'],
    ['first available', '"first" is a word of the language'],
  ] as const;
  for (const [id, expected] of rows) {
    assert.deepEqual(
      checkNames({ ...definition, visits: [{ ...visit, id }], definitions: [{ ...condition, id }] }).map(
        ({ path, what }) => [...path, what],
      ),
      expected === undefined ? [] : ['visits', 'definitions'].map((kind) => [kind, 0, 'id', expected]),
      id,
    );
  }
});

test('a name that cannot be read is found at its place', () => {
  const rows: readonly PlantedFault[] = [
    [
      'visits:\n  - { id: screening',
      'visits:\n  - { id: point of call, day: -20, earliest: -20, latest: -20 }\n  - { id: screening',
      'visits[0].id: "point" is a word of the language; a name without it, or joined by hyphens',
    ],
    [
      'definitions:\n',
      'definitions:\n  - { id: not well, title: Not well, rule: pregnant }\n',
      'definitions[0].id: "not" is a word of the language; a name without it, or joined by hyphens',
    ],
  ];
  expectFindings(text, rows);
  const changed = edited(text, 'definitions:\n', 'definitions:\n  - { id: 2nd, title: Second, rule: pregnant }\n');
  const [{ line, column } = { line: 0, column: 0 }] = readStudy(changed).findings;
  assert.deepEqual({ line, column }, placeOf(changed, '{ id: ▸2nd'));
});
