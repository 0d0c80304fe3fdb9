import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { type DataSet, dataSet } from './data-set.ts';

/** One deviation from the protocol, with the arm of whom it concerns. */
export interface DeviationData extends Deviation {
  readonly arm: string | undefined;
}

/** Every deviation of the trial. */
export const deviationData = (
  participants: readonly Participant[],
  deviations: readonly Deviation[],
): readonly DeviationData[] => {
  const arms = new Map(participants.map(({ id = '', arm }) => [id, arm]));
  return deviations.map((each) => ({ ...each, arm: arms.get(each.participant) }));
};

/** The same as a table. */
export const deviationSet = (rows: readonly DeviationData[]): DataSet =>
  dataSet<DeviationData>(
    'deviations',
    'Deviations from the protocol',
    [
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'arm', label: 'arm of the allocation', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      { name: 'kind', label: 'kind of deviation', kind: 'text', tells: 'nothing', read: (row) => row.kind },
      {
        name: 'importance',
        label: 'important or minor',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.importance,
      },
      { name: 'visit', label: 'visit', kind: 'text', tells: 'nothing', read: (row) => row.visit },
      { name: 'says', label: 'what happened', kind: 'text', tells: 'words', read: (row) => row.says },
    ],
    rows,
  );
