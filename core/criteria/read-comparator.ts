import type { Comparator } from '#core/quantities/range.ts';
import { type SentenceCursor, takeSymbol } from './cursor.ts';

/** As a sentence writes them, the longer ones first. */
export const comparators = ['<=', '>=', '!=', '<', '>', '='] as const satisfies readonly Comparator[];

/** The comparator that comes next, taken; nothing where none does. */
export const takeComparator = (cursor: SentenceCursor): Comparator | undefined =>
  comparators.find((comparator) => takeSymbol(cursor, comparator));
