import { existsSync } from 'node:fs';
import { type Broken, broken, finding, type Verified } from '#core/record/finding.ts';
import { readSeal, type Seal, writeSeal } from '#core/record/seal.ts';
import { verifySealedLines } from '#core/record/sealed-log.ts';
import { verifyLines } from '#core/record/verify.ts';
import { decodeStrictly, isUnread, readBytes, readTextFile } from './text-file.ts';

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
export const verifyBytes = (bytes: Buffer, seal: Seal | undefined): Verified | Broken => {
  const whole = decodeStrictly(bytes);
  if (whole !== undefined) return verifyText(whole, seal);
  const { text, line } = beforeUnreadable(bytes);
  const before = verifyText(text, undefined);
  return 'problem' in before
    ? before
    : broken(finding('not json', 'one entry as JSON in UTF-8', 'bytes that are no UTF-8'), line, undefined);
};

/** What was found of one log, and against which seal. */
export interface LogVerdict {
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
  if (sealed === undefined)
    return 'No seal was given: a tail that was cut off, or a log rewritten from some event on, would not be noticed.';
  const beyond = count - sealed;
  if (beyond === 0) return `It ends where ${sealFrom} says.`;
  return `Its first ${sealed} are those of ${sealFrom}; of the ${beyond} after them the seal says nothing.`;
};

/** A verdict on a log in words, for people. */
export const sayVerdict = (verdict: LogVerdict): string => {
  const { log, found } = verdict;
  if ('problem' in found) return sayBroken(log, found);
  const { head } = found;
  return `${log}: ${head.count} events, each as it was written. ${sayTail(head.count, verdict)}\n  ${writeSeal(head)}`;
};

/** Verifies the log of a file, against a seal that was given, or the one beside it, or none. */
export const verifyLog = (log: string, given: string | undefined): LogVerdict | { readonly problem: string } => {
  const bytes = readBytes(log);
  if (isUnread(bytes)) return { problem: `${log} was not read: ${bytes.unread}` };
  const read = readSealFor(log, given);
  if ('problem' in read) return read;
  return { log, found: verifyBytes(bytes, read.seal), sealFrom: read.from, sealed: read.seal?.count };
};
