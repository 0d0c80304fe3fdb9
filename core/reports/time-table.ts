import type { ArmTimes, TimeResult } from '#core/endpoints/analyse-time.ts';
import type { QuantileTime } from '#core/statistics/survival/survival-quantile.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writeProbability } from './round.ts';

/** Methods count the day of allocation as day 1; people count it as day 0. */
const sayDay = (time: QuantileTime): string => (typeof time === 'number' ? String(time - 1) : time.notEstimable);

const sayMedian = ({ median }: ArmTimes): string => {
  if (median === undefined) return '–';
  if (typeof median.estimate !== 'number') return sayDay(median.estimate);
  return `day ${sayDay(median.estimate)} (${sayDay(median.lower)} to ${sayDay(median.upper)})`;
};

const sayEvents = ({ curve, values, unknown }: ArmTimes): string => {
  const events = 'notEstimable' in curve ? 0 : curve.events;
  return `${events} of ${values.length}${unknown === 0 ? '' : `, ${unknown} not known`}`;
};

/** How many have reached it, the median day by Kaplan and Meier, and the log-rank test. */
export const timeTable = (result: TimeResult, study: Study): Table => {
  const { analysis, arms, test } = result;
  const title = study.endpoints.find(({ of }) => of.id === analysis.endpoint)?.of.title ?? analysis.endpoint;
  const rests = arms.flatMap(({ values }) => values.map((value) => valueId(value)));
  const figure = (id: string, label: string, value: string, on: readonly string[]): Figure => ({
    id: `${analysis.id}/${id}`,
    label,
    value,
    rests: on,
  });
  const row = (id: string, label: string, say: (arm: ArmTimes) => string) => ({
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
  const p = test === undefined || 'notEstimable' in test ? undefined : test.twoSided;
  const said = test !== undefined && 'notEstimable' in test ? `not estimable: ${test.notEstimable}` : undefined;
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
              label: `log-rank, two-sided p${test !== undefined && 'conventions' in test && test.conventions.strata > 1 ? ', by strata' : ''}`,
              cells: [
                figure('p', 'log-rank test', said ?? writeProbability(p ?? 1), rests),
                ...arms.slice(1).map((arm) => figure(`${arm.arm}/p`, 'log-rank test', '', rests)),
              ],
            },
          ]),
    ],
  };
};
