/** What the program's exit says. The help page prints this table. */
export const exitCodes = {
  fine: 0,
  /** The answer is no: findings, not eligible, a log that does not verify. */
  no: 1,
  /** The command line or a file could not be used. */
  unusable: 2,
  /** The answer is not known: a person for whom information is missing. */
  unknown: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
