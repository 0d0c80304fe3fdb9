import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from './main.ts';

/** What a command line left behind. */
export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, with its streams caught; `terminal` pretends that somebody is looking. */
export const tell = async (argv: readonly string[], terminal = false): Promise<Told> => {
  const [out, err]: [string[], string[]] = [[], []];
  const streams = {
    out: { write: (text: string) => out.push(text), isTTY: terminal },
    error: { write: (text: string) => err.push(text) },
  };
  const code = await main(argv, streams);
  return { code, out: out.join(''), err: err.join('') };
};

/** A folder for one test file, with the means to fill it, look at it and remove it. */
export const openScratch = (name: string) => {
  const folder = mkdtempSync(join(tmpdir(), `trialwright-${name}-`));
  return {
    folder,
    at: (...parts: readonly string[]): string => join(folder, ...parts),
    write: (file: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    },
    makeFolder: (file: string): string => {
      mkdirSync(join(folder, file), { recursive: true });
      return join(folder, file);
    },
    list: (): readonly string[] => readdirSync(folder, { recursive: true }).map(String).sort(),
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
};

/** A text in which one passage is another; fails where the passage does not occur, so that no case is empty. */
export const edit = (text: string, from: string, to: string): string => {
  assert.ok(text.includes(from), `the text to be edited has no "${from}"`);
  return text.replace(from, () => to);
};

/** 1-based line of the first place where a marker stands. */
export const lineOf = (text: string, marker: string): number => {
  const at = text.indexOf(marker);
  assert.ok(at >= 0, `there is no "${marker}"`);
  return text.slice(0, at).split('\n').length;
};

export const trial = 'trials/nct05631717';
export const readTrialFile = (name: string): string => readFileSync(join(trial, name), 'utf8');

/** What no answer to a person may hold: the traces of a program that broke (`undefined "…"` is a word of the rules). */
export const mustBeCalm = ({ out, err }: Told): void => {
  for (const text of [out, err]) {
    assert.doesNotMatch(text, /\n\s+at .*:\d+:\d+|(?<!-)\bundefined\b(?! "|-)|\[object |node:internal|Error:/);
    assert.ok(!text.includes('\u001b'), 'no ANSI codes when nobody is looking');
    assert.ok(!text.includes('\u0000'), 'no control characters');
  }
};
