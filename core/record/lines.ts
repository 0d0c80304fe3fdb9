import { canonicalText } from './canonical.ts';
import type { AnyEvent, Envelope } from './envelope.ts';
import type { Broken } from './finding.ts';
import type { Link } from './link.ts';
import type { Seal } from './seal.ts';
import { verifyLines } from './verify.ts';

/** Entries as text: the canonical text of each on a line of its own, each line ended by a line feed (NDJSON). */
export const writeLines = (entries: readonly Link[]): string =>
  entries.map((entry) => `${canonicalText(entry)}\n`).join('');

/**
 * Reads back what `writeLines` wrote, or says where it is broken. The type of the events is the caller's claim: the
 * chain shows that they are as they were written, not which shape they had then.
 */
export const readLines = <E extends AnyEvent>(text: string, seal?: Seal): readonly Envelope<E>[] | Broken => {
  const verified = verifyLines(text, seal);
  if ('problem' in verified) return verified;
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Envelope<E> => JSON.parse(line));
};
