import { type ArmResult, analyseBinary, isComputed } from '#core/endpoints/analyse.ts';
import {
  analyseNonInferiority,
  isNonInferiority,
  type NonInferiorityResult,
} from '#core/endpoints/analyse-non-inferiority.ts';
import { analyseStratified, isStratified } from '#core/endpoints/analyse-stratified.ts';
import type { NotEstimable } from '#core/statistics/counts.ts';
import type { AnalysisDefinition, AnalysisPopulation, ProportionComparison } from '#core/study/schema-analyses.ts';
import type { ForestRow } from '../chart.ts';
import type { ChartScene } from './chart-scene.ts';

/** A row of a forest that says which comparison it belongs to: rows from elsewhere can join. */
export interface ForestEntry extends ForestRow {
  /** The analysis that it stands beside, where that is not the first of its endpoint: its population is then said. */
  readonly analysis?: string;
  readonly endpoint: string;
  readonly experimental: string;
  readonly control: string;
}

interface ForestEnds {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** How a row names the population of its analysis. */
export const populationWords: Readonly<Record<AnalysisPopulation, string>> = {
  randomised: 'All randomised',
  treated: 'All treated',
  'per protocol': 'Per protocol',
  'all enrolled': 'All enrolled',
};

/** "12/20 v 9/20" */
export const sayCounts = (experimental: ArmResult['counts'], control: ArmResult['counts']): string =>
  [experimental, control].map(({ events, of }) => `${events}/${of}`).join(' v ');

/** The estimate and interval of a row, both missing where there is none. */
export const effectOf = (found: ForestEnds | NotEstimable<string>): Pick<ForestRow, 'estimate' | 'interval'> =>
  'notEstimable' in found
    ? { estimate: undefined, interval: undefined }
    : { estimate: found.estimate, interval: { lower: found.lower, upper: found.upper } };

const nonInferiorityRows = ({ analysis, views, stratified }: NonInferiorityResult): readonly ForestRow[] => {
  const name = populationWords[analysis.population];
  const row = (label: string, id: string, at: number, found: ForestEnds | NotEstimable<string>): ForestRow => {
    const { experimental, control } = views[at] ?? views[0];
    const counts = sayCounts(experimental.counts, control.counts);
    return { label, role: 'sensitivity', counts, ...effectOf(found), rests: [`${analysis.id}/${id}/difference`] };
  };
  return [
    ...views.map(({ view, test }, index) =>
      row(index === 0 ? name : `${name}, missing ${view}`, `view-${index}`, index, test),
    ),
    ...(stratified === undefined || 'notEstimable' in stratified
      ? []
      : [row(`${name}, by strata`, 'strata', 0, stratified.interval)]),
  ];
};

const rowsOf = (analysis: AnalysisDefinition, scene: ChartScene): readonly ForestRow[] => {
  const { study, valuesOf, people } = scene;
  const strata = new Map(people.map(({ id, participant }) => [id, participant.allocated?.slot?.stratum]));
  const stratumOf = (id: string) => strata.get(id);
  if (isNonInferiority(analysis))
    return nonInferiorityRows(analyseNonInferiority(analysis, study, valuesOf, stratumOf));
  if (!isComputed(analysis) && !isStratified(analysis)) return [];
  const { experimental, control, interval } = isComputed(analysis)
    ? analyseBinary(analysis, study, valuesOf)
    : analyseStratified(analysis, study, valuesOf, stratumOf);
  const counts = sayCounts(experimental.counts, control.counts);
  const by = isStratified(analysis) ? ', by strata' : '';
  const label = `${populationWords[analysis.population]}${by}`;
  return [{ label, role: 'sensitivity', counts, ...effectOf(interval), rests: [`${analysis.id}/difference`] }];
};

/** The comparisons of proportions that are computed. */
export const comparisonsOf = ({ study: { definition } }: ChartScene): readonly ProportionComparison[] =>
  definition.analyses.flatMap((each) =>
    each.kind === 'compare proportions' && (isNonInferiority(each) || isComputed(each) || isStratified(each))
      ? [each]
      : [],
  );

/**
 * The planned comparisons of one endpoint between the same arms; what the first of them says first is the main one. With
 * `isPlain` each has one row: its other views come from elsewhere.
 */
export const plannedRows = (
  analyses: readonly ProportionComparison[],
  scene: ChartScene,
  isPlain: boolean,
): readonly ForestRow[] =>
  analyses
    .flatMap((analysis) => rowsOf(analysis, scene).slice(0, isPlain ? 1 : undefined))
    .map((row, index) => (index === 0 ? { ...row, role: 'main' } : row));
