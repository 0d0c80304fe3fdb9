/** Which files of core/measures a mutation run changes: all that have tests beside them, or those that are named. */
import { globSync } from 'node:fs';
import { testsOf } from './mutation.ts';

export interface MeasurePaths {
  readonly paths: readonly string[];
  /** Files of types and of support for tests. */
  readonly untested: readonly string[];
  /** Names that fit no file. */
  readonly unknown: readonly string[];
}

const folder = 'core/measures/';

/** Texts for people: what they say in numbers is tested by their worked examples, their wording by nobody. */
const guides = `${folder}guides/`;

const nameOf = (path: string): string => path.slice(folder.length, -'.ts'.length);

/** `bilag/renal` names one file, `bilag` all files of that folder. */
const isNamed = (path: string, name: string): boolean => nameOf(path) === name || nameOf(path).startsWith(`${name}/`);

export const measurePaths = (names: readonly string[]): MeasurePaths => {
  const files = globSync(`${folder}**/*.ts`)
    .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('given.ts') && !path.startsWith(guides))
    .sort();
  const chosen = names.length === 0 ? files : names.flatMap((name) => files.filter((path) => isNamed(path, name)));
  return {
    paths: chosen.filter((path) => testsOf(path).length > 0),
    untested: chosen.filter((path) => testsOf(path).length === 0),
    unknown: names.filter((name) => !files.some((path) => isNamed(path, name))),
  };
};
