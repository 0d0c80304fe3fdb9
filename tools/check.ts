/**
 * The checks of the repository, two at a time, one line each, all of them even when one fails.
 *
 *   npm run check              all
 *   npm run check -- walls     only those named, with their remarks
 */
import { checkCopies } from './checks/copies.ts';
import { checkDead, reportUnreached } from './checks/dead.ts';
import { checkLint } from './checks/lint.ts';
import { type Check, type CheckOutcome, problemsOf } from './checks/outcome.ts';
import { checkTypes } from './checks/types.ts';
import { checkWalls } from './checks/walls.ts';
import { checkNames } from './names.ts';
import { reportPasses } from './passes.ts';
import { checkShape } from './shape.ts';
import { checkTidy } from './tidy.ts';

const checks: readonly Check[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: checkLint },
  { name: 'walls', run: checkWalls },
  { name: 'dead', run: checkDead },
  { name: 'copies', run: checkCopies },
  { name: 'shape', run: checkShape },
  { name: 'names', run: checkNames },
  { name: 'passes', run: reportPasses },
  { name: 'unreached', run: reportUnreached },
  { name: 'tidy', run: checkTidy },
];

const atOnce = 2;

interface Timed {
  readonly outcome: CheckOutcome;
  readonly seconds: number;
}

const runTimed = async ({ run }: Check): Promise<Timed> => {
  const start = performance.now();
  const broken = (error: unknown): CheckOutcome => ({ matched: 0, problems: [String(error)] });
  const outcome = await Promise.resolve().then(run).catch(broken);
  return { outcome, seconds: (performance.now() - start) / 1000 };
};

const print = ({ name }: Check, { outcome, seconds }: Timed, withRemarks: boolean): boolean => {
  const problems = problemsOf(outcome);
  const verdict = problems.length === 0 ? 'ok  ' : 'FAIL';
  const summary = outcome.summary ?? '';
  console.log(
    `${verdict} ${name.padEnd(9)} ${seconds.toFixed(1).padStart(5)} s  ${outcome.matched} looked at  ${summary}`,
  );
  for (const problem of problems) console.log(`       ${problem}`);
  if (withRemarks) for (const remark of outcome.remarks ?? []) console.log(`  note ${remark}`);
  return problems.length === 0;
};

/** As many workers as `atOnce` take the next check from one queue; the lines come in the order of the list. */
const runAll = async (chosen: readonly Check[], withRemarks: boolean): Promise<boolean> => {
  const runs = chosen.map((check) => ({ check, ended: Promise.withResolvers<Timed>() }));
  const queue = runs.values();
  const work = async (): Promise<void> => {
    for (const { check, ended } of queue) ended.resolve(await runTimed(check));
  };
  const workers = Array.from({ length: atOnce }, work);
  let passed = true;
  for (const { check, ended } of runs) passed = print(check, await ended.promise, withRemarks) && passed;
  await Promise.all(workers);
  return passed;
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.log(`no check is called ${unknown.join(', ')}; there are: ${checks.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
} else {
  const chosen = named.length === 0 ? checks : checks.filter(({ name }) => named.includes(name));
  process.exitCode = (await runAll(chosen, named.length > 0)) ? 0 : 1;
}
