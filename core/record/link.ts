import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalText } from './canonical.ts';

/** One link of a hash chain: where it stands, the hash of the link before it, and its own. */
export interface Link {
  /** 1-based place in the log. */
  readonly position: number;
  /** Hash of the link before; `beforeFirst` for position 1. */
  readonly previous: string;
  /** SHA-256, in hex, of the canonical text of everything else in the link, `previous` included. */
  readonly hash: string;
}

/** What stands as `previous` in the first link. */
export const beforeFirst = '0'.repeat(64);

/** Longest line, in UTF-16 code units, that is written or read. */
export const longestLine = 16_777_216;

const hashPattern = /^[0-9a-f]{64}$/;

/** Whether a value is a SHA-256 in lower-case hex. */
export const isHash = (value: unknown): value is string => typeof value === 'string' && hashPattern.test(value);

/** SHA-256 (`fips180-4`) of the UTF-8 bytes of a text, in lower-case hex. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** The hash that a link must carry: over its canonical text without the member `hash`. */
export const linkHash = (link: Omit<Link, 'hash'>): string => hashText(canonicalText({ ...link, hash: undefined }));

/** Closes a link: the content with its hash. Throws when the content would make a line longer than `longestLine`. */
export const closeLink = <C extends Omit<Link, 'hash'>>(content: C): C & { readonly hash: string } => ({
  ...content,
  hash: hashOfText(content, canonicalText(content)),
});

/** A link as its own text reads: nothing of the caller's objects is left in it. */
export const settleLink = <C extends Omit<Link, 'hash'>>(content: C): C & { readonly hash: string } => {
  const text = canonicalText(content);
  const settled: C = JSON.parse(text);
  return { ...settled, hash: hashOfText(content, text) };
};

const hashOfText = ({ position }: Omit<Link, 'hash'>, text: string): string => {
  if (text.length > longestLine - 100) throw new Error(`link ${position}: its line would be too long`);
  return hashText(text);
};
