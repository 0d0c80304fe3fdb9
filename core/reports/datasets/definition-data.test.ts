import assert from 'node:assert/strict';
import test from 'node:test';
import { shipped } from '#core/conduct/given.ts';
import { definitionSets } from './definition-data.ts';
import { cellOf } from './given.ts';

const [arms, analyses] = definitionSets(shipped('nct03580291'));
assert.ok(arms !== undefined && analyses !== undefined);

test('the arms in the order of the study', () => {
  assert.equal(arms.rows.length, 2);
  assert.match(cellOf(arms, 'cells', 'title') ?? '', /mesenchymal/);
});

/** Field and value of the first analysis, as trials/nct03580291/study.yaml writes it. */
const rows: readonly (readonly [string, string])[] = [
  ['kind', 'compare proportions'],
  ['endpoint', 'response'],
  ['population', 'randomised'],
  ['hypothesis', 'non-inferiority'],
  ['margin', '0.15'],
  ['sides', '1'],
  ['experimental', 'cells'],
  ['level', ''],
];
for (const [field, expected] of rows)
  test(`${field}: ${expected || 'nothing'}`, () =>
    assert.equal(cellOf(analyses, 'primary-randomised', field), expected));
