import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { beforeFirst, closeLink, hashText, isHash, linkHash, longestLine } from './link.ts';

// FIPS 180-4 example vectors (NIST, "SHA256.pdf"), and node:crypto as the second implementation.
const hashed: readonly (readonly [text: string, hash: string])[] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['größer µ 😀', createHash('sha256').update('größer µ 😀').digest('hex')],
];
for (const [text, hash] of hashed) test(`hashes "${text}"`, () => assert.equal(hashText(text), hash));

const content = { position: 1, previous: beforeFirst, b: 'x', a: [1] };

test('a link carries the hash of its canonical text without the hash', () => {
  const text = `{"a":[1],"b":"x","position":1,"previous":"${beforeFirst}"}`;
  const link = closeLink(content);
  assert.equal(link.hash, createHash('sha256').update(text).digest('hex'));
  assert.equal(linkHash(link), link.hash);
});

test('the hash depends on the link before', () => {
  assert.notEqual(closeLink({ ...content, previous: 'f'.repeat(64) }).hash, closeLink(content).hash);
});

test('a link that would be too long is a fault', () => {
  assert.throws(() => closeLink({ ...content, b: 'x'.repeat(longestLine) }), /too long/);
});

const hashes: readonly (readonly [value: unknown, expected: boolean])[] = [
  [beforeFirst, true],
  ['0123456789abcdef'.repeat(4), true],
  ['0123456789ABCDEF'.repeat(4), false],
  [`${beforeFirst}0`, false],
  [`${beforeFirst}\n`, false],
  ['', false],
  [0, false],
  [null, false],
];
for (const [value, expected] of hashes) {
  test(`${JSON.stringify(value)} is${expected ? '' : ' not'} a hash`, () => assert.equal(isHash(value), expected));
}
