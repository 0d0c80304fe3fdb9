import { civilOf, type Day, dayOf } from './civil-date.ts';
import type { PartialDate } from './partial-date.ts';
import { between, type Range } from './range.ts';
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
): Range =>
  between(
    rational(lastBirthday(birth.last, on.first, leapDay).completed),
    rational(lastBirthday(birth.first, on.last, leapDay).completed),
  );

/**
 * Completed years plus days since the last birthday over days between it and the next; a range for partial dates.
 * Throws in the year 9999, whose next birthday has no date.
 */
export const exactYears = (birth: PartialDate, on: PartialDate, leapDay: LeapDayBirthday = leapDayBirthday): Range =>
  between(yearsAndFraction(birth.last, on.first, leapDay), yearsAndFraction(birth.first, on.last, leapDay));

/** The last birthday on or before a day, and the years of life completed on it. */
interface LastBirthday {
  readonly day: Day;
  readonly completed: number;
}

const lastBirthday = (birth: Day, on: Day, leapDay: LeapDayBirthday): LastBirthday => {
  const { year } = civilOf(on);
  const latest = birthdayIn(year, birth, leapDay) <= on ? year : year - 1;
  return { day: birthdayIn(latest, birth, leapDay), completed: latest - civilOf(birth).year };
};

const yearsAndFraction = (birth: Day, on: Day, leapDay: LeapDayBirthday): Rational => {
  const last = lastBirthday(birth, on, leapDay);
  const next = birthdayIn(civilOf(last.day).year + 1, birth, leapDay);
  return add(rational(last.completed), rational(on - last.day, next - last.day));
};

const birthdayIn = (year: number, birth: Day, leapDay: LeapDayBirthday): Day => {
  const { month, day } = civilOf(birth);
  const birthday = dayOf(year, month, day) ?? (leapDay === '1 March' ? dayOf(year, 3, 1) : dayOf(year, 2, 28));
  if (birthday === undefined) throw new Error(`age: the year ${year} lies outside 1000 to 9999`);
  return birthday;
};
