import { type Day, readDay } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { Answer } from './instrument.ts';
import type { Measure, Sitting } from './measure.ts';
import { readsOf } from './measure-reads.ts';
import type { NormalRange } from './normal-range.ts';
import { mustFollow, writtenDate } from './written-dates.ts';
import { isFaulty, type ReadWritten, type WrittenFault } from './written-fault.ts';
import { itemsReader } from './written-items.ts';
import { type WrittenMedication, writtenMedication } from './written-medication.ts';
import type { WrittenItems } from './written-names.ts';
import { writtenNormalRange } from './written-normal-range.ts';

/** What somebody wrote of one person on one day. Nothing is needed: what is left out is missing. */
export interface WrittenPerson {
  readonly born?: string | undefined;
  readonly sex?: string | undefined;
  /** The day of the visit; without it nothing that asks for the day is known. */
  readonly date?: string | undefined;
  /** The day on which this was written: no date may lie after it. */
  readonly today?: string | undefined;
  readonly items?: WrittenItems | undefined;
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

const dateOf = (answer: ReadWritten<PartialDate> | undefined): PartialDate | undefined =>
  answer === undefined || isFaulty(answer) ? undefined : answer.read;

interface PersonDates {
  readonly date: PartialDate | undefined;
  readonly faults: readonly WrittenFault[];
}

const datesOf = ({ born, date, today }: WrittenPerson): PersonDates => {
  const now: Day | undefined = today === undefined ? undefined : readDay(today);
  const [birth, visit] = [born, date].map((written, index) =>
    written === undefined ? undefined : writtenDate(written, [index === 0 ? 'born' : 'date'], now),
  );
  const [birthDate, visitDate] = [dateOf(birth), dateOf(visit)];
  const order = birthDate && visitDate ? mustFollow(visitDate, birthDate, ['date'], 'before birth') : [];
  const noToday = today === undefined || now !== undefined ? undefined : writtenDate(today, ['today'], undefined);
  const partToday: readonly WrittenFault[] =
    noToday === undefined || isFaulty(noToday)
      ? []
      : [{ fault: 'date impossible', path: ['today'], written: noToday.read.written, why: 'no date' }];
  return { date: visitDate, faults: [...faultsOf([birth, visit, noToday]), ...partToday, ...order] };
};

const nothingTaken: Sitting['medication'] = { courses: [], completeThrough: undefined };

/**
 * Reads what was written of persons into sittings for one measure. Every fault is told with its place and with what is
 * taken instead, and where there is one there is no sitting: a fault never becomes a value.
 */
export const sittingReader = (measure: Measure): ((person: WrittenPerson) => ReadWritten<Sitting>) => {
  const readItems = itemsReader(measure, readsOf(measure));
  return (person) => {
    const dates = datesOf(person);
    const items = readItems(person.items ?? {}, person.date);
    const normal = Object.entries(person.normal ?? {}).map(
      ([name, written]) => [name, writtenNormalRange(name, written, ['normal', name])] as const,
    );
    const medication =
      person.medication === undefined ? { read: nothingTaken } : writtenMedication(person.medication, ['medication']);
    const faults = [
      ...dates.faults,
      ...sexFaults(person),
      ...items.faults,
      ...faultsOf(normal.map(([, range]) => range)),
    ];
    if (isFaulty(medication)) return { faults: [...faults, ...medication.faults] };
    if (faults.length > 0) return { faults };
    const ranges = new Map<string, NormalRange>(
      normal.flatMap(([name, range]) => (isFaulty(range) ? [] : [[name, range.read]])),
    );
    return {
      read: {
        point: '',
        date: dates.date,
        answer: (item) => items.answers.get(item),
        earlier: [],
        birth: described(person.born, 'born'),
        sex: described(person.sex, 'sex'),
        normalRange: (name) => ranges.get(name),
        medication: medication.read,
      },
    };
  };
};

/** One person for one measure; `sittingReader` where there are many. */
export const writtenSitting = (measure: Measure, person: WrittenPerson): ReadWritten<Sitting> =>
  sittingReader(measure)(person);
