import { type Day, readDay } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Answer } from './instrument.ts';
import type { EarlierSitting, Measure, Sitting } from './measure.ts';
import { readsOf } from './measure-reads.ts';
import type { NormalRange } from './normal-range.ts';
import { mustFollow, writtenDate } from './written-dates.ts';
import { isFaulty, type ReadWritten, type WrittenFault } from './written-fault.ts';
import { itemsReader } from './written-items.ts';
import { type WrittenMedication, writtenMedication } from './written-medication.ts';
import type { WrittenItems } from './written-names.ts';
import { writtenNormalRange } from './written-normal-range.ts';

/** A visit before the one that is read, for what is compared with it. */
export interface WrittenVisit {
  readonly date: string;
  readonly items: WrittenItems;
}

/** What somebody wrote of one person on one day. Nothing is needed: what is left out is missing. */
export interface WrittenPerson {
  readonly born?: string | undefined;
  readonly sex?: string | undefined;
  /** The day of the visit; without it nothing that asks for the day is known. */
  readonly date?: string | undefined;
  /** The day on which this was written: no date may lie after it. */
  readonly today?: string | undefined;
  readonly items?: WrittenItems | undefined;
  readonly earlier?: readonly WrittenVisit[] | undefined;
  /** Limits of normal of the laboratory by measure: "7 to 40 U/L". */
  readonly normal?: Readonly<Record<string, string>> | undefined;
  readonly medication?: WrittenMedication | undefined;
}

const sexes = ['female', 'male'];

const described = (written: string | undefined, record: string): Answer | undefined =>
  written === undefined ? undefined : { written, unit: undefined, date: undefined, record };

const sexFaults = ({ sex }: WrittenPerson): readonly WrittenFault[] =>
  sex === undefined || sexes.includes(sex)
    ? []
    : [{ fault: 'value not accepted', path: ['sex'], of: 'sex', value: sex, accepted: sexes.join(', ') }];

const faultsOf = (answers: readonly (ReadWritten<unknown> | undefined)[]): readonly WrittenFault[] =>
  answers.flatMap((answer) => (answer !== undefined && isFaulty(answer) ? answer.faults : []));

const readOf = <T>(answer: ReadWritten<T> | undefined): T | undefined =>
  answer === undefined || isFaulty(answer) ? undefined : answer.read;

interface PersonDates {
  readonly date: PartialDate | undefined;
  readonly today: Day | undefined;
  readonly faults: readonly WrittenFault[];
}

const datesOf = ({ born, date, today }: WrittenPerson): PersonDates => {
  const now = today === undefined ? undefined : readDay(today);
  const birth = born === undefined ? undefined : writtenDate(born, ['born'], now);
  const visit = date === undefined ? undefined : writtenDate(date, ['date'], now);
  const [birthDate, visitDate] = [readOf(birth), readOf(visit)];
  const order = birthDate && visitDate ? mustFollow(visitDate, birthDate, ['date'], 'before birth') : [];
  const noToday: readonly WrittenFault[] =
    today === undefined || now !== undefined
      ? []
      : [{ fault: 'date impossible', path: ['today'], written: today, why: 'no date' }];
  return { date: visitDate, today: now, faults: [...faultsOf([birth, visit]), ...noToday, ...order] };
};

type ReadItemsOf = ReturnType<typeof itemsReader>;

const earlierSitting = (
  { date: written, items }: WrittenVisit,
  index: number,
  { date: visit, today }: PersonDates,
  readItems: ReadItemsOf,
): ReadWritten<EarlierSitting> => {
  const place = ['earlier', index];
  const date = writtenDate(written, [...place, 'date'], today);
  const { answers, faults } = readItems(items, written);
  const wrong = [...faultsOf([date]), ...faults.map((fault) => ({ ...fault, path: [...place, ...fault.path] }))];
  if (isFaulty(date) || wrong.length > 0) return { faults: wrong };
  if (visit !== undefined && date.read.last >= visit.first)
    return { faults: [{ fault: 'date impossible', path: [...place, 'date'], written, why: 'not before the visit' }] };
  return { read: { point: `earlier ${index + 1}`, date: date.read, answer: (item) => answers.get(item) } };
};

/** The latest first. */
const earlierSittings = (
  person: WrittenPerson,
  dates: PersonDates,
  readItems: ReadItemsOf,
): ReadWritten<readonly EarlierSitting[]> => {
  const visits = (person.earlier ?? []).map((visit, index) => earlierSitting(visit, index, dates, readItems));
  const faults = faultsOf(visits);
  if (faults.length > 0) return { faults };
  const read = visits.flatMap((visit) => readOf(visit) ?? []);
  return { read: read.toSorted((a, b) => (b.date?.first ?? 0) - (a.date?.first ?? 0)) };
};

const nothingTaken: Sitting['medication'] = { courses: [], completeThrough: undefined };

const medicationOf = ({ medication }: WrittenPerson): ReadWritten<Sitting['medication']> =>
  medication === undefined ? { read: nothingTaken } : writtenMedication(medication, ['medication']);

const rangesOf = ({ normal }: WrittenPerson) =>
  Object.entries(normal ?? {}).map(
    ([name, written]) => [name, writtenNormalRange(name, written, ['normal', name])] as const,
  );

/**
 * Reads what was written of persons into sittings for one measure. Every fault is told with its place and with what is
 * taken instead, and where there is one there is no sitting: a fault never becomes a value.
 */
export const sittingReader = (measure: Measure): ((person: WrittenPerson) => ReadWritten<Sitting>) => {
  const readItems = itemsReader(measure, readsOf(measure));
  return (person) => {
    const dates = datesOf(person);
    const items = readItems(person.items ?? {}, person.date);
    const earlier = earlierSittings(person, dates, readItems);
    const [normal, medication] = [rangesOf(person), medicationOf(person)];
    const more = faultsOf([earlier, ...normal.map(([, range]) => range), medication]);
    const faults = [...dates.faults, ...sexFaults(person), ...items.faults, ...more];
    if (faults.length > 0) return { faults };
    const ranges = new Map(
      normal.flatMap(([name, range]): [string, NormalRange][] => (isFaulty(range) ? [] : [[name, range.read]])),
    );
    return {
      read: {
        point: '',
        date: dates.date,
        answer: (item) => items.answers.get(item),
        earlier: readOf(earlier) ?? [],
        birth: described(person.born, 'born'),
        sex: described(person.sex, 'sex'),
        normalRange: (name) => ranges.get(name),
        medication: readOf(medication) ?? nothingTaken,
      },
    };
  };
};

/** One person for one measure; `sittingReader` where there are many. */
export const writtenSitting = (measure: Measure, person: WrittenPerson): ReadWritten<Sitting> =>
  sittingReader(measure)(person);
