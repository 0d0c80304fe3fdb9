import { beforeFirst, hashText, isHash, type Link } from './link.ts';

/**
 * The state of a log in two values: how many entries it has, and the hash of the last.
 *
 * What the chain alone detects: an entry changed, inserted, removed, repeated or moved, anywhere before the end.
 * What the chain alone cannot detect: entries cut off the end, and a log rewritten from some entry on with all hashes
 * computed anew; whoever can write the file can do both.
 * A seal that is kept where the writer of the file cannot reach it (printed and signed, mailed, in another store) detects
 * both, for the entries it counts. It says nothing about entries added after it was taken, nor whether what was
 * recorded was true, nor who wrote it.
 */
export interface Seal {
  readonly count: number;
  readonly hash: string;
}

/** The seal of a log with nothing in it. */
export const emptySeal: Seal = { count: 0, hash: beforeFirst };

/** The seal of a log whose last link is this one. */
export const sealOf = (last: Link | undefined): Seal =>
  last === undefined ? emptySeal : { count: last.position, hash: last.hash };

export interface NotASeal {
  readonly refused: 'not a seal' | 'mistyped';
}

const label = 'seal/1';
const checkOf = (body: string): string => hashText(body).slice(0, 8);

/** One printable line: label, count, hash, and eight digits that catch a slip of the pen. */
export const writeSeal = (seal: Seal): string => {
  const body = `${label} ${seal.count} ${seal.hash}`;
  return `${body} ${checkOf(body)}`;
};

/** Reads the line of `writeSeal`; white space around and between, and letter case, do not matter. Never throws. */
export const readSeal = (text: string): Seal | NotASeal => {
  if (text.length > 1000) return { refused: 'not a seal' };
  const [name, count, hash, check, ...rest] = text.trim().toLowerCase().split(/\s+/);
  if (name !== label || rest.length > 0 || !isHash(hash)) return { refused: 'not a seal' };
  if (count === undefined || !/^(0|[1-9]\d{0,14})$/.test(count)) return { refused: 'not a seal' };
  if (check !== checkOf(`${label} ${count} ${hash}`)) return { refused: 'mistyped' };
  return { count: Number(count), hash };
};
