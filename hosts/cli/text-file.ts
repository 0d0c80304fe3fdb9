import { readFileSync, statSync } from 'node:fs';

/** Why a file could not be read as text. */
export interface UnreadFile {
  readonly unread: string;
}

export const isUnread = (read: string | UnreadFile): read is UnreadFile => typeof read !== 'string';

const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'it may not be read';
  if (error instanceof TypeError) return 'it is not UTF-8 text';
  return error instanceof Error ? error.message : 'unknown reason';
};

const largest = 1_073_741_824;

/** Reads a text file strictly: bytes that are no UTF-8 are refused, since a lenient reading would hide a change. */
export const readTextFile = (path: string): string | UnreadFile => {
  try {
    if (statSync(path).size > largest) return { unread: 'it is larger than 1 GiB' };
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    return { unread: whyNot(error) };
  }
};
