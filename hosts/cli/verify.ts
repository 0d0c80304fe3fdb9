import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session, unusable } from './session.ts';
import { type DerivedVerdict, sayDerived, verifyDerived } from './verify-derived.ts';
import { type LogVerdict, sayVerdict, verifyLog } from './verify-log.ts';

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** The logs of a run folder, or the one file that was named. */
const logsAt = (path: string): readonly string[] =>
  isFolder(path) ? ['log.ndjson', 'allocation.sealed.ndjson'].map((name) => join(path, name)) : [path];

const isBroken = ({ found }: LogVerdict): boolean => 'problem' in found;

const sayAll = (
  path: string,
  logs: readonly LogVerdict[],
  derived: readonly DerivedVerdict[],
  { style }: Session,
): string => {
  const lines = logs.map((verdict) => (isBroken(verdict) ? style.bad(sayVerdict(verdict)) : sayVerdict(verdict)));
  return [...lines, ...sayDerived(path, derived, style)].join('\n');
};

/**
 * `trialwright verify <log or folder>`: is every event as it was written, is the tail there, and is what a run folder
 * holds beside its log what the log gives? Names the first bad event, and every file that differs. A seal that is given
 * with a folder is that of its public log. Nothing is derived from a log that is broken.
 */
export const verify = (path: string, given: string | undefined, session: Session): ExitCode => {
  const logs: LogVerdict[] = [];
  for (const [index, log] of logsAt(path).entries()) {
    const verdict = verifyLog(log, index === 0 ? given : undefined);
    if ('problem' in verdict) return unusable(session, verdict.problem, 'Name a log (.ndjson) or the folder of a run.');
    logs.push(verdict);
  }
  const derived = isFolder(path) && !logs.some(isBroken) ? verifyDerived(path) : [];
  const isWrong = logs.some(isBroken) || derived.some(({ found }) => found === 'differs');
  const value = {
    logs: logs.map(({ log, found, sealFrom, sealed }) => ({ log, sealFrom, sealed, ...found })),
    derived,
  };
  return answer(session, value, () => sayAll(path, logs, derived, session), isWrong ? exitCodes.no : exitCodes.fine);
};
