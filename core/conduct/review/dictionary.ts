import { nearestName } from '#core/criteria/nearest-name.ts';
import type { EventCode } from './review-event.ts';

/** Terms by which adverse events are coded. */
export interface Dictionary {
  /** With its version: "CTCAE v5.0". */
  readonly title: string;
  /** A term whatever its capitals; undefined for one that is not in it. */
  readonly find: (term: string) => EventCode | undefined;
  /** The term that was most likely meant. */
  readonly nearest: (term: string) => string | undefined;
}

/** A row of a dictionary that cannot be used, counted from 1. */
export interface DictionaryFault {
  readonly row: number;
  readonly why: 'no term' | 'no code' | 'no class' | 'term twice';
}

export type DictionaryRow = Readonly<Partial<Record<'term' | 'code' | 'class', string>>>;

const said = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

const entryOf = (dictionary: string, { term, code, class: of }: DictionaryRow): EventCode | DictionaryFault['why'] => {
  if (!said(term)) return 'no term';
  if (!said(code)) return 'no code';
  return said(of) ? { dictionary, term, code, class: of } : 'no class';
};

/**
 * A dictionary from its rows, as a licensee has loaded them: of each term its code and the class that it belongs to. No
 * dictionary that takes a licence is shipped. Refuses rows that say less, and terms that stand twice.
 */
export const openDictionary = (
  title: string,
  rows: readonly DictionaryRow[],
): Dictionary | { readonly faults: readonly DictionaryFault[] } => {
  const terms = new Map<string, EventCode>();
  const faults: DictionaryFault[] = [];
  rows.forEach((row, index) => {
    const entry = entryOf(title, row);
    if (typeof entry === 'string') faults.push({ row: index + 1, why: entry });
    else if (terms.has(entry.term.toLowerCase())) faults.push({ row: index + 1, why: 'term twice' });
    else terms.set(entry.term.toLowerCase(), entry);
  });
  if (faults.length > 0) return { faults };
  const names = [...terms.values()].map(({ term }) => term);
  return {
    title,
    find: (term) => terms.get(term.trim().toLowerCase()),
    nearest: (term) => nearestName(term, names),
  };
};
