import type { ReportChart } from './chart.ts';

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
  /** Every number that `value` says, unrounded, by what it is: "events", "of", "lower". Shares are fractions of one. */
  readonly numbers?: Readonly<Record<string, number>>;
}

/** A table of a report: rows of figures under a heading. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Figure[] }[];
  /** What a reader needs to know of it: the population, the method, what was left out. */
  readonly notes?: readonly string[];
}

/** A chapter of a report, its tables before its charts. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly Table[];
  readonly charts: readonly ReportChart[];
  /** Whether a reader in a hurry wants it: who took part, and what the planned analyses came to. */
  readonly isBrief: boolean;
}

/** All of a report: what it shows, and every figure behind that, by id. */
export interface Report {
  readonly sections: readonly ReportSection[];
  /** The tables of all sections, in order. */
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
  /** Planned analyses that no table holds, each in a sentence. */
  readonly notYet: readonly string[];
  readonly figures: ReadonlyMap<string, Figure>;
}
