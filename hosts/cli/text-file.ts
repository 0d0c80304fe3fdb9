import { readFileSync, statSync } from 'node:fs';

/** Why a file could not be read as text. */
export interface UnreadFile {
  readonly unread: string;
}

export const isUnread = (read: string | Uint8Array | UnreadFile): read is UnreadFile =>
  typeof read !== 'string' && 'unread' in read;

const whyNot = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'it may not be read';
  return error instanceof Error ? error.message : 'unknown reason';
};

const largest = 1_073_741_824;

/** The bytes of a file, or why they could not be read. A device is refused: it need not end. */
export const readBytes = (path: string): Buffer | UnreadFile => {
  try {
    const found = statSync(path);
    if (found.isCharacterDevice() || found.isBlockDevice()) return { unread: 'it is a device' };
    return found.size > largest ? { unread: 'it is larger than 1 GiB' } : readFileSync(path);
  } catch (error) {
    return { unread: whyNot(error) };
  }
};

/** The text of these bytes; undefined where they are no UTF-8, since a lenient reading would hide a change. */
export const decodeStrictly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Reads a text file, or says why not. */
export const readTextFile = (path: string): string | UnreadFile => {
  const bytes = readBytes(path);
  return isUnread(bytes) ? bytes : (decodeStrictly(bytes) ?? { unread: 'it is not UTF-8 text' });
};
