import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Style } from '#hosts/render/text.ts';
import { derivedNames, deriveFiles } from './derived-files.ts';
import { readRun } from './opened-run.ts';
import { isUnread, readTextFile } from './text-file.ts';

/** What was found of a file that follows from the log; where it differs, from which line on, and how. */
export type DerivedVerdict =
  | { readonly file: string; readonly found: 'as the log gives it' | 'missing' }
  | {
      readonly file: string;
      readonly found: 'differs';
      /** From 1; absent where the file could not be compared at all. */
      readonly line?: number;
      readonly why: string;
    };

const longest = 80;
const shown = (line: string | undefined): string => {
  if (line === undefined) return 'nothing';
  return `"${line.length > longest ? `${line.slice(0, longest)}…` : line}"`;
};

const compare = (file: string, path: string, expected: string): DerivedVerdict => {
  if (!existsSync(path)) return { file, found: 'missing' };
  const text = readTextFile(path);
  if (isUnread(text)) return { file, found: 'differs', why: text.unread };
  if (text === expected) return { file, found: 'as the log gives it' };
  const [is, should] = [text.split('\n'), expected.split('\n')];
  let at = 0;
  while (is[at] === should[at]) at += 1;
  return {
    file,
    found: 'differs',
    line: at + 1,
    why: `the log gives ${shown(should[at])}, and it has ${shown(is[at])}`,
  };
};

/**
 * Derives what a run folder holds beside its log anew, and compares. Another version of the program may derive otherwise;
 * the difference is then shown as well. A file that is not there proves nothing and is told.
 */
export const verifyDerived = (folder: string): readonly DerivedVerdict[] => {
  if (!derivedNames.some((name) => existsSync(join(folder, name)))) return [];
  const run = readRun(folder);
  if (typeof run === 'string') return [{ file: 'study.yaml', found: 'differs', why: run }];
  const { files } = deriveFiles(run.study, run.events);
  return [...files].map(([file, expected]) => compare(file, join(folder, file), expected));
};

const names = (derived: readonly DerivedVerdict[], found: DerivedVerdict['found']): readonly string[] =>
  derived.filter((each) => each.found === found).map(({ file }) => file);

/** Verdicts on the files of a folder in words: those that differ each in a line of their own. */
export const sayDerived = (folder: string, derived: readonly DerivedVerdict[], style: Style): readonly string[] => {
  const [same, missing] = [names(derived, 'as the log gives it'), names(derived, 'missing')];
  return [
    ...(same.length === 0 ? [] : [`${folder}: as the log gives them: ${same.join(', ')}.`]),
    ...(missing.length === 0 ? [] : [`${folder}: not there, and not compared: ${missing.join(', ')}.`]),
    ...derived.flatMap((each) => {
      if (each.found !== 'differs') return [];
      const place = each.line === undefined ? '' : ` from line ${each.line} on`;
      return [
        style.bad(
          `${join(folder, each.file)}: not what the log gives with this version of the program${place}: ${each.why}.`,
        ),
      ];
    }),
  ];
};
