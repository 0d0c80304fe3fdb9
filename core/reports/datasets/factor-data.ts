import type { Participant } from '#core/conduct/participant.ts';
import { factorsOf } from '#core/conduct/strata.ts';
import { allocationFactors } from '#core/endpoints/analyses/allocation-factors.ts';
import type { ChartScene } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet, textColumn } from './data-set.ts';

/** The level of one factor of the allocation that one participant has: what models adjust for. */
export interface FactorData {
  readonly participant: string;
  readonly factor: string;
  readonly level: string;
}

/** A stratum that was written down names the factor before its level; the site stands there by itself. */
const levelAlone = (factor: string, written: string): string =>
  written.startsWith(`${factor} `) ? written.slice(factor.length + 1) : written;

/** The factors of everybody who was allocated; they were known before the arm was. */
export const factorData = (
  { study, people }: Pick<ChartScene, 'study' | 'people'>,
  participants: readonly Participant[],
): readonly FactorData[] => {
  const levelsOf = allocationFactors(study, participants);
  const factors = factorsOf(study).map(({ id }) => id);
  return people.flatMap(({ id }) => {
    const levels = levelsOf(id);
    return factors.map((factor, index) => ({
      participant: id,
      factor,
      level: levelAlone(factor, levels[index] ?? ''),
    }));
  });
};

/** The same as a table. */
export const factorSet = (rows: readonly FactorData[]): DataSet =>
  dataSet<FactorData>(
    'factors',
    'The factors of the allocation, as models adjust for them',
    [
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('factor', 'factor', (row) => row.factor),
      textColumn('level', 'level at the allocation', (row) => row.level, 'place'),
    ],
    rows,
  );
