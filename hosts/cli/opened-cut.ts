import type { ExitCode } from './exit-code.ts';
import { type ReadRun, readRun } from './opened-run.ts';
import { cutAt, type ReplayCut } from './replay-at.ts';
import { type Session, unusable } from './session.ts';

/** A run, and its log up to a moment. */
export interface OpenedCut {
  readonly run: ReadRun;
  readonly cut: ReplayCut;
}

/** Reads a run folder and cuts its log off at a moment, or says what to write instead. */
export const openCut = (folder: string, at: string | undefined, session: Session): OpenedCut | ExitCode => {
  const run = readRun(folder);
  if (typeof run === 'string')
    return unusable(session, run, 'Name the folder of a run; trialwright verify names the first bad event.');
  const cut = cutAt(run.events, at);
  if ('refused' in cut) return unusable(session, `--at ${at ?? ''} is no moment of this log`, `Write ${cut.accepted}.`);
  return { run, cut };
};
