import { gcmsiv } from '@noble/ciphers/aes.js';
import { bytesToUtf8 } from '@noble/ciphers/utils.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from './canonical.ts';
import type { Envelope } from './envelope.ts';
import { closeLink, isHash, type Link } from './link.ts';
import type { Seal } from './seal.ts';

/** An event that only holders of the key can read. Whoever lacks it can still verify that nothing was changed. */
export interface SealedEntry extends Link {
  /** AES-256-GCM-SIV of the padded envelope, in hex. */
  readonly ciphertext: string;
  /** HMAC-SHA-256 of the canonical text of the envelope, in hex; keyed, so that guesses cannot be tried against it. */
  readonly commitment: string;
}

/** An entry that the key does not open, or that opens to something else than the event of its place. */
export interface DoesNotOpen {
  readonly refused: 'does not decrypt' | 'commitment differs' | 'does not hold a log';
  readonly position: number;
}

/** Plaintexts are padded to a multiple of this many bytes, so that the length of an entry tells nothing of its event. */
export const bucket = 2048;

const label = 'sealed-log/1';

const subkey = (key: Uint8Array, purpose: string): Uint8Array => {
  if (key.length !== 32) throw new Error(`sealed log: the key has ${key.length} bytes, not 32`);
  return hmac(sha256, key, utf8ToBytes(`${label} ${purpose}`));
};

/**
 * The nonce is the position, so that sealing the same events with the same key gives the same bytes. Within one log
 * positions are unique. Where a log is restored from a copy and grows anew, a position comes twice: with GCM-SIV
 * (`rfc8452`) that shows only whether the two entries are equal, while GCM or ChaCha20-Poly1305 would give the texts away.
 */
const cipherAt = (key: Uint8Array, position: number, previous: string) => {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setBigUint64(4, BigInt(position));
  return gcmsiv(subkey(key, 'encryption'), nonce, utf8ToBytes(`${label} ${position} ${previous}`));
};

const commit = (key: Uint8Array, plain: Uint8Array): string =>
  bytesToHex(hmac(sha256, subkey(key, 'commitment'), plain));

/** Length in four bytes, then the text, then zeros. */
const pad = (plain: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(Math.ceil((plain.length + 4) / bucket) * bucket);
  new DataView(padded.buffer).setUint32(0, plain.length);
  padded.set(plain, 4);
  return padded;
};

const unpad = (padded: Uint8Array): Uint8Array =>
  padded.subarray(4, 4 + new DataView(padded.buffer, padded.byteOffset).getUint32(0));

/** Seals the next envelope behind `head`, the seal of the sealed log so far. Throws on a key that is not 32 bytes. */
export const sealNext = (envelope: Envelope, head: Seal, key: Uint8Array): SealedEntry => {
  const plain = utf8ToBytes(canonicalText(envelope));
  const { position } = envelope;
  if (position !== head.count + 1) throw new Error(`sealed log: position ${position} does not follow ${head.count}`);
  const ciphertext = bytesToHex(cipherAt(key, position, head.hash).encrypt(pad(plain)));
  return closeLink({ position, ciphertext, commitment: commit(key, plain), previous: head.hash });
};

const members = 'ciphertext commitment hash position previous';

/** Whether a value read from JSON has the members of a sealed entry, and no others. */
export const isSealedEntry = (value: unknown): value is SealedEntry => {
  if (typeof value !== 'object' || value === null || Object.keys(value).sort().join(' ') !== members) return false;
  const entry: Partial<Record<keyof SealedEntry, unknown>> = value;
  return (
    Number.isSafeInteger(entry.position) &&
    Number(entry.position) >= 1 &&
    typeof entry.ciphertext === 'string' &&
    entry.ciphertext !== '' &&
    entry.ciphertext.length % 2 === 0 &&
    !/[^0-9a-f]/.test(entry.ciphertext) &&
    [entry.commitment, entry.previous, entry.hash].every(isHash)
  );
};

const decrypt = (entry: SealedEntry, key: Uint8Array): Uint8Array | undefined => {
  const cipher = cipherAt(key, entry.position, entry.previous);
  try {
    return unpad(cipher.decrypt(hexToBytes(entry.ciphertext)));
  } catch {
    return undefined; // the cipher throws when its tag does not fit
  }
};

/** The canonical text of the envelope in an entry, or why it does not open. */
export const openEntry = (entry: SealedEntry, key: Uint8Array): string | DoesNotOpen => {
  const plain = decrypt(entry, key);
  if (plain === undefined) return { refused: 'does not decrypt', position: entry.position };
  return commit(key, plain) === entry.commitment
    ? bytesToUtf8(plain)
    : { refused: 'commitment differs', position: entry.position };
};
