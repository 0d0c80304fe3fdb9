import { randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Writes a file whole or not at all: beside its place first, then moved there. Returns why it could not be written. */
export const writeWholeFile = (path: string, text: string): string | undefined => {
  const place = resolve(path);
  const fresh = join(dirname(place), `.${basename(place)}-${randomUUID()}`);
  try {
    if (existsSync(place) && !statSync(place).isFile()) return 'it is not a file';
    writeFileSync(fresh, text, { flush: true });
    renameSync(fresh, place);
    return undefined;
  } catch (error) {
    rmSync(fresh, { force: true });
    return error instanceof Error ? error.message : String(error);
  }
};
