import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { withSections } from './given.ts';
import { normalRangeRows } from './normal-range-rows.ts';
import { isDefinition, readDefinition } from './read-definition.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const rowsOf = (study: string) => {
  const read = readDefinition(study);
  assert.ok(isDefinition(read));
  return normalRangeRows(read.definition);
};

test('each row under its laboratory, with what it says and nothing else', () => {
  const laboratories = `laboratories:
  - id: one
    title: First
    ranges:
      - { measure: ALT, high: 40, unit: U/L }
      - { measure: creatinine, sex: male, from age: 18, to age: 65, from: 2026-01-01, to: 2026-12-31, low: "0.50", high: 1.2, unit: mg/dL }
  - { id: two, title: Second, ranges: [{ measure: ALT, high: 35, unit: U/L }] }
`;
  assert.deepEqual(rowsOf(withSections(text, laboratories)), [
    { laboratory: 'one', measure: 'ALT', high: '40', unit: 'U/L' },
    {
      laboratory: 'one',
      measure: 'creatinine',
      sex: 'male',
      'from age': 18,
      'to age': 65,
      from: '2026-01-01',
      to: '2026-12-31',
      low: '0.50',
      high: '1.2',
      unit: 'mg/dL',
    },
    { laboratory: 'two', measure: 'ALT', high: '35', unit: 'U/L' },
  ]);
  assert.deepEqual(rowsOf(text), []);
});
