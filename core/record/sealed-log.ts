import { verifyChain } from './chain.ts';
import type { AnyEvent, Envelope } from './envelope.ts';
import type { Broken, Verified } from './finding.ts';
import { readLines } from './lines.ts';
import type { Seal } from './seal.ts';
import { type DoesNotOpen, isSealedEntry, openEntry, type SealedEntry } from './sealed-entry.ts';

/** Verifies a sealed log, written by `writeLines`, without its key. Never throws. */
export const verifySealedLines = (text: string, seal?: Seal): Verified | Broken =>
  verifyChain(text, seal, { isEntry: isSealedEntry, further: () => undefined });

/**
 * The envelopes inside a sealed log; or where its chain is broken; or the first entry that does not open. The log inside
 * is verified too. Throws only on a key that is not 32 bytes.
 */
export const openSealed = <E extends AnyEvent>(
  text: string,
  key: Uint8Array,
): readonly Envelope<E>[] | Broken | DoesNotOpen => {
  const verified = verifySealedLines(text);
  if ('problem' in verified) return verified;
  let plain = '';
  for (const line of text.split('\n').slice(0, -1)) {
    const entry: SealedEntry = JSON.parse(line);
    const opened = openEntry(entry, key);
    if (typeof opened !== 'string') return opened;
    plain += `${opened}\n`;
  }
  const inside = readLines<E>(plain);
  return 'problem' in inside ? { refused: 'does not hold a log', position: inside.line } : inside;
};
