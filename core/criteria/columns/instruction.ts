import type { Truth } from '#core/quantities/truth.ts';
import type { ElmParameter } from '../translate/elm-parameter.ts';

/** Where a truth comes from. A negated one is read with its two planes exchanged, which costs nothing. */
export type Signal =
  | { readonly kind: 'constant'; readonly truth: Truth }
  /** A parameter that is a truth, or whether one of levels is this one. */
  | { readonly kind: 'answer'; readonly parameter: string; readonly level: string | null; readonly negated: boolean }
  /** The result of an instruction of the program. */
  | { readonly kind: 'computed'; readonly step: number; readonly negated: boolean };

export interface Term {
  readonly parameter: string;
  readonly factor: number;
}

/** One step on a block of rows; what it reads comes before it. `or` is `both` of what is negated, negated. */
export type Instruction =
  /** The sum of the terms against the bound; unknown where one of them is. */
  | { readonly kind: 'at least' | 'equal'; readonly terms: readonly Term[]; readonly bound: number }
  | { readonly kind: 'both' | 'first known'; readonly left: Signal; readonly right: Signal }
  /** The second where the first is true, otherwise the third, as the `If` of CQL. */
  | { readonly kind: 'choice'; readonly test: Signal; readonly taken: Signal; readonly otherwise: Signal }
  /** At least so many of the terms count; never unknown. */
  | { readonly kind: 'count'; readonly of: readonly Counted[]; readonly needed: number };

export interface Counted {
  readonly signal: Signal;
  readonly counts: 'true' | 'not true';
}

/** The statements of a library as instructions over columns; what several of them share is computed once. */
export interface ColumnProgram {
  readonly parameters: readonly ElmParameter[];
  readonly instructions: readonly Instruction[];
  readonly statements: ReadonlyMap<string, Signal>;
}
