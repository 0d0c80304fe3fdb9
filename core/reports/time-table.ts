import type { ArmTimes, TimeResult } from '#core/endpoints/analyse-time.ts';
import type { QuantileTime } from '#core/statistics/survival/survival-quantile.ts';
import type { Study } from '#core/study/study.ts';
import { type SaidCell, sayWhyNot } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { roundHalfAway, writeProbability } from './round.ts';

/** Methods count the day of allocation as day 1; people count it as day 0. A median between two days has a half. */
const sayDay = (time: QuantileTime): string =>
  typeof time === 'number' ? roundHalfAway(time - 1, Number.isInteger(time) ? 0 : 1) : time.notEstimable;

const dayOf = (name: string, time: QuantileTime): Readonly<Record<string, number>> =>
  typeof time === 'number' ? { [name]: time - 1 } : {};

const sayMedian = ({ median }: ArmTimes): SaidCell => {
  if (median === undefined) return { value: '–', numbers: {} };
  const { estimate, lower, upper } = median;
  const numbers = { ...dayOf('median', estimate), ...dayOf('lower', lower), ...dayOf('upper', upper) };
  if (typeof estimate !== 'number') return { value: sayDay(estimate), numbers };
  return { value: `day ${sayDay(estimate)} (${sayDay(lower)} to ${sayDay(upper)})`, numbers };
};

const sayEvents = ({ curve, values, unknown }: ArmTimes): SaidCell => {
  const events = 'notEstimable' in curve ? 0 : curve.events;
  const value = `${events} of ${values.length}${unknown === 0 ? '' : `, ${unknown} not known`}`;
  return { value, numbers: { events, of: values.length, unknown } };
};

const sayTest = (test: NonNullable<TimeResult['test']>): SaidCell => {
  if ('notEstimable' in test) return { value: sayWhyNot(test.notEstimable), numbers: {} };
  const { twoSided: p, chiSquare: statistic } = test;
  return { value: writeProbability(p), numbers: { p, statistic, df: 1 } };
};

const testLabel = (test: NonNullable<TimeResult['test']>): string =>
  `log-rank, two-sided p${'conventions' in test && test.conventions.strata > 1 ? ', by strata' : ''}`;

/** How many have reached it, the median day by Kaplan and Meier, and the log-rank test. */
export const timeTable = (result: TimeResult, study: Study): Table => {
  const { analysis, arms, test } = result;
  const title = study.endpoints.find(({ of }) => of.id === analysis.endpoint)?.of.title ?? analysis.endpoint;
  const rests = arms.flatMap(({ values }) => values.map((value) => valueId(value)));
  const figure = (id: string, label: string, said: SaidCell, on: readonly string[]): Figure => ({
    id: `${analysis.id}/${id}`,
    label,
    ...said,
    rests: on,
  });
  const row = (id: string, label: string, say: (arm: ArmTimes) => SaidCell) => ({
    label,
    cells: arms.map((arm) =>
      figure(
        `${arm.arm}/${id}`,
        `${label}, ${arm.arm}`,
        say(arm),
        arm.values.map((value) => valueId(value)),
      ),
    ),
  });
  return {
    id: analysis.id,
    title,
    columns: arms.map(({ arm }) => arm),
    rows: [
      row('reached', 'reached', sayEvents),
      row('median', 'median, Kaplan–Meier, 95% by log-log', sayMedian),
      ...(test === undefined
        ? []
        : [
            {
              label: testLabel(test),
              cells: [
                figure('p', 'log-rank test', sayTest(test), rests),
                ...arms
                  .slice(1)
                  .map((arm) => figure(`${arm.arm}/p`, 'log-rank test', { value: '', numbers: {} }, rests)),
              ],
            },
          ]),
    ],
  };
};
