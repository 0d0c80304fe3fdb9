import { showPlainly } from './plain-text.ts';

export interface TextPlace {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** Something to mend in a study file: where it stands, what is wrong, and what to write instead. */
export interface StudyFinding extends TextPlace {
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly what: string;
  readonly expected: readonly string[];
  readonly nearest: string | undefined;
}

/** `eligibility.include[2].rule`; what does not show in an unknown key stands there by its code. */
export const writePath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return `${text}${text === '' ? '' : '.'}${showPlainly(String(key))}`;
  }, '');
