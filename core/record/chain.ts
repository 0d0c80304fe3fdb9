import { canonicalText } from './canonical.ts';
import { type Broken, broken, type Finding, finding, type Verified } from './finding.ts';
import { beforeFirst, type Link, linkHash, longestLine } from './link.ts';
import { type Seal, sealOf } from './seal.ts';

/** What a chained log holds: how its entries are recognised, and what else must hold of one. */
export interface Kind<L extends Link> {
  readonly isEntry: (value: unknown) => value is L;
  /** Called once for each entry, in order, before its hashes are looked at. */
  readonly further: (entry: L) => Finding | undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const control = /[\u0000-\u001f]/;

const lookAtText = (line: string): Finding | undefined => {
  if (line.length > longestLine) return finding('line too long', `at most ${longestLine}`, line.length);
  const at = line.search(control);
  if (at < 0) return undefined;
  return finding('control characters', 'none', `code ${line.charCodeAt(at)} in column ${at + 1}`);
};

/** Text that nests too deeply or holds a lone surrogate parses, yet has no canonical form: no writer of ours wrote it. */
const canonicalOrNone = (value: unknown): string => {
  try {
    return canonicalText(value);
  } catch {
    return 'no canonical form';
  }
};

const parse = (line: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(line) };
  } catch {
    return undefined;
  }
};

const firstDifference = (a: string, b: string): string => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a.slice(at, at + 40);
};

const lookAtEntry = <L extends Link>(line: string, value: unknown, before: Seal, kind: Kind<L>): Finding | L => {
  if (!kind.isEntry(value)) return finding('not an entry', 'the members of an entry', line);
  const canonical = canonicalOrNone(value);
  if (canonical !== line) {
    return finding('line not canonical', firstDifference(canonical, line), firstDifference(line, canonical));
  }
  if (value.position !== before.count + 1) return finding('position gap', before.count + 1, value.position);
  const further = kind.further(value);
  if (further !== undefined) return further;
  if (value.previous !== before.hash) return finding('previous hash differs', before.hash, value.previous);
  const hash = linkHash(value);
  return value.hash === hash ? value : finding('content differs from its hash', hash, value.hash);
};

const lookAtSeal = (entry: Link, seal: Seal | undefined): Finding | undefined =>
  seal !== undefined && entry.position === seal.count && entry.hash !== seal.hash
    ? finding('head differs from the seal', seal.hash, entry.hash)
    : undefined;

const lookAtLine = <L extends Link>(line: string, before: Seal, seal: Seal | undefined, kind: Kind<L>) => {
  const inText = lookAtText(line);
  if (inText !== undefined) return { finding: inText, value: undefined };
  const parsed = parse(line);
  if (parsed === undefined) return { finding: finding('not json', 'one entry as JSON', line), value: undefined };
  const entry = lookAtEntry(line, parsed.value, before, kind);
  if ('problem' in entry) return { finding: entry, value: parsed.value };
  const againstSeal = lookAtSeal(entry, seal);
  return againstSeal === undefined ? { entry } : { finding: againstSeal, value: parsed.value };
};

const lookAtEnd = (end: string, head: Seal, seal: Seal | undefined): Broken | undefined => {
  const line = head.count + 1;
  if (end !== '') return broken(finding('last line not ended', 'a line feed', end), head.count, undefined);
  if (seal !== undefined && head.count < seal.count) {
    return broken(finding('tail is missing', `${seal.count} entries`, `${head.count} entries`), line, undefined);
  }
  if (seal?.count === 0 && seal.hash !== beforeFirst) {
    return broken(finding('head differs from the seal', seal.hash, beforeFirst), line, undefined);
  }
  return undefined;
};

/**
 * Walks a chained log, one entry a line, and names the first thing wrong with it. Never throws, whatever the text.
 * Bytes must have been decoded strictly: a decoder that replaces what it cannot read hides a change.
 */
export const verifyChain = <L extends Link>(text: string, seal: Seal | undefined, kind: Kind<L>): Verified | Broken => {
  let head = sealOf(undefined);
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf('\n', start);
    const line = end < 0 ? text.slice(start) : text.slice(start, end);
    const looked = lookAtLine(line, head, seal, kind);
    if (looked.finding !== undefined) return broken(looked.finding, head.count + 1, looked.value);
    head = sealOf(looked.entry);
    start = end < 0 ? text.length : end + 1;
  }
  return lookAtEnd(text === '' || text.endsWith('\n') ? '' : text.slice(-40), head, seal) ?? { verified: true, head };
};
