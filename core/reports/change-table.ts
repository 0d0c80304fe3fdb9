import type { ArmChange, ChangeResult } from '#core/endpoints/analyse-change.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { valueId } from './response-table.ts';
import { roundHalfAway, writeProbability } from './round.ts';
import { unitOf } from './secondary-table.ts';

const two = (value: number): string => roundHalfAway(value, 2);

const sayMean = ({ summary }: ArmChange): string => {
  if ('notEstimable' in summary) return '–';
  const { mean, spread } = summary;
  return spread === undefined
    ? two(mean)
    : `${two(mean)} (${two(spread.interval.lower)} to ${two(spread.interval.upper)}), SD ${two(spread.standardDeviation)}`;
};

const sayMedian = ({ summary }: ArmChange): string =>
  'notEstimable' in summary
    ? '–'
    : `${two(summary.median)} (${two(summary.lowerQuartile)} to ${two(summary.upperQuartile)})`;

/** Exact where the method has it; the normal approximation is named where it has not. */
const sayTest = ({ test }: ArmChange): string => {
  if (test === undefined) return '';
  if ('notEstimable' in test) return `not estimable: ${test.notEstimable}`;
  if (test.method !== 'signed-rank/1') return writeProbability(test.twoSided);
  const { exactTwoSided, asymptoticTwoSided } = test;
  return exactTwoSided === undefined
    ? `${writeProbability(asymptoticTwoSided)} approx.`
    : writeProbability(exactTwoSided);
};

const known = ({ summary, of }: ArmChange): string => `${'notEstimable' in summary ? 0 : summary.n} of ${of}`;

const testName = ({ analysis: { test } }: ChangeResult): string => {
  if (test === 'wilcoxon signed rank') return ', signed rank';
  return test === 'paired t' ? ', paired t' : '';
};

/** Changes within each arm, one row an arm of each analysis: how many are known, mean, median, and the test within. */
export const changeTable = (results: readonly ChangeResult[], study: Study): Table => {
  const rows = results.flatMap((result) => {
    const endpoint = study.endpoints.find(({ of }) => of.id === result.analysis.endpoint);
    const unit = endpoint?.kind === 'value' ? unitOf(endpoint, study) : '';
    const title = `${endpoint?.of.title ?? result.analysis.endpoint}${unit === '' ? '' : `,${unit}`}`;
    return result.arms.map((arm) => {
      const label = result.arms.length === 1 ? title : `${title}, ${arm.arm}`;
      const rests = arm.values.map((value) => valueId(value));
      const figure = (id: string, value: string): Figure => ({
        id: `${result.analysis.id}/${arm.arm}/${id}`,
        label: `${label}: ${id}`,
        value,
        rests,
      });
      return {
        label: `${label}${testName(result)}`,
        cells: [
          figure('known', known(arm)),
          figure('mean', sayMean(arm)),
          figure('median', sayMedian(arm)),
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
  };
};
