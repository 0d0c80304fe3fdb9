/** Types: the compiler over the whole tree, and proof that it read it. */

import type { CheckOutcome } from './outcome.ts';
import { printedLines, runProgram } from './program.ts';

const isListed = (line: string): boolean => /^(\/|[A-Za-z]:\/)/.test(line);

export const checkTypes = async (): Promise<CheckOutcome> => {
  const ran = await runProgram('tsc', ['-p', 'tsconfig.json', '--noEmit', '--listFiles', '--pretty', 'false']);
  const lines = printedLines(ran);
  const said = lines.filter((line) => !isListed(line));
  return {
    matched: lines.filter((line) => isListed(line) && !line.includes('/node_modules/')).length,
    problems: ran.code === 0 || said.length > 0 ? said : [`tsc ended with ${ran.code}`],
  };
};
