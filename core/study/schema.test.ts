import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { parse } from 'yaml';
import { studySchema } from './schema.ts';

const text = readFileSync(new URL('../../trials/nct05631717/study.yaml', import.meta.url), 'utf8');

const trial: unknown = parse(text);
const withField = (field: string, value: unknown): unknown => ({
  ...(typeof trial === 'object' ? trial : {}),
  [field]: value,
});
const accepts = (value: unknown): boolean => studySchema.safeParse(value).success;

test('the trial has the shape; a field more or less has not', () => {
  assert.equal(accepts(trial), true);
  assert.equal(accepts(withField('extra', 1)), false);
  assert.equal(accepts(withField('visits', undefined)), false);
  assert.equal(accepts(withField('visits', [])), false);
});

test('ids are letters and digits joined by blanks or hyphens', () => {
  const rows = [
    ['nct05631717', true],
    ['week 4', true],
    ['SLEDAI-2K', true],
    ['a', true],
    ['', false],
    [' a', false],
    ['a ', false],
    ['a  b', false],
    ['a_b', false],
    ['a/b', false],
    ['a#b', false],
    ['é', false],
    ['x'.repeat(60), true],
    ['x'.repeat(61), false],
  ] as const;
  for (const [id, expected] of rows) assert.equal(accepts(withField('id', id)), expected, id);
});
