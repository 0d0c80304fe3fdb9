import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The file by which a folder is known to be ours: only such a folder is ever replaced. */
const mark = 'run.json';

export type FolderProblem = { readonly occupied: string } | { readonly unwritable: string };

const isOurs = (folder: string): boolean => existsSync(join(folder, mark));

/**
 * Writes all files of a run or none: into a new folder beside the place, then moved there in one step. A folder that
 * holds anything but an earlier run is left alone.
 */
export const writeRunFolder = (folder: string, files: ReadonlyMap<string, string>): FolderProblem | undefined => {
  const place = resolve(folder);
  if (existsSync(place) && !isOurs(place) && readdirSync(place).length > 0) return { occupied: place };
  try {
    mkdirSync(dirname(place), { recursive: true });
    const fresh = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
    for (const [name, text] of files) writeFileSync(join(fresh, name), text, { flush: true });
    rmSync(place, { recursive: true, force: true });
    renameSync(fresh, place);
    return undefined;
  } catch (error) {
    return { unwritable: error instanceof Error ? error.message : String(error) };
  }
};

/** What `run.json` says of a run; undefined when the folder holds none. */
export const readRunMark = (
  folder: string,
): { readonly trial: string; readonly seed: number; readonly start: string } | undefined => {
  if (!isOurs(folder)) return undefined;
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, mark), 'utf8'));
    if (typeof found !== 'object' || found === null || !('trial' in found) || !('seed' in found) || !('start' in found))
      return undefined;
    return { trial: String(found.trial), seed: Number(found.seed), start: String(found.start) };
  } catch {
    return undefined;
  }
};
