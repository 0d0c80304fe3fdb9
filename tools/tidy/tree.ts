/** The files of the tree that would be committed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

const always: readonly string[] = ['.git'];

/** The names that .gitignore leaves out; the file holds plain names and endings only. */
const readIgnored = (): readonly string[] => {
  const lines = existsSync('.gitignore') ? readFileSync('.gitignore', 'utf8').split('\n') : [];
  return [...always, ...lines.map((line) => line.trim().replace(/\/$/, '')).filter((line) => line !== '')];
};

const listBelow = (folder: string, ignored: readonly string[]): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ignored.some((pattern) => matchesGlob(name, pattern)))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? listBelow(path, ignored) : [path];
    });

/** Every file, by its path from the root with forward slashes. */
export const listFiles = (): readonly string[] => [...listBelow('.', readIgnored())].sort();

export const sizeOf = (path: string): number => statSync(join('.', path)).size;
