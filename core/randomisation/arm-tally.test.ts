import assert from 'node:assert/strict';
import test from 'node:test';
import { openArmTally } from './arm-tally.ts';
import { minimisationOf } from './given.ts';

/** Counted by hand; no number of a paper, so no key of evidence/references.bib. */
test('each arm is counted by level, and a level that nobody has is nobody', () => {
  const tally = openArmTally(minimisationOf());
  assert.deepEqual(tally.sharing(0, 'man'), [0, 0]);
  tally.add({ sex: 'man', site: 'north' }, 0);
  tally.add({ sex: 'man', site: 'south' }, 1);
  tally.add({ sex: 'woman', site: 'north' }, 1);
  assert.deepEqual(
    [tally.sharing(0, 'man'), tally.sharing(0, 'woman'), tally.sharing(1, 'north'), tally.sharing(1, 'south')],
    [
      [1, 1],
      [0, 1],
      [1, 1],
      [0, 1],
    ],
  );
  assert.deepEqual(tally.sharing(0, 'neither'), [0, 0]);
});
