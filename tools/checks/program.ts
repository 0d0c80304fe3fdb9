/** Runs an installed development program on the tree in the working directory. */
import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const installed = join(import.meta.dirname, '../../node_modules/.bin');

/** The programs are JavaScript: they run under the Node of this process, whichever Node is first in PATH. */
export const runProgram = (name: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 28, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } };
    execFile(process.execPath, [realpathSync(join(installed, name)), ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, stdout, stderr });
      else reject(new Error(`${name} did not end by itself`, { cause: error }));
    });
  });

/** What a program printed, as lines for a report. */
export const printedLines = ({ stdout, stderr }: Ran): readonly string[] =>
  `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
