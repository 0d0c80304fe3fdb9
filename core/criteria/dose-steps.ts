import type { Day } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { addRanges, atLeastValue, between, compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import { multiply, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { HistoryRecord } from './chart.ts';

/** A course whose days are known, or taken to be; without `last` it goes on. */
export interface DatedCourse {
  readonly record: HistoryRecord;
  readonly first: Day;
  readonly last: Day | undefined;
}

/** A day on which what is taken of one drug differs from the day before. */
export interface DoseStep {
  /** `changed`: the doses do not say which way, or whether. */
  readonly what: 'reduced' | 'raised' | 'changed' | 'started' | 'stopped';
  /** The first day with the new dose; of a stop the last day with the old one. */
  readonly on: Day;
  /** The first day that differs. */
  readonly day: Day;
  /** The course that began, or where none did one that ended. */
  readonly record: HistoryRecord;
  readonly at: 'begin' | 'end';
  readonly certain: boolean;
}

interface Amount {
  readonly range: Range;
  /** Undefined where nothing is taken, or the dose does not say. */
  readonly dimension: string | undefined;
}

const unsaid: Amount = { range: atLeastValue(zero), dimension: undefined };

const rateOf = (dose: HistoryRecord['dose']): { readonly rate: Rational; readonly dimension: string } | undefined => {
  if (dose === undefined) return undefined;
  const [decimal, unit] = [readDecimal(dose.amount), readUnit(dose.unit)];
  if (decimal === undefined || !isUnit(unit)) return undefined;
  const rate = multiply(multiply(rationalOf(decimal), unit.factor), rational(dose.timesADay, dose.everyDays));
  return { rate, dimension: unit.dimension };
};

/** What is taken in a day on average, in base units: of a taper the written dose when it begins, and less at its end. */
const amountOf = ({ dose, kind }: HistoryRecord, at: 'begin' | 'end'): Amount => {
  const known = rateOf(dose);
  if (known === undefined) return unsaid;
  const { rate, dimension } = known;
  return { range: kind === 'taper' && at === 'end' ? between(zero, rate) : exactly(rate), dimension };
};

/** The sum of several courses; mg beside mg/kg cannot be added. */
const sumOf = (courses: readonly DatedCourse[], at: 'begin' | 'end'): Amount => {
  const amounts = courses.map(({ record }) => amountOf(record, at));
  const [first] = amounts;
  if (first === undefined) return { range: exactly(zero), dimension: undefined };
  const isAlike = amounts.every(({ dimension }) => dimension !== undefined && dimension === first.dimension);
  return isAlike ? { range: amounts.map(({ range }) => range).reduce(addRanges), dimension: first.dimension } : unsaid;
};

/** How the dose changed, or not at all. 1 g is 1000 mg, and 5 mg twice a day is 10 mg once. */
const turnOf = (old: Amount, next: Amount): Pick<DoseStep, 'what' | 'certain'> | undefined => {
  const differ = old.dimension !== undefined && next.dimension !== undefined && old.dimension !== next.dimension;
  if (differ) return { what: 'changed', certain: false };
  const falls = compareRanges(next.range, '<', old.range);
  const rises = compareRanges(next.range, '>', old.range);
  if (falls !== 'false' && rises !== 'false') return { what: 'changed', certain: false };
  if (falls !== 'false') return { what: 'reduced', certain: falls === 'true' };
  return rises === 'false' ? undefined : { what: 'raised', certain: rises === 'true' };
};

const isTakenOn = ({ first, last }: DatedCourse, day: Day): boolean =>
  first <= day && (last === undefined || day <= last);

/** A day on which one course ends and another begins belongs to the one that begins. */
const handedOver = (course: DatedCourse, all: readonly DatedCourse[]): DatedCourse => {
  const { first, last } = course;
  if (last === undefined || first >= last) return course;
  return all.some((next) => next.first === last) ? { ...course, last: last - 1 } : course;
};

const stepOn = (day: Day, courses: readonly DatedCourse[]): DoseStep | undefined => {
  const before = courses.filter((course) => isTakenOn(course, day - 1));
  const now = courses.filter((course) => isTakenOn(course, day));
  const ended = before.filter((course) => !isTakenOn(course, day));
  const begun = now.filter((course) => !isTakenOn(course, day - 1));
  const record = (begun[0] ?? ended[0])?.record;
  if (record === undefined) return undefined;
  const step = { day, record, at: begun.length > 0 ? 'begin' : 'end' } as const;
  if (before.length === 0) return { ...step, what: 'started', on: day, certain: true };
  if (now.length === 0) return { ...step, what: 'stopped', on: day - 1, certain: true };
  const turn = turnOf(sumOf(ended, 'end'), sumOf(begun, 'begin'));
  return turn && { ...step, ...turn, on: day };
};

/**
 * The steps of what is taken of one drug in a day, all its courses together, in the order of time. A course beside
 * another raises the dose when it begins and reduces it when it ends; only the first starts the drug and only the last
 * stops it. What is taken before and after a step goes out of the comparison, so that its dose need not be known.
 */
export const doseSteps = (courses: readonly DatedCourse[]): readonly DoseStep[] => {
  const taken = courses.map((course) => handedOver(course, courses));
  const days = new Set(taken.flatMap(({ first, last }) => (last === undefined ? [first] : [first, last + 1])));
  return [...days].toSorted((a, b) => a - b).flatMap((day) => stepOn(day, taken) ?? []);
};
