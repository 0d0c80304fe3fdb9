import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { emptySeal, readSeal, sealOf, writeSeal } from './seal.ts';

const hash = '0123456789abcdef'.repeat(4);
const line = writeSeal({ count: 128, hash });

test('a seal is one printable line', () => assert.match(line, /^seal\/1 128 [0-9a-f]{64} [0-9a-f]{8}$/));

test('the seal of nothing and of a last link', () => {
  assert.deepEqual(sealOf(undefined), emptySeal);
  assert.deepEqual(sealOf({ position: 7, previous: '', hash }), { count: 7, hash });
});

test('a seal reads back', () => {
  fc.assert(fc.property(fc.nat(), (count) => assert.deepEqual(readSeal(writeSeal({ count, hash })), { count, hash })));
});

const readings: readonly (readonly [why: string, text: string, expected: unknown])[] = [
  ['as printed', line, { count: 128, hash }],
  ['capitals and white space', `  ${line.toUpperCase().replaceAll(' ', '\n\t ')} `, { count: 128, hash }],
  ['one digit of the hash', line.replace('0123', '0124'), { refused: 'mistyped' }],
  ['one digit of the count', line.replace('128', '129'), { refused: 'mistyped' }],
  ['no check digits', line.slice(0, -9), { refused: 'mistyped' }],
  ['empty', '', { refused: 'not a seal' }],
  ['another label', line.replace('seal/1', 'seal/2'), { refused: 'not a seal' }],
  ['a negative count', line.replace('128', '-128'), { refused: 'not a seal' }],
  ['a count with leading zero', line.replace('128', '0128'), { refused: 'not a seal' }],
  ['a short hash', line.replace('0123', ''), { refused: 'not a seal' }],
  ['something behind', `${line} x`, { refused: 'not a seal' }],
  ['a very long text', ' '.repeat(10_000_000), { refused: 'not a seal' }],
];

for (const [why, text, expected] of readings) {
  test(`reads a seal: ${why}`, () => assert.deepEqual(readSeal(text), expected));
}
