import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { deriveFiles } from './derived-files.ts';
import { earlierReport } from './earlier-report.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { readRun } from './opened-run.ts';
import { sayFolderProblem, writeOwnedFolder } from './owned-folder.ts';
import { coverOf } from './report-cover.ts';
import { reportFiles } from './report-files.ts';
import { answer, type Session, unusable } from './session.ts';

/**
 * `trialwright analyse <folder> --out <place>`: from the log of a run to its report, as a page, for paper, as tables, as
 * figures and as data. The report that a run folder holds is not read: everything is derived from the log again.
 */
export const analyseRun = async (
  { folder, out, share }: { readonly folder: string; readonly out: string | undefined; readonly share: boolean },
  session: Session,
): Promise<ExitCode> => {
  const run = readRun(folder);
  if (typeof run === 'string')
    return unusable(session, run, 'Name the folder of a run; trialwright verify names the first bad event.');
  const { report, files } = deriveFiles(run.study, run.events);
  const cover = coverOf(run.study, run.events);
  const place = out ?? join(folder, '..', `${run.study.definition.id}-report`);
  const written = await reportFiles({
    study: run.study,
    cover,
    report,
    html: files.get('report.html') ?? '',
    flow: files.get('flow.svg') ?? '',
    hasData: true,
    shareSecret: share ? randomUUID() : undefined,
  });
  const ours = earlierReport(place);
  const problem = writeOwnedFolder(
    place,
    written,
    () => ours !== undefined,
    (file) => ours?.has(file) === true,
  );
  if (problem !== undefined)
    return unusable(session, sayFolderProblem(problem, place), 'Name another folder with --out.');
  const text = (): string =>
    [
      `${cover.trial}: report of ${cover.cut.events} events, written to ${place}`,
      ...[...written.keys()].map((name) => `  ${name}`),
    ].join('\n');
  return answer(session, { folder: place, ...cover, files: [...written.keys()] }, text, exitCodes.fine);
};
