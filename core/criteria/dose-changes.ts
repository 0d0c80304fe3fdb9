import type { Day } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import { compare, multiply, type Rational, rational } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { HistoryRecord } from './chart.ts';
import type { RecordVerb } from './syntax.ts';

/** The verbs that ask for changes of dose, each with the changes that it means. */
const asked = {
  'changed dose of': { doses: ['reduced', 'raised', 'changed'], ends: ['started', 'stopped'] },
  'reduced dose of': { doses: ['reduced', 'changed'], ends: ['stopped'] },
  'raised dose of': { doses: ['raised', 'changed'], ends: ['started'] },
} as const satisfies Partial<Record<RecordVerb, { doses: readonly string[]; ends: readonly string[] }>>;

type DoseVerb = keyof typeof asked;

export const isDoseChange = (verb: RecordVerb): verb is DoseVerb => Object.hasOwn(asked, verb);

/** Is a change what a verb asks for? A stop is a reduction and a start a rise, where they count. */
export const isAskedChange = ({ what }: DoseChange, verb: DoseVerb, counting: boolean): boolean => {
  const { doses, ends } = asked[verb];
  return [...doses, ...(counting ? ends : [])].some((each) => each === what);
};

/** A day on which the dose of one drug changed; `certain` is false when the doses do not say whether it did. */
export interface DoseChange {
  readonly record: HistoryRecord;
  readonly on: PartialDate;
  readonly what: 'reduced' | 'raised' | 'changed' | 'started' | 'stopped';
  readonly certain: boolean;
}

const lastDay = (record: HistoryRecord): Day | undefined => {
  if (record.end === 'ongoing') return undefined;
  return record.end === 'single' ? record.start.last : record.end.last;
};

/** What is taken in a day on average, in base units; undefined where the dose does not say. */
const rateOf = (dose: HistoryRecord['dose']): { readonly amount: Rational; readonly dimension: string } | undefined => {
  if (dose === undefined) return undefined;
  const [decimal, unit] = [readDecimal(dose.amount), readUnit(dose.unit)];
  if (decimal === undefined || !isUnit(unit)) return undefined;
  const daily = multiply(multiply(rationalOf(decimal), unit.factor), rational(dose.timesADay, dose.everyDays));
  return { amount: daily, dimension: unit.dimension };
};

/**
 * How the dose changed, or not at all. 1 g is 1000 mg, and 5 mg twice a day 10 mg once; where the doses do not say
 * (none recorded, mg beside mg/kg) it may have changed either way.
 */
const changeOf = (before: HistoryRecord, now: HistoryRecord): DoseChange['what'] | 'same' => {
  const [old, next] = [rateOf(before.dose), rateOf(now.dose)];
  if (old === undefined || next === undefined || old.dimension !== next.dimension) return 'changed';
  const order = compare(next.amount, old.amount);
  return order === 0 ? 'same' : order < 0 ? 'reduced' : 'raised';
};

/** A course that begins no later than the day after the last one ended continues it. */
const continues = (before: HistoryRecord, next: HistoryRecord): boolean => {
  const end = lastDay(before);
  return end === undefined || next.start.first <= end + 1;
};

const stopOf = (record: HistoryRecord): DoseChange | undefined => {
  if (record.end === 'ongoing') return undefined;
  return { record, on: record.end === 'single' ? record.start : record.end, what: 'stopped', certain: true };
};

/** All dose changes in the courses of one drug, in order of time. Starts and stops are told apart from changes. */
export const doseChanges = (courses: readonly HistoryRecord[]): readonly DoseChange[] => {
  const ordered = courses.toSorted((a, b) => a.start.first - b.start.first);
  return ordered.flatMap((record, index) => {
    const before = ordered[index - 1];
    const next = ordered[index + 1];
    const changes: DoseChange[] = [];
    if (before === undefined || !continues(before, record))
      changes.push({ record, on: record.start, what: 'started', certain: true });
    else {
      const what = changeOf(before, record);
      if (what !== 'same') changes.push({ record, on: record.start, what, certain: what !== 'changed' });
    }
    const stopped = next === undefined || !continues(record, next) ? stopOf(record) : undefined;
    return stopped === undefined ? changes : [...changes, stopped];
  });
};
