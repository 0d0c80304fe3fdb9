import assert from 'node:assert/strict';
import test from 'node:test';
import { assumes, count, day, decimal, from, id, rule, share, text, years } from './schema-words.ts';

test('what each word lets through and what not', () => {
  const rows = [
    [id, 'week 4', 'week_4'],
    [text, 'a text', ''],
    [rule, 'pregnant at screening', ''],
    [count, 0, -1],
    [day, -28, 0.5],
    [assumes, ['A-1'], ['A 1 ']],
    [assumes, undefined, 'A-1'],
    [from, undefined, ''],
    [decimal, '0.15', null],
    [share, '0.05', '5%'],
    [share, '0.000001', '0.0000001'],
    [years, 18, 151],
  ] as const;
  for (const [schema, good, bad] of rows) {
    assert.equal(schema.safeParse(good).success, true, String(good));
    assert.equal(schema.safeParse(bad).success, false, String(bad));
  }
});

test('a decimal is kept as it was written, number or text', () => {
  assert.equal(decimal.parse(0.1), '0.1');
  assert.equal(decimal.parse('0.10'), '0.10');
  assert.equal(decimal.parse(40), '40');
});
