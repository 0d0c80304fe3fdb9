/**
 * Mutation runs over the measures: every file of core/measures that has tests beside it, one at a time.
 *
 *   node tools/deep/mutate-measures.ts               all
 *   node tools/deep/mutate-measures.ts sledai-2k bilag/renal bilag
 */
import { measurePaths } from './measure-paths.ts';
import { type Survivor, scoreOf } from './mutants.ts';
import { mutate, readMutationSettings, testsOf } from './mutation.ts';

const settings = readMutationSettings('tools/deep/stryker.json');

/** What a measure promises of itself (title, unit, limits, source) is looked at for all measures in one place. */
const promises = 'core/measures/catalogue.test.ts';

const lineOf = ({ place, mutator, was, became }: Survivor): string => `  ${place} ${mutator}: ${was} → ${became}`;

const { paths, untested, unknown } = measurePaths(process.argv.slice(2));
let passed = unknown.length === 0 && paths.length > 0;
const all: { killed: number; survivors: Survivor[] } = { killed: 0, survivors: [] };
for (const path of paths) {
  const { mutants, lines, passed: isEnough } = await mutate(settings, path, [...new Set([...testsOf(path), promises])]);
  passed = passed && isEnough;
  if (mutants === undefined) {
    console.log(`${path}: no score`);
    for (const line of lines) console.log(`  ${line}`);
    continue;
  }
  const { killed, survivors } = mutants;
  console.log(`${path}: ${scoreOf(mutants).toFixed(1)} % of ${killed + survivors.length}`);
  for (const survivor of survivors) console.log(lineOf(survivor));
  all.killed += killed;
  all.survivors.push(...survivors);
}
console.log(`${paths.length} files: ${scoreOf(all).toFixed(1)} % of ${all.killed + all.survivors.length} mutants`);
if (untested.length > 0) console.log(`without a test of their own: ${untested.join(', ')}`);
for (const name of unknown) console.log(`FAIL: there is no measure file called ${name}`);
if (!passed) process.exitCode = 1;
