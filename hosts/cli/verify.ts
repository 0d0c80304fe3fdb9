import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Broken, Verified } from '#core/record/finding.ts';
import { readSeal, type Seal, writeSeal } from '#core/record/seal.ts';
import { verifySealedLines } from '#core/record/sealed-log.ts';
import { verifyLines } from '#core/record/verify.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session, unusable } from './session.ts';
import { isUnread, readTextFile } from './text-file.ts';

/** The logs of a run folder, or the one file that was named. */
const logsAt = (path: string): readonly string[] =>
  existsSync(path) && statSync(path).isDirectory()
    ? ['log.ndjson', 'allocation.sealed.ndjson'].map((name) => join(path, name))
    : [path];

const besideSeal = (log: string): string => log.replace(/\.ndjson$/, '.seal');

type SealRead = { readonly seal: Seal | undefined; readonly from: string } | { readonly problem: string };

/** The seal that was given (as text or as a file), or the one that lies beside the log, or none. */
const readSealFor = (log: string, given: string | undefined): SealRead => {
  const beside = besideSeal(log);
  if (given === undefined && (beside === log || !existsSync(beside))) return { seal: undefined, from: '' };
  const from = given ?? beside;
  const text = given !== undefined && given.startsWith('seal/') ? given : readTextFile(from);
  if (isUnread(text)) return { problem: `the seal ${from} was not read: ${text.unread}` };
  const seal = readSeal(text);
  return 'refused' in seal
    ? { problem: `the seal ${from} is ${seal.refused}` }
    : { seal, from: given === undefined ? beside : 'the seal that was given' };
};

const isSealedText = (text: string): boolean => text.slice(0, 2000).includes('"ciphertext"');

const sayBroken = (log: string, found: Broken): string => {
  const place = [
    `line ${found.line}`,
    found.position === undefined ? '' : `event ${found.position}`,
    found.stream === undefined ? '' : `${found.stream}${found.version === undefined ? '' : ` #${found.version}`}`,
    found.type ?? '',
  ].filter((part) => part !== '');
  return `${log}: broken at ${place.join(', ')}: ${found.problem} (expected ${found.expected}, found ${found.found}). Everything before it verifies.`;
};

const sayVerified = (log: string, found: Verified, sealFrom: string): string => {
  const against =
    sealFrom === ''
      ? 'No seal was given: a tail that was cut off would not be noticed.'
      : `It ends where ${sealFrom} says.`;
  return `${log}: ${found.head.count} events, each as it was written. ${against}\n  ${writeSeal(found.head)}`;
};

interface Verdict {
  readonly log: string;
  readonly found: Verified | Broken;
  readonly sealFrom: string;
}

const verifyOne = (log: string, given: string | undefined): Verdict | { readonly problem: string } => {
  const text = readTextFile(log);
  if (isUnread(text)) return { problem: `${log} was not read: ${text.unread}` };
  const seal = readSealFor(log, given);
  if ('problem' in seal) return seal;
  return { log, found: (isSealedText(text) ? verifySealedLines : verifyLines)(text, seal.seal), sealFrom: seal.from };
};

/** `trialwright verify <log>`: is every event as it was written, and is the tail there? Names the first bad event. */
export const verify = (path: string, given: string | undefined, session: Session): ExitCode => {
  const verdicts: Verdict[] = [];
  for (const log of logsAt(path)) {
    const verdict = verifyOne(log, given);
    if ('problem' in verdict) return unusable(session, verdict.problem, 'Name a log (.ndjson) or the folder of a run.');
    verdicts.push(verdict);
  }
  const broken = verdicts.some(({ found }) => 'problem' in found);
  const text = (): string =>
    verdicts
      .map(({ log, found, sealFrom }) =>
        'problem' in found ? session.style.bad(sayBroken(log, found)) : sayVerified(log, found, sealFrom),
      )
      .join('\n');
  const value = verdicts.map(({ log, found, sealFrom }) => ({ log, sealFrom, ...found }));
  return answer(session, value, text, broken ? exitCodes.no : exitCodes.fine);
};
