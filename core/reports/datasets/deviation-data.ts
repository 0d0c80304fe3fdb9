import type { Participant } from '#core/conduct/participant.ts';
import type { Deviation } from '#core/deviations/deviation.ts';
import { type DataSet, dataSet, textColumn } from './data-set.ts';

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
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('kind', 'kind of deviation', (row) => row.kind),
      textColumn('importance', 'important or minor', (row) => row.importance),
      textColumn('visit', 'visit', (row) => row.visit),
      textColumn('says', 'what happened', (row) => row.says, 'words'),
    ],
    rows,
  );
