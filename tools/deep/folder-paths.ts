/** Which files of a folder a mutation run changes: all that have tests beside them, or those that are named. */
import { globSync } from 'node:fs';
import { testsOf } from './mutation.ts';

export interface FolderPaths {
  readonly paths: readonly string[];
  /** Files of types and of support for tests. */
  readonly untested: readonly string[];
  /** Names that fit no file. */
  readonly unknown: readonly string[];
}

/** `bilag/renal` names one file, `bilag` all files of that folder. */
const isNamed = (of: string, name: string): boolean => of === name || of.startsWith(`${name}/`);

/** `folder` and `leftOut` end in a stroke: the first is run through but for the second, in the order of the names. */
export const folderPaths = (folder: string, names: readonly string[], leftOut?: string): FolderPaths => {
  const nameOf = (path: string): string => path.slice(folder.length, -'.ts'.length);
  const files = globSync(`${folder}**/*.ts`)
    .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('given.ts'))
    .filter((path) => leftOut === undefined || !path.startsWith(leftOut))
    .sort();
  const named = names.flatMap((name) => files.filter((path) => isNamed(nameOf(path), name)));
  const chosen = names.length === 0 ? files : [...new Set(named)];
  return {
    paths: chosen.filter((path) => testsOf(path).length > 0),
    untested: chosen.filter((path) => testsOf(path).length === 0),
    unknown: names.filter((name) => !files.some((path) => isNamed(nameOf(path), name))),
  };
};
