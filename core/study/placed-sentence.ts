import type { Condition, Formula } from '#core/criteria/syntax.ts';
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

type Conditions = ReadonlyMap<string, Condition>;

/** The sentences of a study that could be read, by the id of what they belong to. */
export interface ReadSentences {
  readonly criteria: Conditions;
  readonly definitions: Conditions;
  /** Also those of the intercurrent events, by endpoint and place: `response/1`. */
  readonly endpoints: ReadonlyMap<string, Formula>;
  readonly strata: Conditions;
  readonly safetyRules: Conditions;
  readonly stoppingRules: Conditions;
  /** By endpoint and place: `response/1`. */
  readonly intercurrent: Conditions;
  readonly perProtocol: Conditions;
}
