/** How sure the wording of a rule is: read in its source, recalled, or made of both. */
export type Basis = 'verified' | 'recalled' | 'verified in part';

/**
 * A definition written in the language, which a study includes by name (`library: [{ use: KDIGO-2024-CR }]`) instead of
 * writing it again. Points such as `baseline` stand for visits of the study, which may give them other names.
 */
export interface LibraryDefinition {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** Key of evidence/references.bib, or the registry record. */
  readonly source: string;
  readonly basis: Basis;
  /** The points that the rule names. */
  readonly points: readonly string[];
  /** Other definitions of the library that the rule refers to; they are included with it. */
  readonly uses: readonly string[];
  /** What was chosen where the source is open, or cannot be said in the language. */
  readonly note: string | undefined;
}
