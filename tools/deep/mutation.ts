/** Mutation runs: Stryker changes one file in many small ways, and the tests beside that file have to notice. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { printedLines, type Ran, runProgram } from '../checks/program.ts';
import { type Mutants, readMutants } from './mutants.ts';

const settings = z.looseObject({ mutate: z.array(z.string()).min(1) });
export type MutationSettings = z.infer<typeof settings>;

export const readMutationSettings = (path: string): MutationSettings =>
  settings.parse(JSON.parse(readFileSync(path, 'utf8')));

/** `x.test.ts` beside `x.ts`, and `x.<part>.test.ts` where the tests of one file are several. */
export const testsOf = (path: string): readonly string[] =>
  globSync([path.replace(/\.ts$/, '.test.ts'), path.replace(/\.ts$/, '.*.test.ts')]).sort();

/** Stops at the first test that fails, and draws the same examples each time. */
const runner = join(import.meta.dirname, 'mutation-tests.ts');

/** Each file is run on its own, so that a mutant is killed by the tests beside it or not at all. */
const settingsFor = (
  all: MutationSettings,
  path: string,
  tests: readonly string[],
  report: string,
): MutationSettings => ({
  ...all,
  mutate: [path],
  commandRunner: { command: [process.execPath, runner, ...tests].map((word) => `"${word}"`).join(' ') },
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: report },
});

export interface MutationResult {
  readonly path: string;
  readonly passed: boolean;
  /** Survivors and scores as Stryker prints them, or what kept it from running. */
  readonly lines: readonly string[];
  /** Undefined where Stryker did not run to its end. */
  readonly mutants: Mutants | undefined;
}

const failed = (path: string, lines: readonly string[]): MutationResult => ({
  path,
  passed: false,
  lines,
  mutants: undefined,
});

const resultOf = (path: string, ran: Ran, report: string): MutationResult => {
  const lines = printedLines(ran);
  if (!existsSync(report)) return failed(path, lines);
  const mutants = readMutants(readFileSync(report, 'utf8'));
  if (mutants.killed + mutants.survivors.length === 0) return failed(path, [...lines, 'no mutant was made']);
  return { path, passed: ran.code === 0, lines, mutants };
};

export const mutate = async (
  all: MutationSettings,
  path: string,
  tests: readonly string[] = testsOf(path),
): Promise<MutationResult> => {
  const absent = [path, ...tests].filter((file) => !existsSync(file));
  if (tests.length === 0) absent.push(path.replace(/\.ts$/, '.test.ts'));
  if (absent.length > 0)
    return failed(
      path,
      absent.map((file) => `there is no ${file}`),
    );
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  try {
    const [file, report] = [join(folder, 'stryker.json'), join(folder, 'report.json')];
    writeFileSync(file, JSON.stringify(settingsFor(all, path, tests, report)));
    return resultOf(path, await runProgram('stryker', ['run', file]), report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
