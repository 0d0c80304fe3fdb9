import assert from 'node:assert/strict';
import { readStudy } from './compile-study.ts';
import type { StudyFinding, TextPlace } from './study-finding.ts';

/** The text with one passage exchanged; fails when the passage is not there, so that no row tests nothing. */
export const edited = (text: string, from: string, to: string): string => {
  assert.ok(text.includes(from), `the study does not say ${JSON.stringify(from)}`);
  return text.replace(from, () => to);
};

/** Line and column, from 1, of a passage that stands only once; of what follows its mark `▸` where it has one. */
export const placeOf = (text: string, marked: string): TextPlace => {
  const passage = marked.replace('▸', '');
  const at = text.indexOf(passage);
  assert.ok(at >= 0 && text.indexOf(passage, at + 1) < 0, `${JSON.stringify(passage)} stands not once`);
  const before = text.slice(0, at + Math.max(0, marked.indexOf('▸')));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
};

/** "12:17 design.participants: 0 cannot stand here; at least 1 (nearest)": a finding on one line, for tables. */
export const lineOf = ({ line, column, path, what, expected, nearest }: StudyFinding): string =>
  `${line}:${column} ${path}: ${what}; ${expected.join(' | ')}${nearest === undefined ? '' : ` (${nearest})`}`;

/** A fault planted in a study: a passage, what is written instead, and the findings that follow, without their lines. */
export type PlantedFault = readonly [from: string, to: string, ...findings: readonly string[]];

const unplaced = (finding: StudyFinding): string => lineOf(finding).replace(/^\d+:\d+ /, '');

/** Plants each fault in the text and expects just these findings. */
export const expectFindings = (text: string, rows: readonly PlantedFault[]): void => {
  for (const [from, to, ...findings] of rows) {
    const found = readStudy(edited(text, from, to)).findings;
    assert.deepEqual(found.map(unplaced).toSorted(), findings.toSorted(), to);
    for (const { line, column } of found) assert.ok(line > 1 && column >= 1, `${to} has a place`);
  }
};

/** The study with further sections, in YAML, before its visits. */
export const withSections = (text: string, sections: string): string =>
  edited(text, 'visits:\n', `${sections}\nvisits:\n`);

/** Faults that sections bring with them, each added alone; without findings it is let through. */
export const expectInSections = (text: string, rows: readonly (readonly [sections: string, ...string[]])[]): void =>
  expectFindings(
    text,
    rows.map(([sections, ...findings]) => ['visits:\n', `${sections}\nvisits:\n`, ...findings]),
  );
