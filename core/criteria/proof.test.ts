import assert from 'node:assert/strict';
import test from 'node:test';
import { ask, conditionOf } from './given.ts';
import { branch, isAvailable, leaf } from './proof.ts';

const condition = conditionOf('judged "A"');

test('a leaf has what it was found from, a branch its parts', () => {
  const evidence = [{ record: 'r', what: 'w', written: 'x', date: undefined }];
  const missing = [{ kind: 'date', of: 'birth', written: undefined }] as const;
  const found = leaf(condition, 'unknown', evidence, missing, 7);
  assert.deepEqual(found, { condition, truth: 'unknown', parts: [], evidence, missing, changesOn: 7 });
  assert.deepEqual(leaf(condition, 'true'), {
    condition,
    truth: 'true',
    parts: [],
    evidence: [],
    missing: [],
    changesOn: undefined,
  });
  assert.deepEqual(branch(condition, 'false', [found]), {
    condition,
    truth: 'false',
    parts: [found],
    evidence: [],
    missing: [],
    changesOn: undefined,
  });
});

/** Sentence at week 24, the items there, whether it is available. */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] = [
  ['UPCR < 0.5 g/g', {}, false],
  ['UPCR < 0.5 g/g', { 'UPCR at week 24': 'not done' }, false],
  ['UPCR < 0.5 g/g', { 'UPCR at week 24': '0.4 g/g' }, true],
  ['UPCR < 0.5 g/g', { 'UPCR at week 24': '<0.8 g/g' }, true],
  ['UPCR < 0.5 g/g and PGA < 1', { 'UPCR at week 24': '<0.8 g/g' }, false],
  ['UPCR < 0.5 g/g and PGA < 1', { 'UPCR at week 24': '<0.8 g/g', 'PGA at week 24': '0.5' }, true],
  ['UPCR < 0.5 g/g and PGA < 1', { 'UPCR at week 24': '0.8 g/g' }, true],
];
for (const [sentence, items, expected] of rows)
  test(`${sentence} with ${JSON.stringify(items)} is ${expected ? 'available' : 'not available'}`, () =>
    assert.equal(isAvailable(ask(sentence, { items }, 'week 24')), expected));
