import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

export type FolderProblem = { readonly occupied: string } | { readonly unwritable: string };

/** Files by their path in the folder, with `/` between its parts. */
export type FolderFiles = ReadonlyMap<string, string | Uint8Array>;

const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** A place may be taken when nothing is there, or earlier files of ours and nothing besides: no file of somebody's is lost. */
const mayTake = (place: string, isOurs: (file: string) => boolean, isMarked: (place: string) => boolean): boolean => {
  if (!existsSync(place)) return true;
  if (!statSync(place).isDirectory()) return false;
  if (readdirSync(place).length === 0) return true;
  return isMarked(place) && filesIn(place).every(isOurs);
};

const fill = (folder: string, files: FolderFiles): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) {
    const path = join(folder, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flush: true });
  }
};

/** What stood there steps aside and goes only when the new stands in its place. */
const exchange = (fresh: string, place: string): void => {
  const aside = `${fresh}-before`;
  if (existsSync(place)) renameSync(place, aside);
  renameSync(fresh, place);
  rmSync(aside, { recursive: true, force: true });
};

/**
 * Writes all files or none: into a new folder beside the place, then moved there. A place that holds anything but what
 * the program wrote earlier is left alone: `isMarked` knows such a folder by its mark, `isOurs` each file in it (those
 * that are written now, unless said).
 */
export const writeOwnedFolder = (
  folder: string,
  files: FolderFiles,
  isMarked: (place: string) => boolean,
  isOurs = (file: string): boolean => files.has(file),
): FolderProblem | undefined => {
  const place = resolve(folder);
  const fresh = join(dirname(place), `.${basename(place)}-${randomUUID()}`);
  try {
    if (!mayTake(place, isOurs, isMarked)) return { occupied: place };
    fill(fresh, files);
    exchange(fresh, place);
    return undefined;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    return { unwritable: error instanceof Error ? error.message : String(error) };
  }
};

/** Why a folder was not written, in words. */
export const sayFolderProblem = (problem: FolderProblem, folder: string): string =>
  'occupied' in problem
    ? `${problem.occupied} holds something else; nothing was written`
    : `${folder} was not written: ${problem.unwritable}`;
