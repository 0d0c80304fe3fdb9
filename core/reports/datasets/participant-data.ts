import { doseShares } from '#core/endpoints/dose-share.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { ChartScene, ScenePerson } from '#core/reports/charts/chart-scene.ts';
import { exactNumber } from '#core/reports/charts/read-measure.ts';
import type { Membership } from '#core/reports/value-rows.ts';
import { exposureOf } from '#core/safety/events/exposure.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, dayColumn, numberColumn, textColumn, yesNoColumn } from './data-set.ts';

/** One participant who was allocated, in a line: what tables by participant are counted from. Days from allocation. */
export interface ParticipantData {
  readonly participant: string;
  readonly site: string;
  readonly stratum: string;
  readonly arm: string;
  /** The arm under which safety counts them. */
  readonly armReceived: string;
  readonly treated: boolean | undefined;
  readonly perProtocol: boolean | undefined;
  /** In years, by the convention of the study, at consent. */
  readonly age: number | undefined;
  readonly sex: string | undefined;
  readonly dosesPlanned: number;
  readonly dosesReceived: number;
  readonly firstDose: number | undefined;
  readonly lastDose: number | undefined;
  readonly discontinued: { readonly day: number; readonly why: string } | undefined;
  readonly ended: { readonly day: number; readonly how: string } | undefined;
  /** The last day on which anything was seen of them. */
  readonly lastSeen: number;
  /** Whether any item of theirs was corrected. */
  readonly isCorrected: boolean;
  /** Records behind the line: allocation, doses, discontinuation, end. */
  readonly records: readonly string[];
}

const dayIn = ({ zero }: ScenePerson, written: string | undefined): number | undefined => {
  const day = written === undefined ? undefined : readDay(written);
  return day === undefined ? undefined : day - zero;
};

const lastSeen = (person: ScenePerson): number => {
  const { visits, doses, ended } = person.participant;
  const days = [...[...visits.values()].map(({ on }) => on), ...doses.map(({ on }) => on), ended?.on];
  return Math.max(0, ...days.flatMap((written) => dayIn(person, written) ?? []));
};

const ageOf = ({ chart }: ScenePerson): number | undefined => {
  const age = chart.measure('age', 'consent');
  return age.kind === 'number' ? exactNumber(age.range) : undefined;
};

const recordsOf = ({ participant: { allocated, doses, dispensed, acts } }: ScenePerson): readonly string[] =>
  [
    allocated?.record,
    ...doses.map(({ record }) => record),
    ...dispensed.map(({ record }) => record),
    acts.get('treatment discontinued'),
    acts.get('participation ended'),
  ].filter((record) => record !== undefined);

const dataOf = (person: ScenePerson, study: Study, isPooled: boolean, membership: Membership): ParticipantData => {
  const { participant, arm, zero } = person;
  const exposure = isPooled ? 'not known' : exposureOf(study, participant);
  const days = exposure === 'not known' ? [] : exposure.map((day) => day - zero);
  const shares = isPooled ? [] : doseShares(study, participant);
  const sum = (of: 'planned' | 'received'): number => shares.reduce((all, share) => all + share[of], 0);
  const [discontinuedOn, endedOn] = [dayIn(person, participant.discontinued?.on), dayIn(person, participant.ended?.on)];
  return {
    participant: person.id,
    site: participant.site ?? '',
    stratum: participant.allocated?.slot?.stratum ?? '',
    arm,
    armReceived: isPooled ? arm : (membership.treated?.armTaken ?? arm),
    treated: membership.treated?.in,
    perProtocol: membership.perProtocol?.in,
    age: ageOf(person),
    sex: participant.sex,
    dosesPlanned: sum('planned'),
    dosesReceived: sum('received'),
    firstDose: days[0],
    lastDose: days.at(-1),
    discontinued:
      participant.discontinued === undefined || discontinuedOn === undefined
        ? undefined
        : { day: discontinuedOn, why: participant.discontinued.why },
    ended:
      participant.ended === undefined || endedOn === undefined
        ? undefined
        : { day: endedOn, how: participant.ended.how },
    lastSeen: lastSeen(person),
    isCorrected: participant.acts.has('item corrected'),
    records: recordsOf(person),
  };
};

/** Everybody who was allocated. While arms are masked nothing that hangs on the arm is told: neither doses nor populations by arm. */
export const participantData = (
  { study, people, isPooled }: ChartScene,
  memberOf: (participant: string) => Membership,
): readonly ParticipantData[] => people.map((person) => dataOf(person, study, isPooled, memberOf(person.id)));

/** The same as a table. */
export const participantSet = (rows: readonly ParticipantData[]): DataSet =>
  dataSet<ParticipantData>(
    'participants',
    'One line for each participant who was allocated',
    [
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('site', 'site', (row) => row.site, 'place'),
      textColumn('stratum', 'stratum of the allocation', (row) => row.stratum, 'place'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('arm received', 'arm received', (row) => row.armReceived),
      yesNoColumn('treated', 'of the treated', (row) => row.treated),
      yesNoColumn('per protocol', 'per protocol', (row) => row.perProtocol),
      numberColumn('age', 'age at consent', (row) => row.age, 'years'),
      textColumn('sex', 'sex', (row) => row.sex),
      numberColumn('doses planned', 'doses of the plan to the primary endpoint', (row) => row.dosesPlanned),
      numberColumn('doses received', 'of these received', (row) => row.dosesReceived),
      dayColumn('first dose', 'day of the first dose', (row) => row.firstDose),
      dayColumn('last dose', 'day of the last dose', (row) => row.lastDose),
      dayColumn('discontinued', 'day on which treatment was stopped', (row) => row.discontinued?.day),
      textColumn('why discontinued', 'why treatment was stopped', (row) => row.discontinued?.why, 'words'),
      dayColumn('ended', 'day on which participation ended', (row) => row.ended?.day),
      textColumn('how ended', 'how participation ended', (row) => row.ended?.how),
      dayColumn('last seen', 'last day on which anything was seen', (row) => row.lastSeen),
      yesNoColumn('corrected', 'whether any item was corrected', (row) => row.isCorrected),
    ],
    rows,
  );
