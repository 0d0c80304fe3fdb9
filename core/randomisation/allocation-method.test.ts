import assert from 'node:assert/strict';
import test from 'node:test';
import { type AllocationMethod, checkMethod } from './allocation-method.ts';
import { armsOf, minimisationOf, planOf } from './given.ts';

const plan = planOf(10);
const three = planOf(10, 1, 1, 1);
const none = planOf(0);

// One problem of each method that no other method would find, and one that can be used.
const rows: readonly (readonly [method: AllocationMethod, expected: unknown])[] = [
  [{ algorithm: 'simple/1', ...none }, { refused: 'slots not a whole number above zero' }],
  [{ algorithm: 'simple/1', ...three }, undefined],
  [
    { algorithm: 'permuted-blocks/1', ...three, blockSizes: [4] },
    { refused: 'block size no multiple of the ratio sum' },
  ],
  [{ algorithm: 'permuted-blocks/1', ...three, blockSizes: [3, 6] }, undefined],
  [{ algorithm: 'big-stick/1', ...three, limit: 0 }, { refused: 'not two arms' }],
  [{ algorithm: 'big-stick/1', ...plan, limit: 0 }, { refused: 'limit not a whole number above zero' }],
  [{ algorithm: 'big-stick/1', ...plan, limit: 3 }, undefined],
  [{ algorithm: 'biased-coin/1', ...plan, chance: { times: 1, outOf: 3 } }, { refused: 'chance below an even one' }],
  [{ algorithm: 'biased-coin/1', ...plan }, undefined],
  [{ algorithm: 'uploaded-list/1', arms: armsOf(1), strata: ['all'], rows: [] }, { refused: 'no rows' }],
  [
    { algorithm: 'uploaded-list/1', arms: armsOf(1), strata: ['all'], rows: [{ stratum: 'all', slot: 1, arm: 'B' }] },
    { refused: 'unknown arm', row: 1, found: 'B' },
  ],
  [
    { algorithm: 'uploaded-list/1', arms: armsOf(1), strata: ['all'], rows: [{ stratum: 'all', slot: 1, arm: 'A' }] },
    undefined,
  ],
  [minimisationOf({ factors: [] }), { refused: 'no factors' }],
  [minimisationOf(), undefined],
  [
    { algorithm: 'assigned/1', arms: [{ id: 'A', participants: 0 }] },
    { refused: 'places not a whole number above zero' },
  ],
  [{ algorithm: 'assigned/1', arms: [{ id: 'A', participants: 11 }] }, undefined],
  [{ algorithm: 'single-group/1', arm: '' }, { refused: 'arm without a name' }],
  [{ algorithm: 'single-group/1', arm: 'cells' }, undefined],
];
for (const [method, expected] of rows) {
  test(`${method.algorithm}: ${JSON.stringify(expected) ?? 'no problem'}`, () =>
    assert.deepEqual(checkMethod(method), expected));
}
