/** What one rule of tidiness found. */
export interface RuleFinding {
  readonly rule: string;
  /** How many files, entries or tests the rule looked at. */
  readonly matched: number;
  readonly problems: readonly string[];
}

/** A file of the tree with what is in it. */
export interface Read {
  readonly path: string;
  readonly text: string;
}
