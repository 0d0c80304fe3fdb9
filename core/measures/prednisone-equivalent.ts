import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { addRanges, between, exactly, isExact, type Range } from '#core/quantities/range.ts';
import { add, multiply, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { administrationDays, type DaySpan } from './administration-days.ts';
import { notEvaluable } from './laboratory.ts';
import type { Measure, MedicationCourse, Sitting } from './measure.ts';
import type { Evidence, MeasuredNumber, Missing } from './measured.ts';
import { sayNumber } from './say.ts';

/**
 * mg of prednisone for 1 mg of each drug, from the dose equivalent to 5 mg of prednisone.
 * Tables disagree on dexamethasone (0.75 here, elsewhere 0.6), betamethasone (0.6, elsewhere 0.75) and deflazacort
 * (6, elsewhere 7.5).
 *
 * @source meikle1977
 */
export const equivalence: ReadonlyMap<string, Rational> = new Map([
  ['prednisone', rational(1)],
  ['prednisolone', rational(1)],
  ['methylprednisolone', rational(5, 4)],
  ['triamcinolone', rational(5, 4)],
  ['hydrocortisone', rational(1, 4)],
  ['cortisone', rational(1, 5)],
  ['dexamethasone', rational(20, 3)],
  ['betamethasone', rational(25, 3)],
  ['deflazacort', rational(5, 6)],
]);

/** A steroid that was not named: it counts, and how much is not known. */
const unnamed = 'glucocorticoid';

const milligram = readUnit('mg');

const milligrams = (amount: string, unitText: string): Rational | undefined => {
  const [decimal, unit] = [readDecimal(amount), readUnit(unitText)];
  if (decimal === undefined || !isUnit(unit) || !isUnit(milligram)) return undefined;
  const factor = conversionFactor(unit, milligram);
  return factor && multiply(rationalOf(decimal), factor);
};

/** mg of prednisone equivalent on a day on which the course is given; undefined where the dose does not say. */
const doseOnDay = (course: MedicationCourse): Rational | undefined => {
  const factor = equivalence.get(course.concept);
  if (factor === undefined || course.dose === undefined) return undefined;
  const amount = milligrams(course.dose.amount, course.dose.unit);
  return amount && multiply(multiply(amount, factor), rational(course.dose.timesADay));
};

/** Average mg of prednisone equivalent a day while the course lasts; undefined where the dose does not say. */
export const dailyRate = (course: MedicationCourse): Rational | undefined => {
  const amount = doseOnDay(course);
  return amount && course.dose && multiply(amount, rational(1, course.dose.everyDays));
};

type Active = 'yes' | 'no' | 'perhaps';

const activeOn = (course: MedicationCourse, day: Day): Active => {
  const end =
    course.end === 'ongoing' ? { first: day, last: day } : course.end === 'single' ? course.start : course.end;
  if (course.start.first > day || end.last < day) return 'no';
  return course.start.last <= day && end.first >= day ? 'yes' : 'perhaps';
};

const nameOf = (course: MedicationCourse): string => `${course.concept} of ${course.start.written}`;

/** The start where it is known in part, otherwise the end. */
const missingDate = (course: MedicationCourse): Missing => {
  const { start, end } = course;
  const open = start.first !== start.last || typeof end === 'string' ? start : end;
  return { kind: 'date', of: nameOf(course), written: open.written };
};

const missingDose = (course: MedicationCourse): readonly Missing[] =>
  doseOnDay(course) === undefined
    ? [{ kind: 'item', item: `${nameOf(course)}: dose`, point: '', why: 'not recorded' }]
    : [];

const missingOf = (course: MedicationCourse, active: Active): readonly Missing[] =>
  active === 'perhaps' ? [missingDate(course)] : missingDose(course);

const steroids = (sitting: Sitting): readonly MedicationCourse[] =>
  sitting.medication.courses.filter(({ concept }) => equivalence.has(concept) || concept === unnamed);

const isNoPulse = ({ kind }: MedicationCourse): boolean => kind !== 'pulse';

const evidenceOf = (course: MedicationCourse): Evidence => ({
  record: course.record,
  what: course.concept,
  written: `${course.dose?.amount} ${course.dose?.unit} every ${course.dose?.everyDays} days, ${course.dose?.timesADay} a day, from ${course.start.written}`,
  date: course.start.written,
});

const openHistory = (sitting: Sitting, day: Day): readonly Missing[] => {
  const through = sitting.medication.completeThrough;
  return through !== undefined && through >= day
    ? []
    : [{ kind: 'source', source: 'medication', through: writeDay(day) }];
};

const rateOn = (sitting: Sitting, day: Day): MeasuredNumber => {
  const courses = steroids(sitting)
    .filter(isNoPulse)
    .map((course) => ({ course, active: activeOn(course, day) }));
  const missing = [
    ...openHistory(sitting, day),
    ...courses.flatMap(({ course, active }) => (active === 'no' ? [] : missingOf(course, active))),
  ];
  if (missing.length > 0) return notEvaluable(missing);
  const active = courses.filter((each) => each.active === 'yes').map(({ course }) => course);
  const evidence = active.map(evidenceOf);
  const total = active.reduce((sum, course) => add(sum, dailyRate(course) ?? zero), zero);
  return { kind: 'number', status: 'ok', range: exactly(total), evidence, missing: [] };
};

const sumOver = (sitting: Sitting, span: DaySpan, courses: readonly MedicationCourse[]): MeasuredNumber => {
  const counted = courses
    .map((course) => ({ course, days: administrationDays(course, span) }))
    .filter(({ days }) => days.most > 0);
  const unknown = [...openHistory(sitting, span.last), ...counted.flatMap(({ course }) => missingDose(course))];
  if (unknown.length > 0) return notEvaluable(unknown);
  const range = counted.reduce((sum: Range, { course, days }) => {
    const dose = doseOnDay(course) ?? zero;
    return addRanges(sum, between(multiply(dose, rational(days.least)), multiply(dose, rational(days.most))));
  }, exactly(zero));
  const evidence = counted.map(({ course }) => evidenceOf(course));
  if (isExact(range)) return { kind: 'number', status: 'ok', range, evidence, missing: [] };
  const missing = counted.filter(({ days }) => days.least < days.most).map(({ course }) => missingDate(course));
  return { kind: 'number', status: 'partial', range, evidence, missing };
};

const accumulate =
  (counts: (course: MedicationCourse) => boolean) =>
  (sitting: Sitting, first: Day, last: Day): MeasuredNumber =>
    first > last
      ? notEvaluable([{ kind: 'no rule', reason: `nothing lies from ${writeDay(first)} to ${writeDay(last)}` }])
      : sumOver(sitting, { first, last }, steroids(sitting).filter(counts));

/**
 * Daily systemic glucocorticoid dose in prednisone equivalents on the day of a point: the average rate of each course
 * that is active on that day (alternate days count half), pulses apart. No course is 0 only where the medication history
 * is signed as complete through the day.
 *
 * Accumulated, it is the sum of what was given on the days from the first to the last, both included: a course of
 * alternate days on the days on which it falls, pulses too, overlapping courses each in full.
 *
 * @source meikle1977 for the equivalents
 * @returns mg/d, exact; accumulated mg, exact, or bounds where a date is known in part
 * @unknown a history that is not signed, a dose that is not recorded, a course whose dates leave the day open
 */
export const prednisoneEquivalent: Measure = {
  id: 'prednisone-equivalent',
  title: 'Daily glucocorticoid dose, as prednisone',
  value: { kind: 'quantity', unit: 'mg/d' },
  instrument: undefined,
  source: 'meikle1977',
  rule: 'prednisone-equivalent/1',
  compute: (sitting) => {
    const { date } = sitting;
    if (date === undefined) return notEvaluable([{ kind: 'date', of: sitting.point, written: undefined }]);
    return date.first === date.last
      ? rateOn(sitting, date.last)
      : notEvaluable([{ kind: 'date', of: sitting.point, written: date.written }]);
  },
  accumulate: accumulate(() => true),
  explain: (measured) => `prednisone equivalent ${sayNumber(measured)} mg/d`,
};

/** The same rate, which never counts pulses, accumulated without them too. */
export const prednisoneEquivalentWithoutPulses: Measure = {
  ...prednisoneEquivalent,
  id: 'prednisone-equivalent-without-pulses',
  title: 'Daily glucocorticoid dose, as prednisone, without pulses when accumulated',
  rule: 'prednisone-equivalent-without-pulses/1',
  accumulate: accumulate(isNoPulse),
};
