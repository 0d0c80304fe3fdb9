import { ofKinds, type PassageKind, passagesOf, quotesIn } from './passages.ts';
import type { RecordRule } from './record-finding.ts';

/** A rule that is a pattern in some kinds of text, of the page and of its copies. */
export interface RecordPattern extends Omit<RecordRule, 'find'> {
  readonly kinds: readonly PassageKind[];
  /** With the flag g. */
  readonly pattern: RegExp;
  readonly what: string;
  readonly question: string;
  /** Fixed words, or made from the first quotation. */
  readonly reading: string | ((quote: string) => string);
}

/** All that a pattern matches in one finding, so that a page full of the same damage is one question. */
export const patternRule = ({ id, severity, kinds, pattern, what, question, reading }: RecordPattern): RecordRule => ({
  id,
  severity,
  find: (record) => {
    const places = quotesIn(ofKinds(passagesOf(record), kinds), pattern);
    const first = places[0]?.quote;
    if (first === undefined) return [];
    return [{ places, what, question, reading: typeof reading === 'string' ? reading : reading(first) }];
  },
});

export const everyKind: readonly PassageKind[] = [
  'title',
  'summary',
  'background',
  'description',
  'arm',
  'intervention',
  'inclusion',
  'exclusion',
  'outcome',
  'time frame',
  'outcome text',
];

export const criteriaKinds: readonly PassageKind[] = ['inclusion', 'exclusion'];
