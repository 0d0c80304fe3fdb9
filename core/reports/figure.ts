/**
 * A number or word that a report shows, with the id under which it can be asked for, and what it rests on: other
 * figures, or records (`participant/001#7/creatinine`), which lead to events.
 */
export interface Figure {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly rests: readonly string[];
  readonly because?: readonly string[];
}

/** A table of a report: rows of figures under a heading. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Figure[] }[];
}

/** All of a report: what it shows, and every figure behind that, by id. */
export interface Report {
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
  /** Planned analyses that no table holds, each in a sentence. */
  readonly notYet: readonly string[];
  readonly figures: ReadonlyMap<string, Figure>;
}
