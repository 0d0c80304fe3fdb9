import type { StandingRecord } from '#core/conduct/participant.ts';
import { lastVersion } from '#core/conduct/safety-file/safety-file.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { ChartScene, ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { isSuspected } from '#core/safety/clocks/safety-case.ts';
import { safetyCaseOf } from '#core/safety/events/safety-case-of.ts';
import { specialInterestOf } from '#core/safety/events/special-interest.ts';
import { isTreatmentEmergent } from '#core/safety/events/treatment-emergent.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet } from './data-set.ts';

/** One adverse event as it stands. */
export interface AdverseEventData {
  readonly participant: string;
  /** The arm under which safety counts the participant. */
  readonly arm: string;
  /** The coded term, what was reported, or the concept of the record. */
  readonly term: string;
  readonly class: string;
  /** Undefined for one that was never reported beyond its record. */
  readonly grade: number | undefined;
  readonly serious: boolean;
  /** Suspected by the investigator or the sponsor. */
  readonly related: boolean | undefined;
  readonly fatal: boolean;
  readonly action: string | undefined;
  readonly outcome: string | undefined;
  /** Days from allocation; undefined where the date is known in part. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** Whether it may have begun on or after the day of allocation. */
  readonly isFromAllocation: boolean;
  /** As its record says, which a report may say more of. */
  readonly recordedSerious: boolean | undefined;
  readonly emergent: Truth;
  /** Ids of the study's events of special interest that it certainly is. */
  readonly interest: readonly string[];
  readonly record: string;
}

const uncoded = 'not coded';

const dayIn = ({ zero }: ScenePerson, written: string | undefined): number | undefined => {
  const date = written === undefined ? undefined : readDate(written);
  return date !== undefined && date.first === date.last ? date.first - zero : undefined;
};

const dataOf = (person: ScenePerson, study: Study, arm: string, event: StandingRecord): AdverseEventData => {
  const { participant } = person;
  const file = participant.safety.events.get(event.record);
  const said = file && lastVersion(file).said;
  const seen = file && safetyCaseOf(study, participant, event, file);
  const code = participant.review.codes.get(event.record);
  return {
    participant: person.id,
    arm,
    term: code?.term ?? said?.term ?? event.concept,
    class: code?.class ?? uncoded,
    grade: said?.grade,
    serious: seen?.isSerious ?? event.attributes?.serious === true,
    related: seen === undefined ? event.attributes?.related : isSuspected(seen),
    fatal:
      said?.outcome === 'fatal' || said?.seriousness.includes('death') === true || event.attributes?.fatal === true,
    action: said?.action,
    outcome: said?.outcome,
    start: dayIn(person, event.start),
    end: event.end === 'ongoing' ? undefined : dayIn(person, event.end),
    isFromAllocation: (readDate(event.start)?.last ?? person.zero) >= person.zero,
    recordedSerious: event.attributes?.serious,
    emergent: isTreatmentEmergent(study, participant, event),
    interest: [...specialInterestOf(study, participant, event)].flatMap(([id, truth]) =>
      truth === 'true' ? [id] : [],
    ),
    record: event.record,
  };
};

/** The adverse events of everybody who was allocated, in the order of participants and of their records. */
export const adverseEventData = (
  { study, people }: ChartScene,
  armOf: (participant: string) => string,
): readonly AdverseEventData[] =>
  people.flatMap((person) =>
    person.participant.history
      .filter(({ source }) => source === 'adverse event')
      .map((event) => dataOf(person, study, armOf(person.id), event)),
  );

/** The same as a table. */
export const adverseEventSet = (rows: readonly AdverseEventData[]): DataSet =>
  dataSet<AdverseEventData>(
    'adverse-events',
    'Adverse events as they stand',
    [
      { name: 'participant', label: 'code', kind: 'text', tells: 'code', read: (row) => row.participant },
      { name: 'arm received', label: 'arm received', kind: 'text', tells: 'nothing', read: (row) => row.arm },
      {
        name: 'term',
        label: 'coded term, or what was recorded',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.term,
      },
      { name: 'class', label: 'class of the term', kind: 'text', tells: 'nothing', read: (row) => row.class },
      { name: 'grade', label: 'grade, 1 to 5', kind: 'number', tells: 'nothing', read: (row) => row.grade },
      { name: 'serious', label: 'serious', kind: 'yes or no', tells: 'nothing', read: (row) => row.serious },
      {
        name: 'related',
        label: 'suspected by investigator or sponsor',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.related,
      },
      { name: 'fatal', label: 'fatal', kind: 'yes or no', tells: 'nothing', read: (row) => row.fatal },
      {
        name: 'action',
        label: 'what was done with the treatment',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.action,
      },
      { name: 'outcome', label: 'outcome', kind: 'text', tells: 'nothing', read: (row) => row.outcome },
      {
        name: 'start',
        label: 'day on which it began, where known',
        kind: 'day',
        tells: 'nothing',
        read: (row) => row.start,
      },
      {
        name: 'end',
        label: 'day on which it ended, where known',
        kind: 'day',
        tells: 'nothing',
        read: (row) => row.end,
      },
      {
        name: 'emergent',
        label: 'began or worsened under treatment: true, false, unknown',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.emergent,
      },
      {
        name: 'from allocation',
        label: 'may have begun on or after the day of allocation',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.isFromAllocation,
      },
      {
        name: 'recorded serious',
        label: 'serious, as its record says',
        kind: 'yes or no',
        tells: 'nothing',
        read: (row) => row.recordedSerious,
      },
      {
        name: 'of interest',
        label: 'events of special interest that it is',
        kind: 'text',
        tells: 'nothing',
        read: (row) => row.interest.join(' '),
      },
    ],
    rows,
  );
