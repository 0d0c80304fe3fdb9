import { type CivilDate, civilOf, type Day, dayOf } from './civil-date.ts';
import type { PartialDate } from './partial-date.ts';
import { between, exactly, type Range } from './range.ts';
import { add, type Rational, rational } from './rational.ts';

/** When someone born on 29 February has a birthday in a common year. */
export type LeapDayBirthday = '28 February' | '1 March';

/**
 * The default: a year of life is completed when it is over, so on 1 March. Jurisdictions differ, which matters on one
 * day in four years; a protocol that says otherwise passes the other value.
 */
export const leapDayBirthday: LeapDayBirthday = '1 March';

/**
 * Completed years of life, as whole numbers: a range where either date is partial (born `1990`, so 35 to 36).
 * Negative where `on` lies before the birth, which callers refuse.
 */
export const completedYears = (
  birth: PartialDate,
  on: PartialDate,
  leapDay: LeapDayBirthday = leapDayBirthday,
): Range => agesOf(birth, on, (born, day) => rational(lastBirthday(born, day, leapDay).completed));

/**
 * Completed years plus days since the last birthday over days between it and the next; a range for partial dates.
 * Throws in the year 9999, whose next birthday has no date.
 */
export const exactYears = (birth: PartialDate, on: PartialDate, leapDay: LeapDayBirthday = leapDayBirthday): Range =>
  agesOf(birth, on, (born, day) => yearsAndFraction(born, day, leapDay));

const isOneDay = ({ first, last }: PartialDate): boolean => first === last;

/** From the age of the youngest that the person can be to that of the oldest, which are one where both days are known. */
const agesOf = (birth: PartialDate, on: PartialDate, age: (birth: Day, on: Day) => Rational): Range => {
  const youngest = age(birth.last, on.first);
  return isOneDay(birth) && isOneDay(on) ? exactly(youngest) : between(youngest, age(birth.first, on.last));
};

/** The last birthday on or before a day, and the years of life completed on it. */
interface LastBirthday {
  readonly day: Day;
  readonly completed: number;
}

const lastBirthday = (birth: Day, on: Day, leapDay: LeapDayBirthday): LastBirthday => {
  const { year } = civilOf(on);
  const born = civilOf(birth);
  const thisYear = birthdayIn(year, born, leapDay);
  if (thisYear <= on) return { day: thisYear, completed: year - born.year };
  return { day: birthdayIn(year - 1, born, leapDay), completed: year - 1 - born.year };
};

const yearsAndFraction = (birth: Day, on: Day, leapDay: LeapDayBirthday): Rational => {
  const last = lastBirthday(birth, on, leapDay);
  const next = birthdayIn(civilOf(last.day).year + 1, civilOf(birth), leapDay);
  return add(rational(last.completed), rational(on - last.day, next - last.day));
};

const birthdayIn = (year: number, { month, day }: CivilDate, leapDay: LeapDayBirthday): Day => {
  const birthday = dayOf(year, month, day) ?? (leapDay === '1 March' ? dayOf(year, 3, 1) : dayOf(year, 2, 28));
  if (birthday === undefined) throw new Error(`age: the year ${year} lies outside 1000 to 9999`);
  return birthday;
};
