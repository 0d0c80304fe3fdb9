import assert from 'node:assert/strict';
import test from 'node:test';
import { activity, criterion, visit } from './schema-schedule.ts';

test('visits have windows, activities measures and visits, criteria a sentence', () => {
  const rows = [
    [visit, { id: 'week 4', day: 28, earliest: 25, latest: 31 }, true],
    [visit, { id: 'week 4', day: 28 }, false],
    [activity, { id: 'kidney', title: 'Kidney', measures: ['UPCR'], visits: ['week 4'] }, true],
    [activity, { id: 'kidney', title: 'Kidney', measures: [], visits: ['week 4'] }, false],
    [criterion, { id: 'I1', title: 'Adult', rule: 'age at consent >= 18 years' }, true],
    [criterion, { id: 'I1', title: 'Adult' }, false],
  ] as const;
  for (const [schema, value, expected] of rows)
    assert.equal(schema.safeParse(value).success, expected, JSON.stringify(value));
});
