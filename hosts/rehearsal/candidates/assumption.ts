/**
 * How well an assumed number stands: derived from published figures, seen in a publication, or our judgement until data
 * replace it.
 */
export type Tag = 'D' | 'V' | 'G';

/** One thing that is assumed of virtual people: what, how well it stands, and where it comes from. */
export interface Assumption {
  readonly id: string;
  readonly says: string;
  readonly tag: Tag;
  /** Key of evidence/references.bib or a citation, with what was taken from it; `own` for our judgement. */
  readonly source: string;
  /** The measures and concepts of sentences whose answers hang on it; `results`, `histories` and `judgements` for all. */
  readonly touches: readonly string[];
}

/** A row of the table of assumed numbers: the number itself beside what is said of it. */
export interface Assumed<T> extends Omit<Assumption, 'id'> {
  readonly value: T;
}

export const assumed = <const T>(
  value: T,
  says: string,
  [tag, source]: readonly [Tag, string],
  ...touches: readonly string[]
): Assumed<T> => ({ value, says, tag, source, touches });
