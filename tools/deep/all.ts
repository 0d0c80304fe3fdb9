/**
 * The long jobs: every fuzz script of this folder, the mutation runs that stryker.json lists, then those over the measures
 * and over the statistics.
 *
 *   npm run deep               all
 *   npm run deep -- fuzz       fuzz scripts only
 *   npm run deep -- mutation   the files of stryker.json only
 *   npm run deep -- measures   core/measures only, some twenty minutes
 *   npm run deep -- statistics   core/statistics only, some hours
 *   npm run deep -- bilag      the branches of BILAG-2004 that its own tests reach, which has to be every one
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { mutate, readMutationSettings } from './mutation.ts';

const settingsPath = 'tools/deep/stryker.json';

const runNode = (args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (code) => resolve(code === 0));
  });

const runScript = (path: string): Promise<boolean> => runNode([path]);

const report = (what: string, passed: boolean, start: number): boolean => {
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${what}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return passed;
};

const runFuzz = async (): Promise<boolean> => {
  const scripts = globSync('tools/deep/*.fuzz.ts').sort();
  if (scripts.length === 0) console.log('FAIL fuzz: there is no tools/deep/*.fuzz.ts');
  let passed = scripts.length > 0;
  for (const script of scripts) {
    const start = performance.now();
    console.log(`fuzz ${script}`);
    passed = report(script, await runScript(script), start) && passed;
  }
  return passed;
};

const runMutation = async (): Promise<boolean> => {
  const settings = readMutationSettings(settingsPath);
  let passed = true;
  for (const path of settings.mutate) {
    const start = performance.now();
    console.log(`mutation ${path}`);
    const result = await mutate(settings, path);
    for (const line of result.lines) console.log(`  ${line}`);
    passed = report(path, result.passed, start) && passed;
  }
  return passed;
};

const runFolder = async (name: 'measures' | 'statistics'): Promise<boolean> => {
  const start = performance.now();
  console.log(`mutation core/${name}`);
  return report(`core/${name}`, await runScript(`tools/deep/mutate-${name}.ts`), start);
};

const bilagCoverage = [
  '--test',
  '--experimental-test-coverage',
  '--test-coverage-include=core/measures/bilag/**',
  '--test-coverage-include=core/measures/bilag*.ts',
  '--test-coverage-exclude=**/*.test.ts',
  '--test-coverage-branches=100',
  'core/measures/bilag/*.test.ts',
  'core/measures/bilag*.test.ts',
];

const runBilag = async (): Promise<boolean> => {
  const start = performance.now();
  console.log('branch coverage of BILAG-2004');
  return report('core/measures/bilag', await runNode(bilagCoverage), start);
};

const chosen = process.argv.slice(2);
const wants = (name: string): boolean => chosen.length === 0 || chosen.includes(name);

console.log(`${new Date().toISOString()}, Node ${process.versions.node}\n`);
const fuzzed = !wants('fuzz') || (await runFuzz());
const mutated = !wants('mutation') || (await runMutation());
const measured = !wants('measures') || (await runFolder('measures'));
const counted = !wants('statistics') || (await runFolder('statistics'));
const covered = !wants('bilag') || (await runBilag());
const known = ['fuzz', 'mutation', 'measures', 'statistics', 'bilag'].some(wants);
process.exitCode = fuzzed && mutated && measured && counted && covered && known ? 0 : 1;
