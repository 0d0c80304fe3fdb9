/** Walls: dependency-cruiser over the whole tree, and proof that it saw every TypeScript file in it. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readCodeTexts } from '../source-tree.ts';
import type { CheckOutcome } from './outcome.ts';
import { printedLines, type Ran, runProgram } from './program.ts';

const folders = ['bin', 'core', 'hosts', 'contract', 'tools', 'trials'] as const;

const report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string() }),
        comment: z.string().optional(),
      }),
    ),
  }),
});

const readReport = (ran: Ran) => {
  const json = /^\{[\s\S]*\}\s*$/.test(ran.stdout) ? JSON.parse(ran.stdout) : undefined;
  return report.safeParse(json).data;
};

export const checkWalls = async (): Promise<CheckOutcome> => {
  const present = folders.filter((folder) => existsSync(folder));
  const ran = await runProgram('depcruise', ['--config', '.dependency-cruiser.cjs', '-T', 'json', ...present]);
  const found = readReport(ran);
  if (found === undefined) return { matched: 0, problems: printedLines(ran) };
  const seen = new Set(found.modules.map(({ source }) => source));
  const files = readCodeTexts().map(({ path }) => path);
  const unseen = files.filter((path) => !seen.has(path) && !path.includes('/golden/'));
  return {
    matched: files.length - unseen.length,
    problems: [
      ...found.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
      ...unseen.map((path) => `not seen by dependency-cruiser: ${path}`),
    ],
  };
};
