/** Copies: jscpd over the product and the tools; tests repeat themselves for readability and are left out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { generated } from '../source-tree.ts';
import type { CheckOutcome } from './outcome.ts';
import { printedLines, runProgram } from './program.ts';

/** What is called a copy, and how much of it is borne. */
const copyLimits = { tokens: 60, longestTokens: 100, percentOfLines: 1 } as const;

const place = z.object({ name: z.string(), start: z.number(), end: z.number() });
const clone = z.object({ firstFile: place, secondFile: place, tokens: z.number() });
const report = z.object({
  duplicates: z.array(clone),
  statistics: z.object({ total: z.object({ sources: z.number(), percentage: z.number() }) }),
});
type CopiesReport = z.infer<typeof report>;

const ignored = ['**/node_modules/**', '**/*.test.ts', '**/*.contract.ts', '**/golden/**', ...generated];

const programArgs = (output: string): readonly string[] => [
  ...['--min-tokens', String(copyLimits.tokens), '--min-lines', '4', '--max-lines', '5000', '--max-size', '1mb'],
  ...['--format', 'typescript,javascript,tsx', '--pattern', '{bin,core,hosts,contract,tools,trials}/**/*'],
  ...['--ignore', ignored.join(','), '--skipComments', '--noTips', '--silent'],
  ...['--reporters', 'json', '--output', output, '.'],
];

const describe = ({ firstFile: a, secondFile: b, tokens }: z.infer<typeof clone>): string =>
  `${tokens} tokens: ${a.name}:${a.start}-${a.end} = ${b.name}:${b.start}-${b.end}`;

/** Fails on any long copy, and on many short ones. */
export const judgeCopies = ({ duplicates, statistics: { total } }: CopiesReport): CheckOutcome => {
  const long = duplicates.filter(({ tokens }) => tokens >= copyLimits.longestTokens).map(describe);
  const tooMuch = total.percentage > copyLimits.percentOfLines;
  const share = `${total.percentage} % of lines are copies, at most ${copyLimits.percentOfLines} % are borne`;
  return {
    matched: total.sources,
    problems: tooMuch ? [share, ...duplicates.map(describe)] : long,
    summary: `${duplicates.length} copies, ${total.percentage} % of lines`,
  };
};

export const checkCopies = async (): Promise<CheckOutcome> => {
  const output = mkdtempSync(join(tmpdir(), 'copies-'));
  try {
    const ran = await runProgram('jscpd', programArgs(output));
    if (ran.code !== 0) return { matched: 0, problems: printedLines(ran) };
    return judgeCopies(report.parse(JSON.parse(readFileSync(join(output, 'jscpd-report.json'), 'utf8'))));
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
};
