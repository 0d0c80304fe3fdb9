import type { ColumnTable } from '#core/criteria/columns/column.ts';
import { resultSpreads, taperedPrednisone } from '../disease-course.ts';
import type { Scenario } from '../scenario.ts';
import { putNumber, putTruth } from './fillers.ts';
import type { QuickDraws } from './quick-draws.ts';
import {
  type PlannedAnswer,
  type PlannedResult,
  type PlannedVisit,
  purpose,
  type Trend,
  type TrialPlan,
} from './trial-plan.ts';

/** How one person of a trial does: the fall of protein, the drift of creatinine, and the last day in the study. */
interface Fate {
  readonly fall: number;
  readonly drift: number;
  readonly lastDay: number;
}

/** One row of a table, and what is known of the person in it. */
interface PersonRow {
  readonly table: ColumnTable;
  readonly row: number;
  readonly member: number;
  readonly fate: Fate;
  readonly draws: QuickDraws;
  readonly scenario: Scenario;
}

const daysOfYear = 365.25;

const waitFor = (draws: QuickDraws, place: number, yearly: number): number =>
  yearly <= 0 ? Number.POSITIVE_INFINITY : (-Math.log(draws.uniform(place)) / yearly) * daysOfYear;

const fateOf = (draws: QuickDraws, arm: string, { assumed, effectIn }: Scenario): Fate => ({
  fall: assumed('fall mean') + effectIn(arm) + assumed('fall sd') * draws.normal(purpose.fall),
  drift: assumed('creatinine drift') * draws.normal(purpose.drift),
  lastDay: Math.min(
    waitFor(draws, purpose.leaves, assumed('leaves yearly')),
    waitFor(draws, purpose.dies, assumed('dies yearly')),
  ),
});

const upcrSpread = resultSpreads.get('UPCR')?.spread ?? 1;

/** How far the logarithm of a result moves in 24 weeks. */
const logChange = (trend: Trend, { fall, drift }: Fate): number => {
  if (trend === 'protein') return fall;
  return trend === 'creatinine' ? drift : trend.times * Math.max(-2, Math.min(2, fall / upcrSpread));
};

/** How much of the change of 24 weeks has come about. */
const reachedBy = (weeks: number, half: number): number => (1 - 2 ** (-weeks / half)) / (1 - 2 ** (-24 / half));

const isThere = ({ day, missed }: PlannedVisit, { fate, draws, scenario }: PersonRow): boolean =>
  day <= 0 || (day < fate.lastDay && draws.uniform(missed) >= scenario.assumed('missed visit'));

/** At screening a result is that of the person; from day 0 on it moves and varies. */
const changeOf = ({ visit, links }: PlannedResult, { fate, draws, scenario }: PersonRow): number => {
  if (visit.day < 0) return 1;
  const reached = reachedBy(visit.weeks, scenario.assumed('half weeks'));
  let change = 0;
  for (const { trend, noise, place } of links) change += logChange(trend, fate) * reached + noise * draws.normal(place);
  return Math.exp(change);
};

const putResult = (result: PlannedResult, person: PersonRow): void => {
  const { filler, visit, values, notDone } = result;
  const { table, row, member, draws, scenario } = person;
  const lost = scenario.assumed('result not done') + scenario.assumed('empty section');
  if (!isThere(visit, person) || draws.uniform(notDone) < lost) return;
  const value = (values[member] ?? Number.NaN) * changeOf(result, person);
  const reported = Math.round(value * filler.rounding) / filler.rounding;
  putNumber(table.columns.get(filler.parameter), row, Math.round(reported * filler.parts));
};

const putAnswer = ({ filler, visit, place }: PlannedAnswer, plan: TrialPlan, person: PersonRow): void => {
  const { table, row, member, draws } = person;
  const column = table.columns.get(filler.parameter);
  if (visit !== undefined && !isThere(visit, person)) return;
  switch (filler.kind) {
    case 'always':
      putTruth(column, row, true);
      return;
    case 'judgement':
      putTruth(column, row, draws.uniform(place) < filler.chance);
      return;
    case 'prednisone': {
      const first = plan.pool[member]?.prednisone ?? 0;
      const isLater = visit !== undefined && visit.day > 0;
      putNumber(
        column,
        row,
        Math.round((isLater ? taperedPrednisone(first, visit.weeksBefore) : first) * filler.parts),
      );
      return;
    }
    default:
      filler satisfies never;
  }
};

/** The member of the pool whom a person of a trial is. */
export const memberOf = (draws: QuickDraws, { pool }: TrialPlan): number =>
  Math.floor(draws.uniform(purpose.member) * pool.length);

/** Writes everything that a question asks of one person, whom the draws stand at, into a row. */
export const fillRow = (
  plan: TrialPlan,
  table: ColumnTable,
  row: number,
  arm: string,
  draws: QuickDraws,
  scenario: Scenario,
): void => {
  const person: PersonRow = {
    table,
    row,
    member: memberOf(draws, plan),
    fate: fateOf(draws, arm, scenario),
    draws,
    scenario,
  };
  for (const result of plan.results) putResult(result, person);
  for (const answer of plan.answers) putAnswer(answer, plan, person);
};
