import assert from 'node:assert/strict';
import test from 'node:test';
import { armGroups } from './arm-groups.ts';
import { twoArms } from './given.ts';

test('each arm, and all where there are several', () => {
  assert.deepEqual(
    armGroups(twoArms).map(({ id, holds }) => [id, holds('cells'), holds('placebo')]),
    [
      ['cells', true, false],
      ['placebo', false, true],
      ['all', true, true],
    ],
  );
  assert.deepEqual(
    armGroups([{ id: 'cells' }]).map(({ id }) => id),
    ['cells'],
  );
  assert.deepEqual(armGroups([]), []);
});
