/** What holds for any study file whatever: it is accepted, or every finding says where in the file and what. */
import { readStudy } from '#core/study/compile-study.ts';
import type { StudyFinding } from '#core/study/study-finding.ts';
import { type Breakage, brokenBy, type Fuzzed, fuzz } from './fuzzing.ts';
import { mutateFile } from './mutate.ts';

const isPlaced = ({ line, column, what }: StudyFinding, lines: readonly string[]): boolean => {
  const there = lines[line - 1];
  return (
    there !== undefined && Number.isInteger(column) && column >= 1 && column <= there.length + 1 && what.trim() !== ''
  );
};

/** How one file was handled, or what broke; nothing is thrown. */
export const handleStudy = (text: string): string | Breakage => {
  try {
    const { study, findings } = readStudy(text);
    const lines = text.split('\n');
    const astray = findings.find((finding) => !isPlaced(finding, lines));
    if (astray !== undefined) return { broken: `a finding has no place in the file: ${JSON.stringify(astray)}` };
    if (study !== undefined)
      return findings.every(({ severity }) => severity === 'warning') ? 'accepted' : { broken: 'accepted with errors' };
    return findings.some(({ severity }) => severity === 'error') ? 'refused' : { broken: 'refused without an error' };
  } catch (error) {
    return brokenBy(error);
  }
};

export const fuzzStudies = (text: string, runs: number, seed: string): Fuzzed =>
  fuzz('studies', runs, seed, (stream) => mutateFile(text, stream), handleStudy);
