/** Tidiness: small rules about files that no compiler knows. */
import { existsSync, readFileSync } from 'node:fs';
import { type CheckOutcome, nothingMatched } from './checks/outcome.ts';
import { findDumpingGrounds, findLargeFiles, findStrayRootEntries } from './tidy/places.ts';
import type { RuleFinding } from './tidy/rule-finding.ts';
import { findIdleTests, findSourceless, findUntested } from './tidy/tests.ts';
import { listFiles, sizeOf } from './tidy/tree.ts';
import { findBannedWords, isText } from './tidy/words.ts';

const bibliography = 'evidence/references.bib';

/** Looks at the tree in the working directory with every rule. */
export const findUntidy = (): readonly RuleFinding[] => {
  const paths = listFiles();
  const files = paths.filter(isText).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  return [
    findStrayRootEntries(paths),
    findDumpingGrounds(paths),
    findLargeFiles(new Map(paths.map((path) => [path, sizeOf(path)]))),
    findBannedWords(files),
    findUntested(files),
    findSourceless(files, existsSync(bibliography) ? readFileSync(bibliography, 'utf8') : ''),
    findIdleTests(files),
  ];
};

export const judgeTidy = (findings: readonly RuleFinding[]): CheckOutcome => ({
  matched: Math.min(...findings.map(({ matched }) => matched)),
  problems: findings.flatMap(({ rule, matched, problems }) =>
    [...problems, ...(matched > 0 ? [] : [nothingMatched])].map((problem) => `${rule}: ${problem}`),
  ),
  summary: `${findings.length} rules`,
});

export const checkTidy = (): CheckOutcome => judgeTidy(findUntidy());
