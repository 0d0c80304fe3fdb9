import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The file by which a folder is known to be ours: only such a folder is ever replaced. */
const mark = 'run.json';

export type FolderProblem = { readonly occupied: string } | { readonly unwritable: string };

export interface RunMark {
  readonly trial: string;
  readonly seed: number;
  readonly start: string;
}

/** What `run.json` says of a run; undefined when the folder holds none. */
export const readRunMark = (folder: string): RunMark | undefined => {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, mark), 'utf8'));
    if (typeof found !== 'object' || found === null) return undefined;
    if (!('trial' in found && 'seed' in found && 'start' in found)) return undefined;
    return { trial: String(found.trial), seed: Number(found.seed), start: String(found.start) };
  } catch {
    return undefined;
  }
};

/** A place may be taken when nothing is there, or an earlier run and nothing besides: no file of somebody's is lost. */
const mayTake = (place: string, files: ReadonlyMap<string, string>): boolean => {
  if (!existsSync(place)) return true;
  if (!statSync(place).isDirectory()) return false;
  const entries = readdirSync(place);
  return entries.length === 0 || (readRunMark(place) !== undefined && entries.every((entry) => files.has(entry)));
};

const fill = (folder: string, files: ReadonlyMap<string, string>): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { flush: true });
};

/** The earlier run steps aside and goes only when the new one stands in its place. */
const exchange = (fresh: string, place: string): void => {
  const aside = `${fresh}-before`;
  if (existsSync(place)) renameSync(place, aside);
  renameSync(fresh, place);
  rmSync(aside, { recursive: true, force: true });
};

/**
 * Writes all files of a run or none: into a new folder beside the place, then moved there. A place that holds anything
 * but an earlier run is left alone.
 */
export const writeRunFolder = (folder: string, files: ReadonlyMap<string, string>): FolderProblem | undefined => {
  const place = resolve(folder);
  const fresh = join(dirname(place), `.${basename(place)}-${randomUUID()}`);
  try {
    if (!mayTake(place, files)) return { occupied: place };
    fill(fresh, files);
    exchange(fresh, place);
    return undefined;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    return { unwritable: error instanceof Error ? error.message : String(error) };
  }
};
