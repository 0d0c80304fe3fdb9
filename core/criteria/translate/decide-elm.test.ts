import assert from 'node:assert/strict';
import test from 'node:test';
import { decideElm } from './decide-elm.ts';
import { boolean, type ElmComparator, type ElmExpression, elmType, integer, unknown } from './elm-tree.ts';

const ref = (name: string): ElmExpression => ({ type: 'ParameterRef', name });
const compared = (type: ElmComparator, a: ElmExpression, b: ElmExpression): ElmExpression => ({
  type,
  operand: [a, b],
});
const answers = new Map<string, bigint | string | boolean | null>([
  ['one', 1n],
  ['two', 2n],
  ['word', 'yes'],
  ['nothing', null],
  ['said', true],
]);

/** HL7 CQL 1.5, author's guide: comparison with null is null. */
const comparisons: readonly (readonly [ElmComparator, less: string, same: string, more: string])[] = [
  ['Less', 'true', 'false', 'false'],
  ['LessOrEqual', 'true', 'true', 'false'],
  ['Greater', 'false', 'false', 'true'],
  ['GreaterOrEqual', 'false', 'true', 'true'],
  ['Equal', 'false', 'true', 'false'],
  ['NotEqual', 'true', 'false', 'true'],
];
for (const [type, less, same, more] of comparisons)
  test(type, () => {
    const [one, two] = [ref('one'), ref('two')];
    const pairs = [
      [one, two],
      [two, two],
      [two, one],
    ] as const;
    assert.deepEqual(
      pairs.map(([a, b]) => decideElm(compared(type, a, b), answers)),
      [less, same, more],
    );
    for (const missing of ['nothing', 'never passed'])
      assert.equal(decideElm(compared(type, one, ref(missing)), answers), 'unknown');
  });

test('arithmetic with null is null, and otherwise exact beyond what a binary float holds', () => {
  const large = integer(9_007_199_254_740_993n);
  const product: ElmExpression = { type: 'Multiply', operand: [large, ref('two')] };
  const twice: ElmExpression = { type: 'Add', operand: [large, large] };
  const back: ElmExpression = { type: 'Subtract', operand: [twice, large] };
  assert.equal(decideElm(compared('Equal', product, twice), answers), 'true');
  assert.equal(decideElm(compared('Equal', back, large), answers), 'true');
  const lost: ElmExpression = { type: 'Add', operand: [large, ref('nothing')] };
  assert.equal(decideElm(compared('Equal', lost, large), answers), 'unknown');
});

test('words are compared as words, and connectives are three-valued', () => {
  const yes: ElmExpression = { type: 'Literal', valueType: elmType('String'), value: 'yes' };
  const holds = compared('Equal', ref('word'), yes);
  const open = compared('Equal', ref('nothing'), yes);
  assert.equal(decideElm(holds, answers), 'true');
  assert.equal(decideElm({ type: 'And', operand: [holds, open] }, answers), 'unknown');
  assert.equal(decideElm({ type: 'Or', operand: [holds, open] }, answers), 'true');
  assert.equal(decideElm({ type: 'Not', operand: holds }, answers), 'false');
});

test('what is no leaf is broken', () => {
  assert.throws(() => decideElm(unknown, answers), /As is no leaf/);
  assert.throws(() => decideElm(compared('Equal', boolean(true), unknown), answers), /As is no value/);
  assert.equal(decideElm(compared('Equal', ref('said'), ref('one')), answers), 'unknown');
});
