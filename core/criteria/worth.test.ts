import assert from 'node:assert/strict';
import test from 'node:test';
import { exactly } from '#core/quantities/range.ts';
import { rational } from '#core/quantities/rational.ts';
import { numberOf } from './worth.ts';

const traced = { status: 'ok', evidence: [], missing: [] } as const;

test('a number is worth its range', () =>
  assert.deepEqual(numberOf({ kind: 'number', range: exactly(rational(2)), ...traced }), {
    range: exactly(rational(2)),
    evidence: [],
    missing: [],
  }));

test('what has no number was kept out by the type check', () =>
  assert.throws(() => numberOf({ kind: 'level', possible: ['yes'], ...traced }), /without a number/));
