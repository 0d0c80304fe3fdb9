import { anchorOf } from '#core/endpoints/analyses/anchor-endpoint.ts';
import { asDouble, knownNumber } from '#core/endpoints/analyses/known-number.ts';
import type { ChartScene } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet, numberColumn, textColumn, yesNoColumn } from './data-set.ts';

/** What one participant had before a change: the measure of an endpoint at the visit from which it is taken. */
export interface BaselineData {
  readonly participant: string;
  readonly arm: string | undefined;
  readonly endpoint: string;
  readonly visit: string | undefined;
  /** Undefined where it is not known exactly. */
  readonly value: number | undefined;
  /** Whether value and change add up to the value at a later visit; a percent change or an area does not. */
  readonly isAdded: boolean;
}

/** The baselines of every endpoint that is a change, of everybody who was allocated. */
export const baselineData = ({ study, valuesOf }: Pick<ChartScene, 'study' | 'valuesOf'>): readonly BaselineData[] =>
  study.endpoints.flatMap((endpoint) => {
    const anchor = anchorOf(endpoint, study);
    if (anchor === undefined) return [];
    return valuesOf(anchor.endpoint).map((value): BaselineData => {
      const known = knownNumber(value);
      const { participant, arm, at: visit } = value;
      return {
        participant,
        arm,
        endpoint: endpoint.of.id,
        visit,
        value: known && asDouble(known),
        isAdded: anchor.isAdded,
      };
    });
  });

/** The same as a table. */
export const baselineSet = (rows: readonly BaselineData[]): DataSet =>
  dataSet<BaselineData>(
    'baselines',
    'The value from which each change is taken',
    [
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('endpoint', 'endpoint that is a change', (row) => row.endpoint),
      textColumn('visit', 'visit from which it is taken', (row) => row.visit),
      numberColumn('value', 'the value there, in the unit of the change', (row) => row.value),
      yesNoColumn('added', 'whether this and the change are together the value at a visit', (row) => row.isAdded),
    ],
    rows,
  );
