import assert from 'node:assert/strict';
import test from 'node:test';
import { roleMay } from '#core/conduct/rights.ts';
import { reviewActs } from './review-command.ts';
import { reviewRights } from './review-rights.ts';

test('who may do what in the review', () => {
  const rows = [
    ['monitor', 'raise query', true],
    ['monitor', 'verify items', true],
    ['monitor', 'answer query', false],
    ['monitor', 'freeze visit', false],
    ['monitor', 'correct item', false],
    ['data manager', 'code event', true],
    ['data manager', 'freeze visit', true],
    ['data manager', 'verify items', false],
    ['data manager', 'record section', false],
    ['edit check', 'raise query', true],
    ['edit check', 'close query', true],
    ['edit check', 'reopen query', false],
    ['investigator', 'sign casebook', true],
    ['investigator', 'answer query', true],
    ['investigator', 'close query', false],
    ['coordinator', 'answer query', true],
    ['coordinator', 'sign visit', false],
    ['sponsor', 'raise query', false],
    ['laboratory', 'answer query', false],
  ] as const;
  for (const [role, act, expected] of rows) assert.equal(roleMay(role, act), expected, `${role}: ${act}`);
});

test('nobody both answers and closes, and somebody may do each act', () => {
  for (const [role, acts] of Object.entries(reviewRights))
    assert.equal(acts.includes('answer query') && acts.includes('close query'), false, role);
  const all = new Set(Object.values(reviewRights).flat());
  assert.deepEqual(
    reviewActs.filter((act) => !all.has(act)),
    [],
  );
});
