import type { ArmResult } from '#core/endpoints/analyse.ts';
import type { StratifiedResult } from '#core/endpoints/analyse-stratified.ts';
import { confidenceOfAlpha } from '#core/endpoints/analyses/two-arm-test.ts';
import { normalUpperTail } from '#core/statistics/distributions/normal.ts';
import type { Study } from '#core/study/study.ts';
import { confidenceWords, endsOf, type SaidCell, sayShares, sayWhyNot, sidedWords } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { writePercent, writeProbability } from './round.ts';

const blank: SaidCell = { value: '', numbers: {} };

const sayResponders = ({ counts: { events, of } }: ArmResult): SaidCell =>
  of === 0
    ? { value: '0 of 0', numbers: { events, of } }
    : { value: `${events} of ${of} (${writePercent(events / of)})`, numbers: { events, of, share: events / of } };

const sayDifference = ({ interval }: StratifiedResult): SaidCell =>
  'notEstimable' in interval
    ? { value: sayWhyNot(interval.notEstimable), numbers: {} }
    : { value: sayShares(interval), numbers: endsOf(interval) };

/** Of one side by the signed root of the statistic. */
const sayTest = ({ analysis, test }: StratifiedResult): SaidCell => {
  if ('notEstimable' in test) return { value: sayWhyNot(test.notEstimable), numbers: {} };
  const z = Math.sign(test.observed - test.expected) * Math.sqrt(test.statistic);
  const p = analysis.sides === 1 ? normalUpperTail(z) : test.twoSided;
  return { value: writeProbability(p), numbers: { p, statistic: test.statistic, df: test.degreesOfFreedom } };
};

/** A comparison by strata: responders, the common difference with its interval, and the test. */
export const stratifiedTable = (result: StratifiedResult, study: Study): Table => {
  const { analysis, experimental, control } = result;
  const title = study.endpoints.find(({ of }) => of.id === analysis.endpoint)?.of.title ?? analysis.endpoint;
  const rests = [...experimental.values, ...control.values].map((value) => valueId(value));
  const figure = (id: string, label: string, said: SaidCell, on = rests): Figure => ({
    id: `${analysis.id}/${id}`,
    label: `${title}: ${label}`,
    ...said,
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
  const level = confidenceWords(confidenceOfAlpha(analysis));
  const empty = (id: string): Figure => figure(`${id}/blank`, '', blank);
  return {
    id: analysis.id,
    title: `${title}, by the strata of the allocation`,
    columns: [experimental.arm, control.arm],
    rows: [
      { label: 'responders', cells: responders },
      {
        label: `common difference, ${level} Miettinen–Nurminen`,
        cells: [figure('difference', 'difference', sayDifference(result)), empty('difference')],
      },
      {
        label: `Cochran–Mantel–Haenszel, ${sidedWords(analysis.sides)} p`,
        cells: [figure('p', 'p', sayTest(result)), empty('p')],
      },
    ],
  };
};
