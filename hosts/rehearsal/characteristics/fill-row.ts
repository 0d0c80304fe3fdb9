import type { ColumnTable } from '#core/criteria/columns/column.ts';
import { mostRedCells } from '../candidates/disease-activity.ts';
import { resultSpreads, taperedPrednisone } from '../disease-course.ts';
import type { Scenario } from '../scenario.ts';
import { putLevel, putNumber, putTruth } from './fillers.ts';
import type { QuickDraws } from './quick-draws.ts';
import {
  type PlannedAnswer,
  type PlannedCasts,
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

const isThere = ({ day, missed, isLast }: PlannedVisit, { fate, draws, scenario }: PersonRow): boolean =>
  day <= 0 || (day < fate.lastDay && (isLast || draws.uniform(missed) >= scenario.assumed('missed visit')));

/** Up to day 0 a result is that of the person who came, as in a rehearsal; after it, it moves and varies. */
const changeOf = ({ visit, links }: PlannedResult, { fate, draws, scenario }: PersonRow): number => {
  if (visit.day <= 0) return 1;
  const reached = reachedBy(visit.weeks, scenario.assumed('half weeks'));
  let change = 0;
  for (const { trend, noise, place } of links) change += logChange(trend, fate) * reached + noise * draws.normal(place);
  return Math.exp(change);
};

/** Whether a section was filled at a visit that was held. */
const isFilled = ({ visit, empty }: PlannedResult, person: PersonRow): boolean =>
  isThere(visit, person) && person.draws.uniform(empty) >= person.scenario.assumed('empty section');

/** As the laboratory reports it. */
const reportedOf = (result: PlannedResult, person: PersonRow): number => {
  const { rounding } = result.filler;
  return Math.round((result.values[person.member] ?? Number.NaN) * changeOf(result, person) * rounding) / rounding;
};

/** What an equation makes of a result; not a number at an age that it is not for. */
const computedOf = ({ filler: { equation }, people }: PlannedResult, reported: number, member: number): number => {
  const whose = people?.[member];
  if (equation === undefined) return reported;
  return whose === undefined ? Number.NaN : equation.compute(reported * equation.times, whose);
};

const putResult = (result: PlannedResult, person: PersonRow): void => {
  const { filler, notDone } = result;
  const { table, row, member, draws, scenario } = person;
  if (!isFilled(result, person) || draws.uniform(notDone) < scenario.assumed('result not done')) return;
  const value = computedOf(result, reportedOf(result, person), member);
  if (!Number.isNaN(value)) putNumber(table.columns.get(filler.parameter), row, Math.round(value * filler.parts));
};

/** A sediment that is looked at always says whether there are casts. */
const putCasts = ({ filler, cells, withCells }: PlannedCasts, person: PersonRow): void => {
  if (!isFilled(cells, person)) return;
  const isPresent = withCells[person.member] === true && reportedOf(cells, person) > mostRedCells;
  putLevel(person.table.columns.get(filler.parameter), person.row, isPresent ? 'present' : 'absent');
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
  for (const casts of plan.casts) putCasts(casts, person);
  for (const answer of plan.answers) putAnswer(answer, plan, person);
};
