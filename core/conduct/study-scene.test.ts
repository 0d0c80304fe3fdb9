import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import { doneAlready, notOpen, withoutReason } from './study-scene.ts';
import { noStudy } from './study-state.ts';

test('objections that several acts on a study have in common', () => {
  assert.equal(doneAlready(undefined, 'lock'), false);
  assert.deepEqual(doneAlready('2027-01-01', 'lock'), { refused: 'done already', what: 'lock' });
  assert.equal(notOpen(g.openTrial), false);
  assert.deepEqual(notOpen(noStudy), { refused: 'study not open' });
  assert.equal(withoutReason('because'), false);
  assert.deepEqual(withoutReason(' '), { refused: 'reason missing' });
});
