export interface Place {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Something to mend in a study file: where it stands, what is wrong, and what to write instead. */
export interface StudyFinding extends Place {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly what: string;
  readonly expected: readonly string[];
  readonly nearest: string | undefined;
}

/** `eligibility.include[2].rule` */
export const writePath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
