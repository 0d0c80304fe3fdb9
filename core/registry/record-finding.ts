import type { RegistryRecord } from './record-schema.ts';

/** A place in the record with the words that are meant, exactly as they stand; no words where something is missing. */
export interface QuotedPlace {
  readonly place: string;
  readonly quote: string | undefined;
}

/** What a rule has to say about a record. */
export interface RecordRemark {
  readonly places: readonly QuotedPlace[];
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What a person has to decide or find out. */
  readonly question: string;
  /** How it may be read meanwhile; undefined where no reading is better than another. */
  readonly reading: string | undefined;
}

/** Error: cannot be carried out without a decision. Warning: can be read in two ways. Information: good to know. */
export type RecordSeverity = 'error' | 'warning' | 'information';

export interface RecordFinding extends RecordRemark {
  readonly rule: string;
  readonly severity: RecordSeverity;
}

export interface RecordRule {
  readonly id: string;
  readonly severity: RecordSeverity;
  readonly find: (record: RegistryRecord) => readonly RecordRemark[];
}
