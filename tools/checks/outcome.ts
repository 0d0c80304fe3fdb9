/** What a check found. */
export interface CheckOutcome {
  /** How many files or modules it looked at; a check that looked at nothing has failed. */
  readonly matched: number;
  /** Each one fails the check. */
  readonly problems: readonly string[];
  /** Worth reading, failing nothing. */
  readonly remarks?: readonly string[];
  /** What the one line says beside the count. */
  readonly summary?: string;
}

export interface Check {
  readonly name: string;
  readonly run: () => CheckOutcome | Promise<CheckOutcome>;
}

export const nothingMatched = 'matched no file: a check that looked at nothing proves nothing';

/** The problems of an outcome, an empty look among them. */
export const problemsOf = ({ matched, problems }: CheckOutcome): readonly string[] =>
  matched > 0 ? problems : [...problems, nothingMatched];
