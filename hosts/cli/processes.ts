import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one command line of this program came to. */
export interface Finished {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const program = fileURLToPath(new URL('../../bin/trialwright.js', import.meta.url));

/** Ended by a signal, or never begun. */
const broken = 1;

const runOne = (words: readonly string[]): Promise<Finished> =>
  new Promise((resolve) => {
    const [out, err]: [string[], string[]] = [[], []];
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    child.on('error', ({ message }) => resolve({ code: broken, out: '', err: message }));
    child.on('close', (code) => resolve({ code: code ?? broken, out: out.join(''), err: err.join('') }));
  });

/**
 * Runs command lines of this program in processes of their own, at most so many at once. What each came to is given in
 * the order in which they were asked, whichever was done first.
 */
export const runAll = async (
  commands: readonly (readonly string[])[],
  workers: number,
): Promise<readonly Finished[]> => {
  const waiting = commands.entries();
  const finished: Finished[] = [];
  const work = async (): Promise<void> => {
    for (const [place, words] of waiting) finished[place] = await runOne(words);
  };
  await Promise.all(Array.from({ length: Math.min(workers, commands.length) }, work));
  return finished;
};
