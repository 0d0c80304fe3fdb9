import type { NonInferiorityResult, ViewedNonInferiority } from '#core/endpoints/analyse-non-inferiority.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent, writeProbability } from './round.ts';

interface Ends {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

const sayInterval = ({ estimate, lower, upper }: Ends): string =>
  `${writePercent(estimate)} (${writePercent(lower)} to ${writePercent(upper)})`;

const sayCounts = ({ experimental, control }: ViewedNonInferiority): string =>
  [experimental, control].map(({ counts: { events, of } }) => `${events} of ${of}`).join(' against ');

const verdict = (isShown: boolean): string => (isShown ? 'yes' : 'no');

const populations = {
  randomised: 'all randomised',
  treated: 'all treated',
  'per protocol': 'treated per protocol',
  'all enrolled': 'all enrolled',
} as const;

/**
 * Non-inferiority in each view of those who are missing, and with the strata: counts, the difference with Miettinen and
 * Nurminen's interval, one-sided p, and whether it is shown. Never one view alone.
 */
export const nonInferiorityTable = ({ analysis, views, stratified }: NonInferiorityResult, study: Study): Table => {
  const title = study.endpoints.find(({ of }) => of.id === analysis.endpoint)?.of.title ?? analysis.endpoint;
  const figure = (id: string, label: string, value: string, rests: readonly string[]): Figure => ({
    id: `${analysis.id}/${id}`,
    label,
    value,
    rests,
  });
  const rows = views.map((viewed, index) => {
    const { view, experimental, control, test } = viewed;
    const rests = [...experimental.values, ...control.values].map((value) => valueId(value));
    const found = 'notEstimable' in test ? undefined : test;
    const difference = 'notEstimable' in test ? `not estimable: ${test.notEstimable}` : sayInterval(test);
    return {
      label: `missing ${view}`,
      cells: [
        figure(`view-${index}/responders`, `responders, missing ${view}`, sayCounts(viewed), rests),
        figure(`view-${index}/difference`, `difference, missing ${view}`, difference, rests),
        figure(
          `view-${index}/p`,
          `one-sided p, missing ${view}`,
          found === undefined ? '–' : writeProbability(found.p),
          rests,
        ),
        figure(
          `view-${index}/shown`,
          `non-inferiority, missing ${view}`,
          found === undefined ? '–' : verdict(found.isNonInferior),
          rests,
        ),
      ],
    };
  });
  const [{ experimental, control }] = views;
  const rests = [...experimental.values, ...control.values].map((value) => valueId(value));
  const byStrata =
    stratified === undefined || 'notEstimable' in stratified
      ? []
      : [
          {
            label: `as reported, by ${stratified.interval.dropped.length === 0 ? '' : 'usable '}strata`,
            cells: [
              figure('strata/responders', 'responders, with the strata', sayCounts(views[0]), rests),
              figure('strata/difference', 'difference, with the strata', sayInterval(stratified.interval), rests),
              figure('strata/p', 'one-sided p, with the strata', writeProbability(stratified.p), rests),
              figure('strata/shown', 'non-inferiority, with the strata', verdict(stratified.isNonInferior), rests),
            ],
          },
        ];
  const level = writePercent(1 - 2 * (analysis.sides === 1 ? Number(analysis.alpha) : Number(analysis.alpha) / 2), 0);
  return {
    id: analysis.id,
    title: `${title}: ${analysis.experimental} not inferior to ${analysis.control} by ${writePercent(Number(analysis.margin))}, ${populations[analysis.population]}`,
    columns: ['responders', `difference, ${level} MN`, 'p', 'shown'],
    rows: [...rows, ...byStrata],
  };
};
