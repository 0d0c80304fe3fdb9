/** Mutation runs: Stryker changes one file in many small ways, and the test beside that file has to notice. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { printedLines, runProgram } from '../checks/program.ts';

const settings = z.looseObject({ mutate: z.array(z.string()).min(1) });
export type MutationSettings = z.infer<typeof settings>;

export const readMutationSettings = (path: string): MutationSettings =>
  settings.parse(JSON.parse(readFileSync(path, 'utf8')));

const testOf = (path: string): string => path.replace(/\.ts$/, '.test.ts');

/** Each file is run on its own, so that a mutant is killed by the test beside it or not at all. */
const settingsFor = (all: MutationSettings, path: string): MutationSettings => ({
  ...all,
  mutate: [path],
  commandRunner: { command: `"${process.execPath}" --test "${testOf(path)}"` },
});

export interface MutationResult {
  readonly path: string;
  readonly passed: boolean;
  /** Survivors and scores as Stryker prints them, or what kept it from running. */
  readonly lines: readonly string[];
}

export const mutate = async (all: MutationSettings, path: string): Promise<MutationResult> => {
  const absent = [path, testOf(path)].filter((file) => !existsSync(file));
  if (absent.length > 0) return { path, passed: false, lines: absent.map((file) => `there is no ${file}`) };
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  try {
    const file = join(folder, 'stryker.json');
    writeFileSync(file, JSON.stringify(settingsFor(all, path)));
    const ran = await runProgram('stryker', ['run', file]);
    const lines = printedLines(ran);
    const mutants = lines.some((line) => /^\s*\S+\.ts\s*\|/.test(line));
    return { path, passed: ran.code === 0 && mutants, lines: mutants ? lines : [...lines, 'no mutant was made'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
