/**
 * Mutation runs over the measures: every file of core/measures that has tests beside it, one at a time. Prints a score
 * for each and for all, and the survivors that docs/mutation.md does not name yet. Fails below 85 %.
 *
 *   node tools/deep/mutate-measures.ts               all
 *   node tools/deep/mutate-measures.ts sledai-2k bilag/renal bilag
 */
import { readFileSync } from 'node:fs';
import { measurePaths } from './measure-paths.ts';
import { type Mutants, scoreOf } from './mutants.ts';
import { mutate, readMutationSettings, testsOf } from './mutation.ts';
import { namesIn, survivorName } from './mutation-named.ts';

const least = 85;
const settings = readMutationSettings('tools/deep/stryker.json');
const page = 'docs/mutation.md';
const named = namesIn(readFileSync(page, 'utf8'));

/** What a measure promises of itself (title, unit, limits, source) is looked at for all measures in one place. */
const promises = 'core/measures/catalogue.test.ts';

const said = (mutants: Mutants): string => {
  const all = mutants.killed + mutants.survivors.length;
  const byTime = mutants.timedOut === 0 ? '' : `, ${mutants.timedOut} noticed by time alone`;
  return `${scoreOf(mutants).toFixed(1)} % of ${all}, ${mutants.survivors.length} survived${byTime}`;
};

const sum = (a: Mutants, b: Mutants): Mutants => ({
  killed: a.killed + b.killed,
  timedOut: a.timedOut + b.timedOut,
  survivors: [...a.survivors, ...b.survivors],
});

const start = performance.now();
const names = process.argv.slice(2);
const { paths, untested, unknown } = measurePaths(names);
let passed = unknown.length === 0 && paths.length > 0;
let all: Mutants = { killed: 0, timedOut: 0, survivors: [] };
for (const path of paths) {
  const { mutants, lines, passed: isEnough } = await mutate(settings, path, [...new Set([...testsOf(path), promises])]);
  passed = passed && isEnough;
  console.log(`${path}: ${mutants === undefined ? 'no score' : said(mutants)}`);
  if (mutants === undefined) for (const line of lines) console.log(`  ${line}`);
  else all = sum(all, mutants);
  for (const survivor of mutants?.survivors ?? [])
    if (!named.has(survivorName(survivor)))
      console.log(`  not named: line ${survivor.line}, ${survivor.mutator}, ${survivorName(survivor)}`);
}
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
console.log(`${paths.length} files: ${said(all)}, ${minutes} min`);
const survived = new Set(all.survivors.map(survivorName));
if (names.length === 0)
  for (const name of named) if (!survived.has(name)) console.log(`named on ${page}, and noticed by now: ${name}`);
if (untested.length > 0) console.log(`without a test of their own: ${untested.join(', ')}`);
for (const name of unknown) console.log(`FAIL: there is no measure file called ${name}`);
if (!(scoreOf(all) >= least)) console.log(`FAIL: less than ${least} %`);
if (!(passed && scoreOf(all) >= least)) process.exitCode = 1;
