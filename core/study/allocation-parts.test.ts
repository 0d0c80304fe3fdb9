import assert from 'node:assert/strict';
import test from 'node:test';
import { isByChance, isBySite, strataIn } from './allocation-parts.ts';
import type { AllocationDefinition } from './schema-arms.ts';

const stratum = { id: 'heavy', title: 'Heavy', rule: 'UPCR at screening >= 3 g/g' };
const blocks = { method: 'permuted blocks' as const, ratio: { a: 1 }, 'block sizes': [2] };

test('chance has a part where there is a ratio; strata and sites only there', () => {
  const rows: readonly (readonly [AllocationDefinition, boolean, number, boolean])[] = [
    [blocks, true, 0, false],
    [{ ...blocks, strata: [stratum], 'by site': true }, true, 1, true],
    [{ method: 'simple', ratio: { a: 1 }, 'by site': false }, true, 0, false],
    [{ method: 'minimisation', ratio: { a: 1 }, strata: [stratum] }, true, 1, false],
    [{ method: 'assigned', rule: 'by choice', participants: { a: 1 } }, false, 0, false],
    [{ method: 'single group' }, false, 0, false],
  ];
  for (const [allocation, chance, strata, site] of rows)
    assert.deepEqual(
      [isByChance(allocation), strataIn(allocation).length, isBySite(allocation)],
      [chance, strata, site],
      allocation.method,
    );
});
