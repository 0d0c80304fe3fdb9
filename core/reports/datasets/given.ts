import type { Participant } from '#core/conduct/participant.ts';
import { founding, masked, sceneOfPeople, six } from '#core/reports/charts/given.ts';
import { membershipIn } from '#core/reports/membership.ts';
import type { DataSet } from './data-set.ts';
import { type TrialData, trialData } from './trial-data.ts';

/** The data of some people of NCT05631717. */
export const dataOfPeople = (people: readonly Participant[]): TrialData =>
  trialData({
    scene: sceneOfPeople(founding, people),
    participants: people,
    deviations: [],
    memberOf: membershipIn(founding, people, []).of,
  });

export const sixData: TrialData = dataOfPeople(six);
export const maskedData: TrialData = dataOfPeople(masked);

/** A cell of a data set, by the words in its first column and the name of its column. */
export const cellOf = ({ columns, rows }: DataSet, first: string, column: string): string | undefined => {
  const at = columns.findIndex(({ name }) => name === column);
  const row = rows.find(([code]) => code !== undefined && 'words' in code && code.words === first);
  const cell = row?.[at];
  if (cell === undefined) return undefined;
  return 'words' in cell ? cell.words : cell.number;
};
