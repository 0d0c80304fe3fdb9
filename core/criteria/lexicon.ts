import type { Measure } from '#core/measures/measure.ts';

/** The history a concept is asked of; each is closed only once the form that completes it has been signed. */
export type Source = 'medication' | 'condition' | 'procedure' | 'vaccination' | 'adverse event';

/** A drug, condition or procedure that records name. `is` points to the wider concepts that it counts as. */
export interface Concept {
  readonly id: string;
  readonly source: Source;
  readonly is: readonly string[];
  readonly attributes: readonly string[];
}

/**
 * The closed list of names that a sentence may use. A name that is not in it is an error: investigator's judgement
 * stands in quotes instead.
 */
export interface Lexicon {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly concepts: ReadonlyMap<string, Concept>;
  /** Visits and milestones in the order of time; `visits` are those at which something is measured. */
  readonly points: readonly string[];
  readonly visits: ReadonlySet<string>;
  readonly definitions: ReadonlySet<string>;
}

export type NameKind = 'measure' | 'concept' | 'point' | 'definition';

/** All names of the kinds asked for, as a sentence would write them. */
export const namesOf = (lexicon: Lexicon, kinds: readonly NameKind[]): readonly string[] =>
  kinds.flatMap((kind) => {
    switch (kind) {
      case 'measure':
        return [...lexicon.measures.keys()];
      case 'concept':
        return [...lexicon.concepts.keys()];
      case 'point':
        return [...lexicon.points];
      case 'definition':
        return [...lexicon.definitions];
      default:
        return kind satisfies never;
    }
  });

/** True when a record of `concept` counts as `wanted`: itself, or narrower by any chain of `is`. */
export const countsAs = (lexicon: Lexicon, concept: string, wanted: string): boolean => {
  const reached = new Set<string>([concept]);
  for (const each of reached) {
    if (each === wanted) return true;
    for (const wider of lexicon.concepts.get(each)?.is ?? []) reached.add(wider);
  }
  return false;
};

/** A measure, and the others of the same visit without which it is not known. */
export const withNeeds = (measure: string, { measures }: Pick<Lexicon, 'measures'>): readonly string[] => [
  measure,
  ...(measures.get(measure)?.needs ?? []),
];
