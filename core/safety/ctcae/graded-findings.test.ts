import assert from 'node:assert/strict';
import test from 'node:test';
import { gradedFindings, unknownAmong } from './graded-findings.ts';

const scale = { scale: 'CTCAE', version: 'v5.0' } as const;

test('an open grade asks for the findings that are not known', () => {
  assert.deepEqual(gradedFindings(scale, 'infusion related reaction', [1, 2], [1, 2, 3, 4, 5], ['recurrence']), {
    scale: 'CTCAE',
    version: 'v5.0',
    term: 'infusion related reaction',
    rule: 'CTCAE v5.0 infusion related reaction/1',
    status: 'partial',
    possible: [1, 2],
    missing: ['recurrence'],
  });
});

test('a grade that is certain asks for nothing', () => {
  assert.deepEqual(gradedFindings(scale, 'x', [5], [1, 5], ['recurrence']).missing, []);
});

test('only what is unknown is named', () => {
  const found = unknownAmong(['a', 'b', 'c'], { a: 'true', b: 'unknown', c: 'false' });
  assert.deepEqual(found, ['b']);
});
