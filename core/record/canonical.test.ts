import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { canonicalText, deepestNesting } from './canonical.ts';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce((inner) => [inner], 0);

// Rows marked 8785 are the examples of RFC 8785, sections 3.2.2 and 3.2.3 and appendix B.
const written: readonly (readonly [why: string, value: unknown, text: string])[] = [
  ['literals', [null, true, false], '[null,true,false]'],
  ['no white space, keys sorted', { b: 1, a: [1, 2] }, '{"a":[1,2],"b":1}'],
  ['keys sorted inside', { z: { y: 1, x: 2 } }, '{"z":{"x":2,"y":1}}'],
  ['undefined members are left out', { a: undefined, b: 1 }, '{"b":1}'],
  ['empty', [{}, [], ''], '[{},[],""]'],
  [
    '8785 numbers',
    JSON.parse('[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]'),
    '[333333333.3333333,1e+30,4.5,0.002,1e-27]',
  ],
  ['8785 minus zero', -0, '0'],
  ['8785 smallest number', 5e-324, '5e-324'],
  ['8785 largest number', 1.7976931348623157e308, '1.7976931348623157e+308'],
  ['8785 string', '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
  [
    '8785 sorting by code unit',
    { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 },
    '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
  ],
  ['a member called __proto__', JSON.parse('{"__proto__":{"x":1},"a":2}'), '{"__proto__":{"x":1},"a":2}'],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
];

for (const [why, value, text] of written) test(`writes ${why}`, () => assert.equal(canonicalText(value), text));

const refused: readonly (readonly [why: string, value: unknown, message: RegExp])[] = [
  ['not a number', [Number.NaN], /the number NaN/],
  ['infinity', { a: Number.POSITIVE_INFINITY }, /the number Infinity/],
  ['a function', { f: () => 1 }, /type function/],
  ['a symbol', [Symbol('s')], /type symbol/],
  ['a member named by a symbol', { [Symbol('s')]: 1 }, /named by a symbol/],
  ['a bigint', 1n, /type bigint/],
  ['undefined alone', undefined, /type undefined/],
  ['undefined in an array', [undefined], /type undefined/],
  ['a hole in an array', new Array(2), /type undefined/],
  ['a date', { d: new Date(0) }, /not plain/],
  ['a map', new Map(), /not plain/],
  ['a lone surrogate', 'a\ud800b', /lone surrogate/],
  ['a lone surrogate in a key', { '\udc00': 1 }, /lone surrogate/],
  ['nesting too deep', nested(deepestNesting + 1), /nesting deeper/],
  ['very deep nesting', nested(100_000), /nesting deeper/],
];

for (const [why, value, message] of refused) {
  test(`refuses ${why}`, () => assert.throws(() => canonicalText(value), message));
}

test('writes nesting up to the limit', () => assert.match(canonicalText(nested(deepestNesting)), /^\[{256}0\]{256}$/));

const jsonValue = fc.jsonValue({ stringUnit: 'grapheme' });

test('reads back to the same value', () => {
  fc.assert(
    fc.property(jsonValue, (value) =>
      assert.deepEqual(JSON.parse(canonicalText(value)), JSON.parse(JSON.stringify(value))),
    ),
  );
});

test('the order in which members were set does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), jsonValue), (members) => {
      const turned = Object.fromEntries(Object.entries(members).reverse());
      assert.equal(canonicalText(turned), canonicalText(members));
    }),
  );
});
