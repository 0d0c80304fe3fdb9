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
  /** Key of evidence/references.bib with what was taken from it; `own` for our judgement. */
  readonly source: string;
  /** The measures, concepts and judgements of sentences whose answers hang on it. */
  readonly touches: readonly string[];
}
