import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FolderFiles, type FolderProblem, writeOwnedFolder } from './owned-folder.ts';

/** The file by which a folder is known to be ours: only such a folder is ever replaced. */
const mark = 'run.json';

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

/** Writes all files of a run or none; a place that holds anything but an earlier run is left alone. */
export const writeRunFolder = (folder: string, files: FolderFiles): FolderProblem | undefined =>
  writeOwnedFolder(folder, files, (place) => readRunMark(place) !== undefined);
