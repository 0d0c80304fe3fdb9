import type { Participant } from '#core/conduct/participant.ts';
import type { CriterionFound } from '#core/conduct/trial-event.ts';
import { placeOf, wordOf } from '#core/reports/participant-flow.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, textColumn, yesNoColumn } from './data-set.ts';

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
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('site', 'site', (row) => row.site, 'place'),
      textColumn('place', 'how far somebody came', (row) => row.place),
      textColumn('verdict', 'eligibility', (row) => row.verdict),
      textColumn('failed', 'criteria that failed', (row) => row.failed.join(' ')),
      textColumn('open', 'criteria that were not answered', (row) => row.open.join(' ')),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      yesNoColumn('received', 'at least one dose, or medicine for the home', (row) => row.hasReceived),
      yesNoColumn('discontinued', 'treatment stopped', (row) => row.hasDiscontinued),
      textColumn('ended', 'how participation ended', (row) => row.ended),
    ],
    rows,
  );
