import assert from 'node:assert/strict';
import test from 'node:test';
import { roleMay } from './rights.ts';

test('what each role may do; what is not listed may not be done', () => {
  const rows = [
    ['investigator', 'give consent', true],
    ['investigator', 'randomise', true],
    ['investigator', 'approve study', false],
    ['coordinator', 'record section', true],
    ['coordinator', 'correct item', true],
    ['coordinator', 'give consent', false],
    ['coordinator', 'record judgements', false],
    ['coordinator', 'assess eligibility', false],
    ['coordinator', 'randomise', false],
    ['coordinator', 'give dose', false],
    ['sponsor', 'approve study', true],
    ['sponsor', 'open study', true],
    ['sponsor', 'record section', false],
    ['sponsor', 'seal allocation list', false],
    ['unblinded statistician', 'seal allocation list', true],
    ['unblinded statistician', 'randomise', false],
    ['pharmacist', 'receive lot', true],
    ['pharmacist', 'release lot', false],
    ['pharmacist', 'recall lot', false],
    ['pharmacist', 'authorise use', false],
    ['quality person', 'release lot', true],
    ['quality person', 'recall lot', true],
    ['quality person', 'authorise use', true],
    ['quality person', 'receive lot', false],
    ['quality person', 'prepare dose', false],
    ['sponsor', 'release lot', false],
    ['nobody', 'identify', false],
    ['', 'identify', false],
    ['constructor', 'identify', false],
    ['__proto__', 'toString', false],
    ['investigator', 'length', false],
  ] as const;
  for (const [role, act, expected] of rows) assert.equal(roleMay(role, act), expected, `${role}: ${act}`);
});
