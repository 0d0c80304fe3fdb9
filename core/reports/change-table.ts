import type { ArmChange, ChangeResult } from '#core/endpoints/analyse-change.ts';
import type { Study } from '#core/study/study.ts';
import { placesFor, type SaidCell, sayEnds, sayWhyNot, titleWithUnit } from './analysis-words.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { roundHalfAway, writeProbability } from './round.ts';

const dash: SaidCell = { value: '–', numbers: {} };

/** The same decimals in all arms: those that the widest spread needs. */
const placesOf = ({ arms }: ChangeResult): number => {
  const spreads = arms.flatMap(({ summary }) =>
    'notEstimable' in summary ? [] : (summary.spread?.standardDeviation ?? []),
  );
  return placesFor(spreads.length === 0 ? undefined : Math.max(...spreads));
};

const sayMean = ({ summary }: ArmChange, places: number): SaidCell => {
  if ('notEstimable' in summary) return dash;
  const { mean, spread } = summary;
  if (spread === undefined) return { value: roundHalfAway(mean, places), numbers: { mean } };
  const { lower, upper } = spread.interval;
  const sd = spread.standardDeviation;
  const value = `${sayEnds({ estimate: mean, lower, upper }, places)}, SD ${roundHalfAway(sd, places)}`;
  return { value, numbers: { mean, lower, upper, sd } };
};

const sayMedian = ({ summary }: ArmChange, places: number): SaidCell => {
  if ('notEstimable' in summary) return dash;
  const { median, lowerQuartile: q1, upperQuartile: q3 } = summary;
  return {
    value: sayEnds({ estimate: median, lower: q1, upper: q3 }, places),
    numbers: { median, q1, q3 },
  };
};

/** Exact where the method has it; the normal approximation is named where it has not. */
const sayTest = ({ test }: ArmChange): SaidCell => {
  if (test === undefined) return { value: '', numbers: {} };
  if ('notEstimable' in test) return { value: sayWhyNot(test.notEstimable), numbers: {} };
  if (test.method !== 'signed-rank/1') {
    const { twoSided: p, t: statistic, df } = test;
    return { value: writeProbability(p), numbers: { p, statistic, df } };
  }
  const { exactTwoSided, asymptoticTwoSided, v: statistic } = test;
  return exactTwoSided === undefined
    ? { value: `${writeProbability(asymptoticTwoSided)} approx.`, numbers: { p: asymptoticTwoSided, statistic } }
    : { value: writeProbability(exactTwoSided), numbers: { p: exactTwoSided, statistic } };
};

const sayKnown = ({ summary, of }: ArmChange): SaidCell => {
  const n = 'notEstimable' in summary ? 0 : summary.n;
  return { value: `${n} of ${of}`, numbers: { n, of } };
};

const testName = ({ analysis: { test } }: ChangeResult): string => {
  if (test === 'wilcoxon signed rank') return ', signed rank';
  return test === 'paired t' ? ', paired t' : '';
};

/** Changes within each arm, one row an arm of each analysis: how many are known, mean, median, and the test within. */
export const changeTable = (results: readonly ChangeResult[], study: Study): Table => {
  const rows = results.flatMap((result) => {
    const title = titleWithUnit(result.analysis, study);
    const places = placesOf(result);
    return result.arms.map((arm) => {
      const label = result.arms.length === 1 ? title : `${title}, ${arm.arm}`;
      const rests = arm.values.map((value) => valueId(value));
      const figure = (id: string, said: SaidCell): Figure => ({
        id: `${result.analysis.id}/${arm.arm}/${id}`,
        label: `${label}: ${id}`,
        ...said,
        rests,
      });
      return {
        label: `${label}${testName(result)}`,
        cells: [
          figure('known', sayKnown(arm)),
          figure('mean', sayMean(arm, places)),
          figure('median', sayMedian(arm, places)),
          figure('p', sayTest(arm)),
        ],
      };
    });
  });
  return {
    id: 'changes',
    title: 'Changes within each arm, which no comparison is part of',
    columns: ['known', 'mean (95%)', 'median (quartiles)', 'p'],
    rows,
    notes: ['of those known; quartiles of type 2, the average at the steps (SAS PCTLDEF 5)'],
  };
};
