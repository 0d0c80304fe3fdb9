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
import { type DataSet, dataSet, dayColumn, numberColumn, textColumn, yesNoColumn } from './data-set.ts';

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
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm received', 'arm received', (row) => row.arm),
      textColumn('term', 'coded term, or what was recorded', (row) => row.term),
      textColumn('class', 'class of the term', (row) => row.class),
      numberColumn('grade', 'grade, 1 to 5', (row) => row.grade),
      yesNoColumn('serious', 'serious', (row) => row.serious),
      yesNoColumn('related', 'suspected by investigator or sponsor', (row) => row.related),
      yesNoColumn('fatal', 'fatal', (row) => row.fatal),
      textColumn('action', 'what was done with the treatment', (row) => row.action),
      textColumn('outcome', 'outcome', (row) => row.outcome),
      dayColumn('start', 'day on which it began, where known', (row) => row.start),
      dayColumn('end', 'day on which it ended, where known', (row) => row.end),
      textColumn('emergent', 'began or worsened under treatment: true, false, unknown', (row) => row.emergent),
      yesNoColumn('from allocation', 'may have begun on or after the day of allocation', (row) => row.isFromAllocation),
      yesNoColumn('recorded serious', 'serious, as its record says', (row) => row.recordedSerious),
      textColumn('of interest', 'events of special interest that it is', (row) => row.interest.join(' ')),
    ],
    rows,
  );
