import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import test from 'node:test';
import { gcmsiv } from '@noble/ciphers/aes.js';
import { canonicalText } from './canonical.ts';
import { fillLog } from './log.contract.ts';
import { openMemoryLog } from './memory-log.ts';
import { emptySeal } from './seal.ts';
import { bucket, isSealedEntry, openEntry, sealNext } from './sealed-entry.ts';

const key = new Uint8Array(32).fill(7);
const [first, second] = fillLog(openMemoryLog(), 2).all();
assert.ok(first && second);
const entry = sealNext(first, emptySeal, key);

test('an entry opens to the canonical text of its envelope', () => {
  assert.equal(openEntry(entry, key), canonicalText(first));
});

test('the format: derived key, position as nonce, place as associated data, length before the text, zeros behind', () => {
  const third = sealNext({ ...first, position: 3 }, { count: 2, hash: 'b'.repeat(64) }, key);
  const derived = createHmac('sha256', key).update('sealed-log/1 encryption').digest();
  const nonce = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
  const place = Buffer.from(`sealed-log/1 3 ${'b'.repeat(64)}`);
  const padded = Buffer.from(
    gcmsiv(Uint8Array.from(derived), nonce, place).decrypt(Buffer.from(third.ciphertext, 'hex')),
  );
  const text = canonicalText({ ...first, position: 3 });
  assert.deepEqual([padded.length, padded.readUInt32BE(0)], [bucket, Buffer.byteLength(text)]);
  assert.equal(padded.toString('utf8', 4), text.padEnd(bucket - 4 - Buffer.byteLength(text) + text.length, '\0'));
});

test('the ciphertext is bound to its place: position and the link before', () => {
  const moved = { refused: 'does not decrypt' };
  for (const change of [{ position: 2 }, { previous: 'a'.repeat(64) }]) {
    assert.deepEqual(openEntry({ ...entry, ...change }, key), { ...moved, position: change.position ?? 1 });
  }
});

test('a position that comes twice gives different ciphertexts for different events', () => {
  const again = sealNext({ ...second, position: 1 }, emptySeal, key);
  // With a stream cipher under one nonce, the two would differ exactly where the texts differ.
  const same = [...again.ciphertext].filter((digit, index) => digit === entry.ciphertext[index]).length;
  assert.ok(same < again.ciphertext.length / 8, `${same} equal digits of ${again.ciphertext.length}`);
});

test('the commitment is an HMAC under a key derived from the key of the log', () => {
  const derived = createHmac('sha256', key).update('sealed-log/1 commitment').digest();
  const commitment = createHmac('sha256', derived).update(canonicalText(first)).digest('hex');
  assert.equal(entry.commitment, commitment);
});

test('the length of a line tells nothing of what it holds', () => {
  const lengths = ['A', 'x'.repeat(1000)].map(
    (stream) => sealNext({ ...first, stream }, emptySeal, key).ciphertext.length,
  );
  assert.deepEqual(lengths, [(bucket + 16) * 2, (bucket + 16) * 2]);
});

test('a long entry takes whole buckets', () => {
  const long = { ...first, stream: 'x'.repeat(bucket) };
  assert.equal(sealNext(long, emptySeal, key).ciphertext.length, (2 * bucket + 16) * 2);
});

const shapes: readonly (readonly [why: string, value: unknown, expected: boolean])[] = [
  ['as sealed', entry, true],
  ['null', null, false],
  ['an array', [entry], false],
  ['a member more', { ...entry, arm: 'A' }, false],
  ['position 0', { ...entry, position: 0 }, false],
  ['an empty ciphertext', { ...entry, ciphertext: '' }, false],
  ['half a byte', { ...entry, ciphertext: 'abc' }, false],
  ['capitals', { ...entry, ciphertext: 'AB' }, false],
  ['a very long ciphertext', { ...entry, ciphertext: 'ab'.repeat(10_000_000) }, true],
  ['a commitment that is no hash', { ...entry, commitment: 'ab' }, false],
];
for (const [why, value, expected] of shapes) {
  test(`is it a sealed entry: ${why}`, () => assert.equal(isSealedEntry(value), expected));
}
