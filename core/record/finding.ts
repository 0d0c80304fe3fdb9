import type { Seal } from './seal.ts';

/** What can be wrong with a line of a chained log, in the order in which it is looked for. */
export type Problem =
  | 'line too long'
  | 'control characters'
  | 'not json'
  | 'not an entry'
  | 'line not canonical'
  | 'position gap'
  | 'stream version gap'
  | 'previous hash differs'
  | 'content differs from its hash'
  | 'head differs from the seal'
  | 'last line not ended'
  | 'tail is missing';

/** The first thing wrong with a log: on which line (1-based), in which entry as far as it can be read, and what. */
export interface Broken {
  readonly problem: Problem;
  readonly line: number;
  readonly position: number | undefined;
  readonly stream: string | undefined;
  readonly version: number | undefined;
  readonly type: string | undefined;
  readonly expected: string;
  readonly found: string;
}

/** Every line is as it was written; `head` is what a seal taken now would say. */
export interface Verified {
  readonly verified: true;
  readonly head: Seal;
}

/** What was expected and what stands there. */
export interface Finding {
  readonly problem: Problem;
  readonly expected: string;
  readonly found: string;
}

/** A finding, with what was found cut to a length that can be shown. */
export const finding = (problem: Problem, expected: unknown, found: unknown): Finding => {
  const shown = String(found);
  return { problem, expected: String(expected), found: shown.length > 120 ? `${shown.slice(0, 120)}…` : shown };
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;

const numberIn = (value: unknown, name: string): number | undefined => {
  const found = member(value, name);
  return typeof found === 'number' ? found : undefined;
};

const textIn = (value: unknown, name: string): string | undefined => {
  const found = member(value, name);
  return typeof found === 'string' ? found.slice(0, 200) : undefined;
};

/** A finding with its place: as much of the entry as can be read from `value`. Never throws. */
export const broken = (found: Finding, line: number, value: unknown): Broken => ({
  ...found,
  line,
  position: numberIn(value, 'position'),
  stream: textIn(value, 'stream'),
  version: numberIn(value, 'version'),
  type: textIn(member(value, 'event'), 'type'),
});
