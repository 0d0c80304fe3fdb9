import type { ArmResult } from '#core/endpoints/analyse.ts';
import type { StratifiedResult } from '#core/endpoints/analyse-stratified.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent, writeProbability } from './round.ts';

const sayResponders = ({ counts: { events, of } }: ArmResult): string =>
  of === 0 ? '0 of 0' : `${events} of ${of} (${writePercent(events / of)})`;

/** A comparison by strata: responders, the common difference with its interval, and the test. */
export const stratifiedTable = (
  { analysis, experimental, control, test, interval }: StratifiedResult,
  study: Study,
): Table => {
  const title = study.endpoints.find(({ of }) => of.id === analysis.endpoint)?.of.title ?? analysis.endpoint;
  const rests = [...experimental.values, ...control.values].map((value) => valueId(value));
  const figure = (id: string, label: string, value: string, on = rests): Figure => ({
    id: `${analysis.id}/${id}`,
    label: `${title}: ${label}`,
    value,
    rests: on,
  });
  const responders = [experimental, control].map((arm) =>
    figure(
      `${arm.arm}/responders`,
      `responders, ${arm.arm}`,
      sayResponders(arm),
      arm.values.map((value) => valueId(value)),
    ),
  );
  const level = writePercent(1 - Number(analysis.alpha), 0);
  const difference =
    'notEstimable' in interval
      ? `not estimable: ${interval.notEstimable}`
      : `${writePercent(interval.estimate)} (${writePercent(interval.lower)} to ${writePercent(interval.upper)})`;
  const p = 'notEstimable' in test ? `not estimable: ${test.notEstimable}` : writeProbability(test.twoSided);
  const blank = (id: string): Figure => figure(`${id}/blank`, '', '');
  return {
    id: analysis.id,
    title: `${title}, by the strata of the allocation`,
    columns: [experimental.arm, control.arm],
    rows: [
      { label: 'responders', cells: responders },
      {
        label: `common difference, ${level} Miettinen–Nurminen`,
        cells: [figure('difference', 'difference', difference), blank('difference')],
      },
      { label: 'Cochran–Mantel–Haenszel, two-sided p', cells: [figure('p', 'p', p), blank('p')] },
    ],
  };
};
