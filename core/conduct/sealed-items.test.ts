import assert from 'node:assert/strict';
import test from 'node:test';
import * as g from './given.ts';
import { isSealedAt } from './sealed-items.ts';

test('a sealed measure is sealed after day 0, and open before, when it tells nothing yet', () => {
  const rows = [
    ['nct03580291', 'screening', 'lymphocytes', false],
    ['nct03580291', 'baseline', 'lymphocytes', false],
    ['nct03580291', 'week 1', 'lymphocytes', true],
    ['nct03580291', 'week 52', 'lymphocytes', true],
    ['nct03580291', 'week 1', 'leucocytes', false],
    ['nct03580291', 'no visit', 'lymphocytes', false],
    ['nct03673748', 'week 4', 'lymphocytes', false],
    ['nct05631717', 'week 4', 'lymphocytes', false],
  ] as const;
  for (const [trial, visit, item, sealed] of rows)
    assert.equal(isSealedAt(g.shipped(trial), visit, item), sealed, `${trial} ${visit} ${item}`);
});
