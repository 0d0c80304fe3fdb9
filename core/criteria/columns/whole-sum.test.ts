import assert from 'node:assert/strict';
import test from 'node:test';
import { boolean, choice, type ElmExpression, integer } from '../translate/elm-tree.ts';
import { wholeDifference, wholeSum } from './whole-sum.ts';

const ref = (name: string): ElmExpression => ({ type: 'ParameterRef', name });
const multiple = (factor: bigint, of: ElmExpression): ElmExpression => ({
  type: 'Multiply',
  operand: [integer(factor), of],
});
const add = (a: ElmExpression, b: ElmExpression): ElmExpression => ({ type: 'Add', operand: [a, b] });
const subtract = (a: ElmExpression, b: ElmExpression): ElmExpression => ({ type: 'Subtract', operand: [a, b] });

const rows: readonly (readonly [
  what: string,
  of: ElmExpression,
  factors: readonly (readonly [string, number])[],
  constant: number,
])[] = [
  ['7', integer(7n), [], 7],
  ['x', ref('x'), [['x', 1]], 0],
  ['-3 x', multiple(-3n, ref('x')), [['x', -3]], 0],
  ['2 x + 5', add(multiple(2n, ref('x')), integer(5n)), [['x', 2]], 5],
  [
    'x - 4 y - 1',
    subtract(subtract(ref('x'), multiple(4n, ref('y'))), integer(1n)),
    [
      ['x', 1],
      ['y', -4],
    ],
    -1,
  ],
  ['x - x still asks x', subtract(ref('x'), ref('x')), [['x', 0]], 0],
  ['2 (x + 3)', multiple(2n, add(ref('x'), integer(3n))), [['x', 2]], 6],
];
for (const [what, of, factors, constant] of rows)
  test(what, () => {
    const sum = wholeSum(of);
    assert.deepEqual([...sum.factors], factors);
    assert.equal(sum.constant, constant);
    assert.deepEqual(sum.counted, []);
  });

test('a comparison is one of the difference with zero', () => {
  const { factors, constant } = wholeDifference(add(ref('x'), integer(2n)), multiple(3n, ref('y')));
  assert.deepEqual(
    [...factors],
    [
      ['x', 1],
      ['y', -3],
    ],
  );
  assert.equal(constant, 2);
});

test('ones and zeros of conditions are counted', () => {
  const [yes, no] = [ref('a'), ref('b')];
  const counted = add(choice(yes, integer(1n), integer(0n)), choice(no, integer(0n), integer(1n)));
  assert.deepEqual(wholeSum(counted).counted, [
    { condition: yes, counts: 'true' },
    { condition: no, counts: 'not true' },
  ]);
});

const refused: readonly (readonly [of: ElmExpression, message: RegExp])[] = [
  [boolean(true), /true is no whole number/],
  [{ type: 'Not', operand: ref('a') }, /Not is no number/],
  [multiple(2n, choice(ref('a'), integer(1n), integer(0n))), /a count is multiplied/],
  [{ type: 'Multiply', operand: [ref('x'), ref('y')] }, /ParameterRef is multiplied/],
  [choice(ref('a'), integer(2n), integer(0n)), /counts nothing/],
];
for (const [of, message] of refused)
  test(`refused: ${message.source}`, () => assert.throws(() => wholeSum(of), message));
