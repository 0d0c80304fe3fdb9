import { anchorOf } from '#core/endpoints/analyses/anchor-endpoint.ts';
import { asDouble, knownNumber } from '#core/endpoints/analyses/known-number.ts';
import type { ChartScene } from '#core/reports/charts/chart-scene.ts';
import { type DataSet, dataSet } from './data-set.ts';

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
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'arm', label: 'arm of the allocation', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      {
        name: 'endpoint',
        label: 'endpoint that is a change',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.endpoint,
      },
      {
        name: 'visit',
        label: 'visit from which it is taken',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.visit,
      },
      {
        name: 'value',
        label: 'the value there, in the unit of the change',
        kind: 'number',
        tells: 'nothing',
        read: (row) => row.value,
      },
      {
        name: 'added',
        label: 'whether this and the change are together the value at a visit',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.isAdded,
      },
    ],
    rows,
  );
