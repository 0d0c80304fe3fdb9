import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Envelope } from './envelope.ts';
import { writeLines } from './lines.ts';
import { closeLink } from './link.ts';
import { fillLog } from './log.contract.ts';
import { openMemoryLog } from './memory-log.ts';
import { emptySeal, sealOf } from './seal.ts';
import { type SealedEntry, sealNext } from './sealed-entry.ts';
import { openSealed, verifySealedLines } from './sealed-log.ts';

const key = new Uint8Array(32).fill(7);
const envelopes = fillLog(openMemoryLog(), 8).all();

const sealAll = (from: readonly Envelope[], under: Uint8Array): readonly SealedEntry[] => {
  const entries: SealedEntry[] = [];
  for (const envelope of from) entries.push(sealNext(envelope, sealOf(entries.at(-1)), under));
  return entries;
};

const entries = sealAll(envelopes, key);
const text = writeLines(entries);
const seal = sealOf(entries.at(-1));

/** Entry 3 changed and closed anew, and all that follow with it: the chain is whole, the content is not. */
const forged = (change: (entry: SealedEntry) => Partial<SealedEntry>): string => {
  let { previous } = entries[0] ?? assert.fail();
  return writeLines(
    entries.map((entry) => {
      const { position, ciphertext, commitment } = entry;
      const closed = closeLink({
        position,
        ciphertext,
        commitment,
        ...(position === 3 ? change(entry) : {}),
        previous,
      });
      previous = closed.hash;
      return closed;
    }),
  );
};

test('opens to the envelopes that were sealed', () => assert.deepEqual(openSealed(text, key), envelopes));
test('nothing opens to nothing', () => assert.deepEqual(openSealed('', key), []));
test('verifies without the key', () => assert.deepEqual(verifySealedLines(text, seal), { verified: true, head: seal }));
test('sealing is reproducible', () => assert.equal(writeLines(sealAll(envelopes, key)), text));
test('another key gives other bytes throughout', () => {
  const other = sealAll(envelopes, new Uint8Array(32).fill(8));
  for (const [index, entry] of other.entries()) {
    assert.notEqual(entry.ciphertext, entries[index]?.ciphertext);
    assert.notEqual(entry.commitment, entries[index]?.commitment);
  }
});

test('nothing of the plaintext is in the lines', () => {
  for (const word of ['participant', 'noted', 'investigator', 'Shanghai']) assert.equal(text.includes(word), false);
});

const swap = ({ ciphertext }: SealedEntry): Partial<SealedEntry> => ({
  ciphertext: `${ciphertext.startsWith('0') ? '1' : '0'}${ciphertext.slice(1)}`,
});
const refusals: readonly (readonly [why: string, text: string, key: Uint8Array, expected: unknown])[] = [
  ['another key', text, new Uint8Array(32), { refused: 'does not decrypt', position: 1 }],
  ['a changed ciphertext', forged(swap), key, { refused: 'does not decrypt', position: 3 }],
  [
    'another place',
    forged(() => ({ ciphertext: entries[1]?.ciphertext ?? '' })),
    key,
    { refused: 'does not decrypt', position: 3 },
  ],
  ['too short', forged(() => ({ ciphertext: 'ab' })), key, { refused: 'does not decrypt', position: 3 }],
  [
    'another commitment',
    forged(() => ({ commitment: 'a'.repeat(64) })),
    key,
    { refused: 'commitment differs', position: 3 },
  ],
  [
    'another log inside',
    writeLines(
      sealAll(
        envelopes.slice(0, 2).map((e) => ({ ...e, stream: 'z' })),
        key,
      ),
    ),
    key,
    { refused: 'does not hold a log', position: 1 },
  ],
];
for (const [why, lines, under, expected] of refusals) {
  test(`does not open: ${why}`, () => assert.deepEqual(openSealed(lines, under), expected));
}

test('a broken chain is named before anything is opened', () => {
  const opened = openSealed(text.replace('"position":3', '"position":4'), key);
  assert.ok('problem' in opened);
  assert.deepEqual([opened.problem, opened.line], ['position gap', 3]);
});

const notEntries: readonly (readonly [why: string, change: (line: string) => string])[] = [
  ['an envelope', () => writeLines(envelopes.slice(0, 1))],
  ['null', () => 'null\n'],
  ['capitals in the ciphertext', (line) => line.replace(/[a-f]/, 'A')],
  ['half a byte', (line) => line.replace(/"ciphertext":"./, '"ciphertext":"')],
  ['a member more', (line) => line.replace('{', '{"arm":"A",')],
  ['no commitment', (line) => line.replace(/"commitment":"[0-9a-f]*",/, '')],
  ['position 0', (line) => line.replace('"position":1', '"position":0')],
];
for (const [why, change] of notEntries) {
  test(`not a sealed entry: ${why}`, () => {
    const found = verifySealedLines(change(writeLines(entries.slice(0, 1))));
    assert.ok('problem' in found);
    assert.equal(found.problem, 'not an entry');
  });
}

test('a key of another length, or a gap in the positions, is a fault', () => {
  assert.throws(() => openSealed(text, new Uint8Array(16)), /16 bytes/);
  assert.throws(() => sealNext(envelopes[3] ?? assert.fail(), emptySeal, key), /does not follow/);
});

test('200 flips of a character: each is detected without the key', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 0, max: 6 }), (place, bit) => {
      const flipped = String.fromCharCode(text.charCodeAt(place) ^ (1 << bit));
      assert.ok('problem' in verifySealedLines(text.slice(0, place) + flipped + text.slice(place + 1)));
    }),
    { numRuns: 200, seed: 1 },
  );
});
