import type { Counts } from '#core/statistics/counts.ts';
import type { AnalysisPopulation } from '#core/study/schema-analyses.ts';
import type { AnalysisValue } from '../analysis-value.ts';
import { type EstimateRow, type MethodFinding, type RowKind, rowLabels, type SensitivityKind } from './estimate-row.ts';

/** A row, of which only what is found and whom it rests on have to be said. */
export const rowOf = (
  kind: RowKind,
  { found, method }: MethodFinding,
  who: Pick<EstimateRow, 'counts' | 'countNumbers' | 'values'> &
    Partial<Pick<EstimateRow, 'records' | 'notes' | 'drawn'>>,
): EstimateRow => ({
  kind,
  label: rowLabels[kind],
  role: kind === 'main' ? 'main' : 'sensitivity',
  found,
  method,
  records: [],
  notes: [],
  ...who,
});

/** "12/20 v 9/20" */
export const sayCounts = (
  arm1: Counts,
  arm0: Counts,
  values: readonly AnalysisValue[],
): Pick<EstimateRow, 'counts' | 'countNumbers' | 'values'> => ({
  counts: `${arm1.events}/${arm1.of} v ${arm0.events}/${arm0.of}`,
  countNumbers: { events1: arm1.events, of1: arm1.of, events0: arm0.events, of0: arm0.of },
  values,
});

/** "18 v 19" */
export const sayKnown = (
  known1: number,
  known0: number,
  values: readonly AnalysisValue[],
): Pick<EstimateRow, 'counts' | 'countNumbers' | 'values'> => ({
  counts: `${known1} v ${known0}`,
  countNumbers: { n1: known1, n0: known0 },
  values,
});

const populationKinds = {
  randomised: 'randomised population',
  treated: 'treated population',
  'per protocol': 'per protocol population',
} as const satisfies Partial<Record<AnalysisPopulation, SensitivityKind>>;

/** The populations beside that of the analysis, with the kind of their row. */
export const otherPopulations = (own: AnalysisPopulation) =>
  (['randomised', 'treated', 'per protocol'] as const)
    .filter((population) => population !== own)
    .map((population) => ({ population, kind: populationKinds[population] }));
