import { followUpOf } from '#core/endpoints/analyse-time.ts';
import { analysedValues } from '#core/endpoints/analysed-values.ts';
import { type DescribedGroup, describeGroup, pooledShare } from '#core/endpoints/analyses/describe.ts';
import type { AnalysisValue } from '#core/endpoints/analysis-value.ts';
import type { ValuesOf } from '#core/endpoints/derived-values.ts';
import { estimateSurvival } from '#core/statistics/survival/kaplan-meier.ts';
import { survivalQuantile } from '#core/statistics/survival/survival-quantile.ts';
import type { AnalysisDefinition } from '#core/study/schema-analyses.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import { placesFor, populationWords, type SaidCell, sayEnds, titleWithUnit } from './analysis-words.ts';
import type { Table } from './figure.ts';
import { sayShare } from './planned-descriptions.ts';
import { valueId } from './response-table.ts';
import { roundHalfAway, writePercent } from './round.ts';

const sayPooledShare = (values: readonly AnalysisValue[]): SaidCell => {
  const { events, of, unknown, interval } = pooledShare(values);
  const { value, numbers } = sayShare({ events, of, unknown });
  if ('notEstimable' in interval) return { value, numbers };
  const { lower, upper } = interval;
  return {
    value: `${value}, ${writePercent(lower)} to ${writePercent(upper)}`,
    numbers: { ...numbers, lower, upper },
  };
};

const sayPooledMean = (group: Extract<DescribedGroup, { kind: 'values' }>): SaidCell => {
  const { of, summary } = group;
  if ('notEstimable' in summary) return { value: `0 of ${of} known`, numbers: { n: 0, of } };
  const { n, mean, spread } = summary;
  const known = `${n} of ${of} known`;
  const places = placesFor(spread?.standardDeviation);
  if (spread === undefined) return { value: `mean ${roundHalfAway(mean, places)}, ${known}`, numbers: { mean, n, of } };
  const { lower, upper } = spread.interval;
  const sd = spread.standardDeviation;
  return {
    value: `mean ${sayEnds({ estimate: mean, lower, upper }, places)}, SD ${roundHalfAway(sd, places)}, ${known}`,
    numbers: { mean, lower, upper, sd, n, of },
  };
};

/** How many have reached it, and the median day where the curve comes so far. */
const sayPooledTime = (values: readonly AnalysisValue[]): SaidCell => {
  const { events, of, unknown } = pooledShare(values);
  const { value, numbers } = sayShare({ events, of, unknown });
  const curve = estimateSurvival(values.flatMap(followUpOf));
  const median = 'notEstimable' in curve ? undefined : survivalQuantile(curve).estimate;
  if (typeof median !== 'number') return { value, numbers };
  return {
    value: `${value}, median day ${roundHalfAway(median - 1, Number.isInteger(median) ? 0 : 1)}`,
    numbers: { ...numbers, median: median - 1 },
  };
};

const sayPooled = (endpoint: Endpoint, values: readonly AnalysisValue[]): SaidCell => {
  if (endpoint.kind === 'time') return sayPooledTime(values);
  const group = describeGroup(endpoint, values);
  return group.kind === 'values' ? sayPooledMean(group) : sayPooledShare(values);
};

/** One row, or, of classes, one for each. */
const saidOf = (endpoint: Endpoint, values: readonly AnalysisValue[]) => {
  const group = describeGroup(endpoint, values);
  return endpoint.kind === 'class' && group.kind === 'shares'
    ? group.shares.map((share) => ({ counted: share.label, said: sayShare(share) }))
    : [{ counted: undefined, said: sayPooled(endpoint, values) }];
};

/**
 * What may be shown of the planned analyses while nobody may know the arms: each endpoint in its population, all arms
 * together, as a share or a mean with its interval. Nothing is compared, tested, or split.
 */
export const pooledTable = (study: Study, valuesOf: ValuesOf): Table => {
  const rowsOf = (analysis: AnalysisDefinition): Table['rows'] => {
    const endpoint = study.endpoints.find(({ of }) => of.id === analysis.endpoint);
    if (endpoint === undefined) throw new Error(`analysis ${analysis.id} has no endpoint ${analysis.endpoint}`);
    const values = analysedValues(analysis, study, valuesOf);
    const rests = values.map((value) => valueId(value));
    const label = `${titleWithUnit(analysis, study)}, ${populationWords[analysis.population]}`;
    return saidOf(endpoint, values).map(({ counted, said }) => {
      const own = counted === undefined ? label : `${label}: ${counted}`;
      const id = `${analysis.id}/pooled${counted === undefined ? '' : `/${counted}`}`;
      return { label: own, cells: [{ id, label: `${own}, all arms together`, ...said, rests }] };
    });
  };
  return {
    id: 'pooled',
    title: 'Planned analyses, all arms together: the arms are masked and nothing is compared',
    columns: ['all participants'],
    rows: study.definition.analyses.flatMap(rowsOf),
    notes: ['shares with Clopper–Pearson intervals, means with Student intervals, 95%; no test, no arm'],
  };
};
