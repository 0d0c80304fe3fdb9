import { type ColumnTable, emptyColumn } from '#core/criteria/columns/column.ts';
import { decideColumns } from '#core/criteria/columns/decide-columns.ts';
import { secretFromSeed } from '#core/randomisation/stream.ts';
import type { Study } from '#core/study/study.ts';
import type { Scenario } from '../scenario.ts';
import { type AllocateTrial, openAllocation } from './allocate-trial.ts';
import { fillPool } from './eligible-pool.ts';
import { fillRow, memberOf } from './fill-row.ts';
import { fillersOf } from './fillers.ts';
import { openQuickDraws, type QuickDraws } from './quick-draws.ts';
import { layOutTrial, type TrialPlan } from './trial-plan.ts';
import { askTrial, isNotAsked, type NotAsked, type TrialQuestion } from './trial-question.ts';

/** Responders and participants of each arm, trial after trial: those of trial t begin at t times the number of arms. */
export interface SimulatedTrials {
  readonly question: TrialQuestion;
  readonly arms: readonly string[];
  readonly trials: number;
  readonly events: Uint32Array;
  readonly of: Uint32Array;
}

/** Which trials are simulated, and under which assumptions. */
export interface TrialsPlan {
  readonly trials: number;
  readonly scenario: Scenario;
  /** The number of the first trial, for a worker that runs some of them; 0 unless said. */
  readonly from?: number;
}

/** Simulates trials of one study, on the same virtual people each time. */
export type SimulateTrials = (plan: TrialsPlan) => SimulatedTrials;

const poolSize = 500;
const rowsInBlock = 16_384;

/** Everything that the trials of a scenario need, laid down once. */
interface Ready {
  readonly question: TrialQuestion;
  readonly plan: TrialPlan;
  readonly allocate: AllocateTrial;
  readonly arms: readonly string[];
  readonly participants: number;
  readonly draws: QuickDraws;
  readonly scenario: Scenario;
}

/** One trial in the rows that begin at `first`: the arms of its participants, by place. */
const fillTrial = (ready: Ready, trial: number, table: ColumnTable, first: number): Uint8Array => {
  const { plan, allocate, arms, participants, draws, scenario } = ready;
  const levels = Array.from({ length: participants }, (_, person) => {
    draws.moveTo(trial, person);
    return plan.pool[memberOf(draws, plan)]?.levels ?? {};
  });
  const allocated = allocate(trial, levels);
  allocated.forEach((arm, person) => {
    draws.moveTo(trial, person);
    fillRow(plan, table, first + person, arms[arm] ?? '', draws, scenario);
  });
  return allocated;
};

/** Counts responders and participants of a block of trials. */
const tallyBlock = (
  ready: Ready,
  table: ColumnTable,
  allocated: readonly Uint8Array[],
  into: SimulatedTrials,
  first: number,
): void => {
  const decided = decideColumns(ready.question.program, table);
  const truths = ready.question.statements.flatMap((name) => decided.get(name) ?? []);
  const { events, of } = into;
  let row = 0;
  allocated.forEach((arms, index) => {
    for (const arm of arms) {
      const at = (first + index) * ready.arms.length + arm;
      of[at] = (of[at] ?? 0) + 1;
      if (truths.some((each) => each[row] === 1)) events[at] = (events[at] ?? 0) + 1;
      row += 1;
    }
  });
};

const runTrials = (ready: Ready, { trials, from = 0 }: TrialsPlan): SimulatedTrials => {
  const { question, participants, arms } = ready;
  const size = trials * arms.length;
  const found = { question, arms, trials, events: new Uint32Array(size), of: new Uint32Array(size) };
  const inBlock = Math.max(1, Math.floor(rowsInBlock / participants));
  for (let first = 0; first < trials; first += inBlock) {
    const count = Math.min(inBlock, trials - first);
    const rows = count * participants;
    const table = { rows, columns: new Map(question.parameters.map((each) => [each.name, emptyColumn(each, rows)])) };
    const allocated = Array.from({ length: count }, (_, index) =>
      fillTrial(ready, from + first + index, table, index * participants),
    );
    tallyBlock(ready, table, allocated, found, first);
  }
  return found;
};

/**
 * Opens the simulation of a study through its own definition: people who are eligible by its criteria, its allocation,
 * its visits, its endpoint with its policy for what is missing. No log is kept of them; who wants one rehearses. A trial
 * is the same whichever others are run. Says why where a study asks what columns cannot hold.
 */
export const openTrials = (study: Study, seed: number, firstDay: number): SimulateTrials | NotAsked => {
  const question = askTrial(study);
  if (isNotAsked(question)) return question;
  const fillers = fillersOf(question.parameters, study);
  if (isNotAsked(fillers)) return fillers;
  const secret = secretFromSeed(seed);
  const byChance = openAllocation(study, 1, secret);
  if (isNotAsked(byChance)) return byChance;
  const pool = fillPool(study, seed, poolSize, firstDay);
  if (pool.length === 0) return { why: 'of many virtual people nobody is eligible' };
  const arms = study.definition.arms.map(({ id }) => id);
  return (trialsPlan) => {
    const { scenario } = trialsPlan;
    const participants = scenario.participants ?? study.definition.design.participants;
    const plan = layOutTrial(fillers, pool, study, scenario);
    const draws = openQuickDraws(secret, plan.purposes);
    const allocate = openAllocation(study, participants, secret);
    if (isNotAsked(allocate)) throw new Error(`simulated trials: ${allocate.why}`);
    return runTrials({ question, plan, allocate, arms, participants, draws, scenario }, trialsPlan);
  };
};
