import type { HandedMedicine, Participant } from '#core/conduct/participant.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { readDate } from '#core/quantities/partial-date.ts';
import type { Study } from '#core/study/study.ts';
import type { Figure, Table } from './figure.ts';
import { toldArms } from './told-arms.ts';

interface ConductRow {
  readonly id: string;
  readonly label: string;
  /** The records of one participant that are counted. */
  readonly recordsOf: (participant: Participant, study: Study) => readonly string[];
  /** Units of medicine in the records of an arm. */
  readonly adding?: (people: readonly Participant[]) => number;
}

/** Counted from allocation, as the windows are; what was held before has none. */
const isOutside = (study: Study, { allocated }: Participant, visit: string, on: string): boolean => {
  const plan = study.definition.visits.find(({ id }) => id === visit);
  const [zero, day] = [readDay(allocated?.on ?? ''), readDay(on)];
  if (plan === undefined || zero === undefined || day === undefined || day < zero || plan.day < 0) return false;
  return day < zero + plan.earliest || day > zero + plan.latest;
};

const visits = ({ visits: all }: Participant, holds: (visit: string, on: string | undefined) => boolean) =>
  [...all].flatMap(([visit, { on, record }]) => (holds(visit, on) ? [record] : []));

/** Those that certainly began before the day of allocation are history; one whose date leaves it open is counted. */
const adverseEvents = ({ history, allocated }: Participant): Participant['history'] => {
  const zero = readDay(allocated?.on ?? '');
  return history.filter(({ source, start }) => {
    const began = readDate(start);
    return source === 'adverse event' && (zero === undefined || began === undefined || began.last >= zero);
  });
};

const eventRecords =
  (holds: (serious: boolean | undefined) => boolean) =>
  (participant: Participant): readonly string[] =>
    adverseEvents(participant).flatMap(({ attributes, record }) => (holds(attributes?.serious) ? [record] : []));

const first = (records: readonly string[]): readonly string[] => records.slice(0, 1);

const records = (list: readonly { readonly record: string }[]): readonly string[] => list.map(({ record }) => record);

const units =
  (of: (participant: Participant) => readonly HandedMedicine[]) =>
  (people: readonly Participant[]): number =>
    people.flatMap(of).reduce((sum, each) => sum + each.units, 0);

const corrected = ({ acts }: Participant): readonly string[] => {
  const record = acts.get('item corrected');
  return record === undefined ? [] : [record];
};

const rows: readonly ConductRow[] = [
  { id: 'held', label: 'visits held', recordsOf: (each) => visits(each, (_, on) => on !== undefined) },
  {
    id: 'outside',
    label: 'of these outside their window',
    recordsOf: (each, study) => visits(each, (visit, on) => on !== undefined && isOutside(study, each, visit, on)),
  },
  { id: 'missed', label: 'visits missed', recordsOf: (each) => visits(each, (_, on) => on === undefined) },
  { id: 'given', label: 'doses given', recordsOf: ({ doses }) => records(doses) },
  { id: 'not-given', label: 'doses missed', recordsOf: ({ missedDoses }) => records(missedDoses) },
  {
    id: 'dispensed',
    label: 'medicine handed out',
    recordsOf: ({ dispensed }) => records(dispensed),
    adding: units(({ dispensed }) => dispensed),
  },
  {
    id: 'returned',
    label: 'medicine brought back',
    recordsOf: ({ returned }) => records(returned),
    adding: units(({ returned }) => returned),
  },
  { id: 'corrected', label: 'participants with a corrected item', recordsOf: corrected },
  { id: 'events', label: 'adverse events', recordsOf: eventRecords(() => true) },
  { id: 'serious', label: 'of these serious', recordsOf: eventRecords((serious) => serious === true) },
  {
    id: 'unsaid',
    label: 'of these not said whether serious',
    recordsOf: eventRecords((serious) => serious === undefined),
  },
  {
    id: 'with-event',
    label: 'participants with an adverse event',
    recordsOf: (each) => first(eventRecords(() => true)(each)),
  },
  {
    id: 'with-serious',
    label: 'participants with a serious one',
    recordsOf: (each) => first(eventRecords((serious) => serious === true)(each)),
  },
];

/** Shown even where they count nothing: that nothing happened is said. */
const always: ReadonlySet<string> = new Set(['held', 'outside', 'missed', 'given', 'events', 'serious', 'with-event']);

/**
 * What was done and what happened, by arm, of those who were allocated: visits, doses, medicine for the home and adverse
 * events from the day of allocation. Each figure rests on the records that it counts. How often items were corrected
 * the folded participant does not say; whether any was, it does.
 */
export const conductTable = (study: Study, participants: readonly Participant[]): Table => {
  const arms = toldArms(study, participants).map(({ id, holds }) => ({
    id,
    people: participants.filter((each) => each.allocated !== undefined && holds(each.arm)),
  }));
  const shown = rows.map(({ id, label, recordsOf, adding }) => ({
    id,
    label,
    cells: arms.map((arm): Figure => {
      const rests = arm.people.flatMap((each) => recordsOf(each, study));
      const doses = adding?.(arm.people) ?? 0;
      const value = doses === 0 ? String(rests.length) : `${rests.length} (${doses} doses)`;
      const numbers = { records: rests.length, ...(doses === 0 ? {} : { doses }) };
      return { id: `conduct/${arm.id}/${id}`, label: `${label}, ${arm.id}`, value, rests, numbers };
    }),
  }));
  return {
    id: 'conduct',
    title: 'What was done and what happened after allocation',
    columns: arms.map(({ id }) => id),
    rows: shown
      .filter(({ id, cells }) => always.has(id) || cells.some(({ rests }) => rests.length > 0))
      .map(({ label, cells }) => ({ label, cells })),
  };
};
