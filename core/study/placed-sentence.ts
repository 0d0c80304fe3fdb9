import type { Formula } from '#core/criteria/syntax.ts';
import type { Fault } from './fault.ts';

/** A sentence that could be read, and the path at which it stands. */
export interface PlacedSentence<T extends Formula = Formula> {
  readonly id: string;
  readonly path: readonly PropertyKey[];
  readonly formula: T;
}

/** A fault inside a sentence: the path of the sentence and the place in it. */
export interface SentenceFault extends Fault {
  readonly offset: number;
}
