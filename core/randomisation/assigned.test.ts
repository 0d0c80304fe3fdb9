import assert from 'node:assert/strict';
import test from 'node:test';
import { type AssignedMethod, assignedChecks, followChoice, singleGroupChecks } from './assigned.ts';
import { firstProblem } from './design-checks.ts';

const method: AssignedMethod = {
  algorithm: 'assigned/1',
  arms: [
    { id: 'cells', participants: 2 },
    { id: 'control', participants: 1 },
  ],
};

const rows: readonly (readonly [choice: string | undefined, taken: readonly string[], expected: unknown])[] = [
  ['cells', [], 'cells'],
  ['control', ['cells', 'cells'], 'control'],
  ['cells', ['control', 'cells'], 'cells'],
  ['cells', ['cells', 'cells'], { refused: 'arm full', arm: 'cells', open: ['control'] }],
  ['control', ['control'], { refused: 'arm full', arm: 'control', open: ['cells'] }],
  ['cells', ['control', 'cells', 'cells'], { refused: 'arm full', arm: 'cells', open: [] }],
  ['placebo', ['cells', 'cells'], { refused: 'unknown arm', arm: 'placebo' }],
  [undefined, ['cells', 'cells'], { refused: 'no choice made' }],
];
for (const [choice, taken, expected] of rows) {
  test(`${choice} after ${taken.join(', ') || 'nobody'}`, () =>
    assert.deepEqual(followChoice(method, choice, taken), expected));
}

const twice = { id: 'cells', participants: 0 };
const designs: readonly (readonly [arms: AssignedMethod['arms'], expected: string | undefined])[] = [
  [[], 'no arms'],
  [[twice, twice], 'arm named twice'],
  [[twice], 'places not a whole number above zero'],
  [[{ id: 'cells', participants: 1.5 }], 'places not a whole number above zero'],
  [method.arms, undefined],
];
for (const [arms, expected] of designs) {
  test(`checks: ${expected ?? 'no problem'}`, () =>
    assert.equal(firstProblem(assignedChecks, { algorithm: 'assigned/1', arms }), expected));
}

test('the arm of a single group has a name', () => {
  assert.equal(firstProblem(singleGroupChecks, { algorithm: 'single-group/1', arm: ' ' }), 'arm without a name');
  assert.equal(firstProblem(singleGroupChecks, { algorithm: 'single-group/1', arm: 'cells' }), undefined);
});
