/** A mutation run over a folder, one file at a time: a score for each and for all, and the survivors not yet explained. */
import { readFileSync } from 'node:fs';
import { folderPaths } from './folder-paths.ts';
import { type Mutants, scoreOf } from './mutants.ts';
import { type MutationSettings, mutate, readMutationSettings, testsOf } from './mutation.ts';
import { namesIn, survivorName } from './mutation-named.ts';

const page = 'docs/mutation.md';

export interface MutatedFolder {
  /** Ends in a stroke, as does the folder in it that is left out. */
  readonly folder: string;
  readonly leftOut?: string;
  /** Tests that hold every file of the folder to something, besides those beside it. */
  readonly heldBy: readonly string[];
  /** Percent of all mutants that have to be noticed. */
  readonly least: number;
}

const none: Mutants = { killed: 0, timedOut: 0, survivors: [] };

const sum = (a: Mutants, b: Mutants): Mutants => ({
  killed: a.killed + b.killed,
  timedOut: a.timedOut + b.timedOut,
  survivors: [...a.survivors, ...b.survivors],
});

/** `95.6 % of 90, 4 survived`, and how many of the others only ran out of time. */
export const sayMutants = (mutants: Mutants): string => {
  const all = mutants.killed + mutants.survivors.length;
  const byTime = mutants.timedOut === 0 ? '' : `, ${mutants.timedOut} noticed by time alone`;
  return `${scoreOf(mutants).toFixed(1)} % of ${all}, ${mutants.survivors.length} survived${byTime}`;
};

const mutateFile = async (
  settings: MutationSettings,
  path: string,
  heldBy: readonly string[],
  named: ReadonlySet<string>,
): Promise<{ readonly mutants: Mutants; readonly passed: boolean }> => {
  const { mutants, lines, passed } = await mutate(settings, path, [...new Set([...testsOf(path), ...heldBy])]);
  console.log(`${path}: ${mutants === undefined ? 'no score' : sayMutants(mutants)}`);
  if (mutants === undefined) for (const line of lines) console.log(`  ${line}`);
  for (const survivor of mutants?.survivors ?? [])
    if (!named.has(survivorName(survivor)))
      console.log(`  not named: line ${survivor.line}, ${survivor.mutator}, ${survivorName(survivor)}`);
  return { mutants: mutants ?? none, passed };
};

/** True where every file and all of them together reach what they have to, and every name fits a file. */
export const mutateFolder = async (
  { folder, leftOut, heldBy, least }: MutatedFolder,
  names: readonly string[],
): Promise<boolean> => {
  const start = performance.now();
  const settings = readMutationSettings('tools/deep/stryker.json');
  const named = namesIn(readFileSync(page, 'utf8'), folder);
  const { paths, untested, unknown } = folderPaths(folder, names, leftOut);
  let [passed, all] = [unknown.length === 0 && paths.length > 0, none];
  for (const path of paths) {
    const found = await mutateFile(settings, path, heldBy, named);
    [passed, all] = [passed && found.passed, sum(all, found.mutants)];
  }
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(`${paths.length} files: ${sayMutants(all)}, ${minutes} min`);
  const survived = new Set(all.survivors.map(survivorName));
  if (names.length === 0)
    for (const name of named) if (!survived.has(name)) console.log(`named on ${page}, and noticed by now: ${name}`);
  if (untested.length > 0) console.log(`without a test of their own: ${untested.join(', ')}`);
  for (const name of unknown) console.log(`FAIL: there is no file in ${folder} called ${name}`);
  const isEnough = scoreOf(all) >= least;
  if (!isEnough) console.log(`FAIL: less than ${least} %`);
  return passed && isEnough;
};
