import { realpathSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Measure } from '#core/measures/measure.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { openMeasure } from './named-measure.ts';
import { openProgress } from './progress.ts';
import { countLines, countScores, personLines, type ScoreCounts, scoreCsvText, scoreValue } from './score-output.ts';
import { type ScoredFile, scoreCsv, scoreYaml } from './score-people.ts';
import type { Session } from './session.ts';
import { answer, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';
import { sayFinding } from './trial-files.ts';
import { writeWholeFile } from './whole-file.ts';

export interface ScoreOptions {
  readonly measure: string;
  readonly path: string;
  readonly out: string | undefined;
}

const kinds = ['.csv', '.yaml', '.yml'];

const mostFindings = 50;

const complainOf = (findings: readonly StudyFinding[], path: string, session: Session): void => {
  for (const finding of findings.slice(0, mostFindings)) session.complain(sayFinding(finding, path));
  if (findings.length > mostFindings) session.complain(`and ${findings.length - mostFindings} more`);
};

const refuseFile = (findings: readonly StudyFinding[], path: string, session: Session): ExitCode => {
  if (session.json) session.print(JSON.stringify({ file: path, findings }, undefined, 2));
  else complainOf(findings, path, session);
  return exitCodes.unusable;
};

const codeOf = ({ byStatus }: ScoreCounts): ExitCode => {
  if (byStatus.refused > 0) return exitCodes.no;
  return byStatus.partial + byStatus['not evaluable'] > 0 ? exitCodes.unknown : exitCodes.fine;
};

const realPath = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
};

/** Why a file cannot be written there; asked before anything is computed. */
const outProblem = ({ path, out }: ScoreOptions): string | undefined => {
  if (out === undefined) return undefined;
  if (!['.csv', '.json'].includes(extname(out).toLowerCase())) return `--out ${out} is neither .csv nor .json`;
  return realPath(out) === realPath(path) ? `--out ${out} is the file that is read` : undefined;
};

const outText = (out: string, measure: Measure, path: string, file: ScoredFile): string =>
  extname(out).toLowerCase() === '.csv'
    ? scoreCsvText(measure, file)
    : `${JSON.stringify(scoreValue(measure, path, file), undefined, 2)}\n`;

const readScores = (content: string, measure: Measure, path: string) =>
  extname(path).toLowerCase() === '.csv'
    ? scoreCsv(content, measure, openProgress(content, process.stderr))
    : scoreYaml(content, measure);

const report = (measure: Measure, { path, out }: ScoreOptions, file: ScoredFile, session: Session): ExitCode => {
  const counts = countScores(file.people);
  const told = out === undefined ? file.people.flatMap(personLines) : [`${out} written`];
  if (!session.json)
    complainOf(
      file.people.flatMap(({ faults }) => faults),
      path,
      session,
    );
  const text = (): string => [...told, '', ...countLines(counts, file.unread)].join('\n');
  return answer(session, scoreValue(measure, path, file), text, codeOf(counts));
};

/** `trialwright score <measure> <people>`: the measure of every person of a file, with what is missing, and the counts. */
export const scorePeople = (options: ScoreOptions, session: Session): ExitCode => {
  const { path, out } = options;
  const measure = openMeasure(options.measure, session);
  if (typeof measure === 'number') return measure;
  const wrong = outProblem(options);
  if (wrong !== undefined) return unusable(session, wrong, 'Name another file, ending in .csv or .json.');
  if (!kinds.includes(extname(path).toLowerCase()))
    return unusable(session, `${path} is neither .csv nor .yaml`, 'Name a table (.csv) or a file of persons (.yaml).');
  const content = readTextFile(path);
  if (isUnread(content))
    return unusable(
      session,
      `${path} was not read: ${content.unread}`,
      'Name a table (.csv) or a file of persons (.yaml).',
    );
  const file = readScores(content, measure, path);
  if ('findings' in file) return refuseFile(file.findings, path, session);
  if (file.people.length === 0) return unusable(session, `${path} holds nobody`, 'Write a row for each person.');
  const unwritten = out === undefined ? undefined : writeWholeFile(out, outText(out, measure, path, file));
  if (unwritten !== undefined) return unusable(session, `${out} was not written: ${unwritten}`, 'Nothing was changed.');
  return report(measure, options, file, session);
};
