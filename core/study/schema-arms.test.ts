import assert from 'node:assert/strict';
import test from 'node:test';
import { allocation, arm, treatments } from './schema-arms.ts';

const dose = { id: 'mmf', product: 'mycophenolate mofetil', route: 'oral', amount: '0.75 g' };
const withDose = (more: object) => ({ id: 'a', title: 'A', role: 'experimental', doses: [{ ...dose, ...more }] });

test('doses by number, through a last day, on named days', () => {
  const rows = [
    [{ times: 1 }, true],
    [{ 'last day': 167, 'per day': 2, 'self administered': true }, true],
    [{ 'on days': [0, 7] }, true],
    [{ 'on days': [] }, false],
    [{ 'on days': [-1] }, false],
    [{ 'first day': 0.5, times: 1 }, false],
    [{ 'per day': 0 }, false],
    [{ times: 1, 'placebo for': 'cells', volume: '100 mL' }, true],
    [{ times: 1, 'weight at': 'each visit' }, true],
  ] as const;
  for (const [more, expected] of rows)
    assert.equal(arm.safeParse(withDose(more)).success, expected, JSON.stringify(more));
});

test('three ways to come to an arm, each with its own fields', () => {
  const stratum = { id: 'heavy', title: 'Heavy proteinuria', rule: 'UPCR at screening >= 3 g/g' };
  const rows = [
    [{ method: 'permuted blocks', ratio: { a: 1, b: 1 }, 'block sizes': [2] }, true],
    [{ method: 'permuted blocks', ratio: { a: 1 }, 'block sizes': [2], strata: [stratum], 'by site': true }, true],
    [{ method: 'permuted blocks', ratio: { a: 1 }, 'block sizes': [2], strata: [] }, false],
    [{ method: 'permuted blocks' }, false],
    [{ method: 'assigned', rule: 'the first eleven', participants: { a: 11, b: 5 } }, true],
    [{ method: 'assigned', rule: 'the first eleven' }, false],
    [{ method: 'single group' }, true],
    [{ method: 'single group', ratio: { a: 1 } }, false],
    [{ method: 'coin' }, false],
  ] as const;
  for (const [value, expected] of rows)
    assert.equal(allocation.safeParse(value).success, expected, JSON.stringify(value));
  assert.equal(treatments.safeParse({ allowed: ['prednisone'], background: 'standard care' }).success, true);
  assert.equal(treatments.safeParse({ forbidden: ['prednisone'] }).success, false);
});
