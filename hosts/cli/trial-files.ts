import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { type ReadStudy, readStudy } from '#core/study/compile-study.ts';
import type { Study } from '#core/study/study.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';

const trialsFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../trials');

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Trials that come with the program. */
export const shippedTrials = (): readonly string[] =>
  isFolder(trialsFolder)
    ? readdirSync(trialsFolder)
        .filter((name) => existsSync(join(trialsFolder, name, 'study.yaml')))
        .toSorted()
    : [];

/** The study file that a name means: a shipped trial, a folder with a study.yaml, or a file. */
const studyPath = (name: string): string => {
  if (shippedTrials().includes(name.toLowerCase())) return join(trialsFolder, name.toLowerCase(), 'study.yaml');
  return isFolder(name) ? join(name, 'study.yaml') : name;
};

export interface StudyFile {
  readonly path: string;
  readonly text: string;
  readonly read: ReadStudy;
}

/** Reads a study by name, or says why it could not be read. */
export const openStudyFile = (name: string, session: Session): StudyFile | ExitCode => {
  const path = studyPath(name);
  const text = readTextFile(path);
  if (!isUnread(text)) return { path, text, read: readStudy(text) };
  const near = nearestName(name, shippedTrials());
  const todo = `Name a shipped trial (${shippedTrials().join(', ')}), a folder with a study.yaml, or a study file.`;
  return unusable(
    session,
    `${path} was not read: ${text.unread}${near === undefined ? '' : `; did you mean ${near}?`}`,
    todo,
  );
};

/** What is wrong, what was expected, and the nearest name. */
export const sayProblem = (what: string, expected: readonly string[], nearest: string | undefined): string => {
  const wanted =
    expected.length === 0 ? '' : `; expected ${expected.slice(0, 8).join(', ')}${expected.length > 8 ? ', …' : ''}`;
  return `${what}${wanted}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
};

export const sayFinding = (finding: StudyFinding, path: string): string => {
  const { line, column, severity, what, expected, nearest } = finding;
  const place = finding.path === '' ? '' : ` [${finding.path}]`;
  return `${path}:${line}:${column} ${severity}: ${sayProblem(what, expected, nearest)}${place}`;
};

/** Opens a study that runs; otherwise prints its findings. */
export const openStudy = (name: string, session: Session): (StudyFile & { readonly study: Study }) | ExitCode => {
  const file = openStudyFile(name, session);
  if (typeof file === 'number') return file;
  const { study, findings } = file.read;
  if (study !== undefined) return { ...file, study };
  if (session.json) session.print(JSON.stringify({ study: name, findings }, undefined, 2));
  else for (const finding of findings) session.complain(sayFinding(finding, file.path));
  return exitCodes.no;
};
