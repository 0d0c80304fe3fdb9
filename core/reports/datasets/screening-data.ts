import type { Participant } from '#core/conduct/participant.ts';
import type { CriterionFound } from '#core/conduct/trial-event.ts';
import { placeOf, wordOf } from '#core/reports/participant-flow.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet } from './data-set.ts';

/** One person who was identified, and how far they came. */
export interface ScreeningData {
  readonly participant: string;
  readonly site: string;
  readonly place: string;
  readonly verdict: string | undefined;
  /** Ids of the criteria that failed, and of those that could not be answered. */
  readonly failed: readonly string[];
  readonly open: readonly string[];
  readonly arm: string | undefined;
  readonly hasReceived: boolean;
  readonly hasDiscontinued: boolean;
  readonly ended: string | undefined;
}

const dataOf = (participant: Participant, study: Study): ScreeningData => {
  const { id = '', site = '', assessed, arm, doses, dispensed, discontinued, ended } = participant;
  const found = (result: CriterionFound['result']): readonly string[] =>
    (assessed?.found ?? []).flatMap((each) => (each.result === result ? [each.criterion] : []));
  return {
    participant: id,
    site,
    place: placeOf(participant).replace('allocated', wordOf(study)),
    verdict: assessed?.verdict,
    failed: found('fails'),
    open: found('not known'),
    arm,
    hasReceived: doses.length + dispensed.length > 0,
    hasDiscontinued: discontinued !== undefined,
    ended: ended?.how,
  };
};

/** Everybody who was identified. */
export const screeningData = (study: Study, participants: readonly Participant[]): readonly ScreeningData[] =>
  participants.map((participant) => dataOf(participant, study));

/** The same as a table. */
export const screeningSet = (rows: readonly ScreeningData[]): DataSet =>
  dataSet<ScreeningData>(
    'screening',
    'One line for each person who was identified',
    [
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'site', label: 'site', kind: 'text', tells: 'place', read: (row) => row.site },
      { name: 'place', label: 'how far somebody came', kind: 'text', tells: 'nothing', read: (row) => row.place },
      { name: 'verdict', label: 'eligibility', kind: 'text', tells: 'nothing', read: (row) => row.verdict },
      {
        name: 'failed',
        label: 'criteria that failed',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.failed.join(' '),
      },
      {
        name: 'open',
        label: 'criteria that were not answered',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.open.join(' '),
      },
      { name: 'arm', label: 'arm of the allocation', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      {
        name: 'received',
        label: 'at least one dose, or medicine for the home',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.hasReceived,
      },
      {
        name: 'discontinued',
        label: 'treatment stopped',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.hasDiscontinued,
      },
      { name: 'ended', label: 'how participation ended', kind: 'text', tells: 'nothing', read: (row) => row.ended },
    ],
    rows,
  );
