import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Broken, broken, finding, type Verified } from '#core/record/finding.ts';
import { readSeal, type Seal, writeSeal } from '#core/record/seal.ts';
import { verifySealedLines } from '#core/record/sealed-log.ts';
import { verifyLines } from '#core/record/verify.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { answer, type Session, unusable } from './session.ts';
import { decodeStrictly, isUnread, readBytes, readTextFile } from './text-file.ts';

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
  const text = given?.startsWith('seal/') ? given : readTextFile(from);
  if (isUnread(text)) return { problem: `the seal ${from} was not read: ${text.unread}` };
  const seal = readSeal(text);
  return 'refused' in seal
    ? { problem: `the seal ${from} is ${seal.refused}` }
    : { seal, from: given === undefined ? beside : 'the seal that was given' };
};

const isSealedText = (text: string): boolean => text.slice(0, 2000).includes('"ciphertext"');

const verifyText = (text: string, seal: Seal | undefined): Verified | Broken =>
  (isSealedText(text) ? verifySealedLines : verifyLines)(text, seal);

const lineFeed = 10;

/** The lines before the first that is no UTF-8, and that line's number. */
const beforeUnreadable = (bytes: Buffer): { readonly text: string; readonly line: number } => {
  let [text, line, start] = ['', 1, 0];
  for (;;) {
    const end = bytes.indexOf(lineFeed, start);
    const decoded = end < 0 ? undefined : decodeStrictly(bytes.subarray(start, end + 1));
    if (decoded === undefined) return { text, line };
    text += decoded;
    line += 1;
    start = end + 1;
  }
};

/** Bytes that are no text break the log in the line where they stand, unless a line before is broken already. */
const verifyBytes = (bytes: Buffer, seal: Seal | undefined): Verified | Broken => {
  const whole = decodeStrictly(bytes);
  if (whole !== undefined) return verifyText(whole, seal);
  const { text, line } = beforeUnreadable(bytes);
  const before = verifyText(text, undefined);
  return 'problem' in before
    ? before
    : broken(finding('not json', 'one entry as JSON in UTF-8', 'bytes that are no UTF-8'), line, undefined);
};

interface LogVerdict {
  readonly log: string;
  readonly found: Verified | Broken;
  readonly sealFrom: string;
  /** What the seal counts; undefined without one. */
  readonly sealed: number | undefined;
}

const sayBroken = (log: string, found: Broken): string => {
  const place = [
    `line ${found.line}`,
    found.position === undefined ? '' : `event ${found.position}`,
    found.stream === undefined ? '' : `${found.stream}${found.version === undefined ? '' : ` #${found.version}`}`,
    found.type ?? '',
  ].filter((part) => part !== '');
  return `${log}: broken at ${place.join(', ')}: ${found.problem} (expected ${found.expected}, found ${found.found}). Everything before it verifies.`;
};

const sayTail = (count: number, { sealed, sealFrom }: LogVerdict): string => {
  if (sealed === undefined) return 'No seal was given: a tail that was cut off would not be noticed.';
  const beyond = count - sealed;
  if (beyond === 0) return `It ends where ${sealFrom} says.`;
  return `Its first ${sealed} are those of ${sealFrom}; of the ${beyond} after them the seal says nothing.`;
};

const sayVerified = (verdict: LogVerdict, { head }: Verified): string =>
  `${verdict.log}: ${head.count} events, each as it was written. ${sayTail(head.count, verdict)}\n  ${writeSeal(head)}`;

const verifyOne = (log: string, given: string | undefined): LogVerdict | { readonly problem: string } => {
  const bytes = readBytes(log);
  if (isUnread(bytes)) return { problem: `${log} was not read: ${bytes.unread}` };
  const read = readSealFor(log, given);
  if ('problem' in read) return read;
  return { log, found: verifyBytes(bytes, read.seal), sealFrom: read.from, sealed: read.seal?.count };
};

/**
 * `trialwright verify <log or folder>`: is every event as it was written, and is the tail there? Names the first bad
 * event. A seal that is given with a folder is that of its public log.
 */
export const verify = (path: string, given: string | undefined, session: Session): ExitCode => {
  const verdicts: LogVerdict[] = [];
  for (const [index, log] of logsAt(path).entries()) {
    const verdict = verifyOne(log, index === 0 ? given : undefined);
    if ('problem' in verdict) return unusable(session, verdict.problem, 'Name a log (.ndjson) or the folder of a run.');
    verdicts.push(verdict);
  }
  const isBroken = verdicts.some(({ found }) => 'problem' in found);
  const say = (verdict: LogVerdict): string => {
    const { log, found } = verdict;
    return 'problem' in found ? session.style.bad(sayBroken(log, found)) : sayVerified(verdict, found);
  };
  const value = verdicts.map(({ log, found, sealFrom, sealed }) => ({ log, sealFrom, sealed, ...found }));
  return answer(session, value, () => verdicts.map(say).join('\n'), isBroken ? exitCodes.no : exitCodes.fine);
};
