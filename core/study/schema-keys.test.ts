import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { knownKeys, knownValues, studyJsonSchema } from './schema-keys.ts';

test('the published schema is the one in the code', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../contract/study.schema.json', import.meta.url), 'utf8'),
  );
  assert.deepEqual(published, JSON.parse(JSON.stringify(studyJsonSchema())), 'run: node tools/schema.ts');
});

test('the published schema says which draft it is, and lets nothing unknown in', () => {
  const schema = studyJsonSchema();
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(schema.additionalProperties, false);
  assert.ok(schema.required?.includes('eligibility'));
});

test('the keys that may stand at a path, through lists and kinds', () => {
  const rows = [
    [['conventions'], ['age']],
    [['eligibility'], ['include', 'exclude']],
    [
      ['eligibility', 'include', 3],
      ['id', 'title', 'rule', 'from', 'assumes'],
    ],
    [
      ['visits', 0],
      ['id', 'day', 'earliest', 'latest', 'assumes'],
    ],
    [
      ['endpoints', 0, 'estimand', 'intercurrent events', 1],
      ['event', 'kinds', 'medicines', 'rule', 'strategy', 'counts as', 'assumes'],
    ],
    [['title'], []],
    [['nothing', 'here'], []],
  ] as const;
  for (const [path, expected] of rows) assert.deepEqual(knownKeys(path), expected, path.join('.'));
  assert.ok(knownKeys(['endpoints', 0]).includes('at least'), 'a key of one kind of endpoint');
});

test('the values that may stand at a path', () => {
  const rows = [
    [
      ['endpoints', 0, 'kind'],
      ['response', 'condition', 'value', 'class', 'time'],
    ],
    [
      ['design', 'masking'],
      ['open', 'assessor', 'single', 'double', 'double dummy'],
    ],
    [
      ['allocation', 'method'],
      [
        'simple',
        'permuted blocks',
        'big stick',
        'biased coin',
        'minimisation',
        'uploaded list',
        'assigned',
        'single group',
      ],
    ],
    [['arms', 0, 'doses', 0, 'times'], []],
    [
      ['design', 'phase'],
      [
        'a whole number from 1 to 4',
        ...['early 1', '1a', '1b', '1/2', '2a', '2b', '2/3', '3a', '3b', 'not applicable'],
      ],
    ],
    [
      ['analyses', 0, 'sides'],
      ['1', '2'],
    ],
    [['laboratories', 0, 'ranges', 0, 'low'], ['a number']],
    [['trialwright'], ['1']],
    [['title'], []],
  ] as const;
  for (const [path, expected] of rows) assert.deepEqual(knownValues(path), expected, path.join('.'));
});
