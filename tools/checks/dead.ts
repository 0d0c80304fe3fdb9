/** Dead code: files, exports and packages that nobody uses. */
import { join } from 'node:path';
import type { CheckOutcome } from './outcome.ts';
import { printedLines, runProgram } from './program.ts';

const counter = join(import.meta.dirname, 'knip-counter.ts');
const looked = /^looked at (\d+) of \d+ files$/;

const runKnip = async (...more: readonly string[]): Promise<CheckOutcome> => {
  const args = ['--no-progress', '--no-config-hints', ...more, '--reporter', 'symbols', '--reporter', counter];
  const ran = await runProgram('knip', args);
  const lines = printedLines(ran);
  const count = lines.map((line) => looked.exec(line)?.[1]).find((found) => found !== undefined);
  return {
    matched: Number(count ?? 0),
    problems: ran.code === 0 ? [] : lines.filter((line) => !looked.test(line)),
  };
};

/** Nobody uses it, not even a test: fails. */
export const checkDead = (): Promise<CheckOutcome> => runKnip();

/** Only tests use it, no entry leads to it: reported, since a library part may wait for its first host. */
export const reportUnreached = async (): Promise<CheckOutcome> => {
  const { matched, problems } = await runKnip('--production', '--files', '--exports');
  const remarks = problems.filter((line) => !/^(Unused|Unlisted)/.test(line));
  return { matched, problems: [], remarks, summary: `${remarks.length} reached by tests only` };
};
