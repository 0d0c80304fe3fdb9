/** Which benches to run: all of them, or those that are named. */
import { basename } from 'node:path';

export interface ChosenBenches {
  readonly paths: readonly string[];
  /** Names for which there is no bench. */
  readonly unknown: readonly string[];
}

const nameOf = (path: string): string => basename(path, '.bench.ts');

/** `criteria` names `tools/bench/criteria.bench.ts`; no name means all, in their order. */
export const choosePaths = (paths: readonly string[], names: readonly string[]): ChosenBenches => ({
  paths: names.length === 0 ? paths : paths.filter((path) => names.includes(nameOf(path))),
  unknown: names.filter((name) => !paths.some((path) => nameOf(path) === name)),
});
