/** The peers that would take minutes or hours: asked of some people, checked against ours, and scaled. */
import type { ColumnTable } from '#core/criteria/columns/column.ts';
import { type ColumnVerdicts, verdictCodes } from '#core/criteria/columns/screen-columns.ts';
import { elmParameters, elmRunner, screeningOf } from './emitted-elm.ts';
import { findJsonLogic, jsonData, jsonScreen } from './json-logic.ts';
import { readAnswer } from './read-answer.ts';
import type { TrialRules } from './trial-rules.ts';

/** How many people ours and the peers must agree on. */
export const agreed = 10_000;

const rowsOf = <T>(table: ColumnTable, make: (read: (parameter: string) => ReturnType<typeof readAnswer>) => T) =>
  Array.from({ length: Math.min(agreed, table.rows) }, (_, row) => make((name) => readAnswer(table, name, row)));

/** Throws on the first person of whom cql-execution says another verdict or another reason. */
export const agreeWithElm = async (trial: TrialRules, table: ColumnTable, ours: ColumnVerdicts): Promise<number> => {
  const run = elmRunner(trial);
  const people = rowsOf(table, (read) => elmParameters(trial, read));
  for (const [row, parameters] of people.entries()) {
    const [verdict, reason] = screeningOf(trial.criteria, await run(parameters));
    const mine = [verdictCodes[ours.verdicts[row] ?? 3], ours.reasons[row]];
    if (mine[0] !== verdict || mine[1] !== reason)
      throw new Error(`${trial.study.definition.id}, person ${row}: ours ${mine}, cql-execution ${verdict},${reason}`);
  }
  return people.length;
};

/** Microseconds for one person of one trial, in so many milliseconds. */
export const timeElm = async (trial: TrialRules, table: ColumnTable, milliseconds: number): Promise<number> => {
  const run = elmRunner(trial);
  const people = rowsOf(table, (read) => elmParameters(trial, read));
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < milliseconds; done += 1) await run(people[done % people.length] ?? {});
  return ((performance.now() - start) * 1000) / done;
};

export interface JsonLogicFound {
  readonly microseconds: number;
  /** People who need information, and what it calls them. */
  readonly open: number;
  readonly calledNotEligible: number;
  readonly calledEligible: number;
}

/** JSON Logic on the same people; undefined where it is not installed. Throws where it errs on one who is decided. */
export const askJsonLogic = async (
  trial: TrialRules,
  table: ColumnTable,
  ours: ColumnVerdicts,
  milliseconds: number,
): Promise<JsonLogicFound | undefined> => {
  const apply = await findJsonLogic();
  if (apply === undefined) return undefined;
  const screen = jsonScreen(trial, apply);
  const people = rowsOf(table, (read) => jsonData(trial, read));
  const found = people.map(screen);
  const open = found.filter((_, row) => ours.verdicts[row] === 2);
  for (const [row, reason] of found.entries())
    if (ours.verdicts[row] === 0 && reason !== -1)
      throw new Error(`${trial.study.definition.id}, person ${row}: eligible, JSON Logic says criterion ${reason}`);
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < milliseconds; done += people.length) for (const data of people) screen(data);
  const calledNotEligible = open.filter((reason) => reason >= 0).length;
  return {
    microseconds: ((performance.now() - start) * 1000) / done,
    open: open.length,
    calledNotEligible,
    calledEligible: open.length - calledNotEligible,
  };
};
