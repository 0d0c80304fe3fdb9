/** Lint and format: Biome over the whole tree, and proof that it read every TypeScript file; warnings count. */
import { readCodeTexts } from '../source-tree.ts';
import type { CheckOutcome } from './outcome.ts';
import { printedLines, runProgram } from './program.ts';

const isFinding = (line: string): boolean => /^[×!] /.test(line);

export const checkLint = async (): Promise<CheckOutcome> => {
  const args = ['check', '--error-on-warnings', '--max-diagnostics=none', '--reporter=concise', '.'];
  const ran = await runProgram('biome', args);
  const lines = printedLines(ran);
  const checked = Number(lines.map((line) => /Checked (\d+) files?/.exec(line)?.[1]).find(Boolean) ?? 0);
  const files = readCodeTexts().filter(({ kind }) => kind !== 'generated').length;
  const findings = lines.filter(isFinding);
  const said = findings.length > 0 ? findings : lines;
  return {
    matched: Math.min(checked, files),
    problems: [
      ...(ran.code === 0 ? [] : said),
      ...(checked < files ? [`Biome checked ${checked} files, the tree has ${files} TypeScript files`] : []),
    ],
  };
};
