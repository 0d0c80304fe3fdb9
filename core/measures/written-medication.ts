import { concepts } from '#core/criteria/concepts.ts';
import { nearestName } from '#core/criteria/nearest-name.ts';
import { readDecimal } from '#core/quantities/decimal.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import type { MedicationCourse, Sitting } from './measure.ts';
import { equivalence } from './prednisone-equivalent.ts';
import { mustFollow, writtenDate, writtenDay } from './written-dates.ts';
import { isFaulty, type ReadWritten, type WrittenFault, type WrittenPath } from './written-fault.ts';

/** A course as a person writes it, with the names of the file of a participant. */
export interface WrittenCourse {
  readonly concept: string;
  /** One day; otherwise `from`, and `to` where it has ended. */
  readonly on?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** "30 mg": the amount of one administration. */
  readonly dose?: string | undefined;
  readonly 'every days'?: number | undefined;
  readonly 'times a day'?: number | undefined;
  readonly kind?: 'maintenance' | 'pulse' | 'taper' | undefined;
}

/** Courses, and the day through which the history holds all of them. */
export interface WrittenMedication {
  readonly 'complete through'?: string | undefined;
  readonly records?: readonly WrittenCourse[] | undefined;
}

const medicines = [...concepts.values()].filter(({ source }) => source === 'medication').map(({ id }) => id);
const known: ReadonlySet<string> = new Set(medicines);

const unknownMedicine = (name: string, path: WrittenPath): readonly WrittenFault[] =>
  known.has(name) ? [] : [{ fault: 'medicine unknown', path, name, nearest: nearestName(name, medicines) }];

const milligram = readUnit('mg');

/** Whether a unit can say the dose of a medicine: that of a steroid that is summed must be a mass. */
const isDoseUnit = (concept: string, written: string): boolean => {
  const unit = readUnit(written);
  if (!isUnit(unit) || !isUnit(milligram)) return false;
  return !equivalence.has(concept) || conversionFactor(unit, milligram) !== undefined;
};

const doseFaults = ({ concept, dose }: WrittenCourse, path: WrittenPath): readonly WrittenFault[] => {
  if (dose === undefined) return [];
  const [amount = '', unit, ...more] = dose.split(' ');
  const number = readDecimal(amount);
  if (number === undefined || number.digits < 0n || more.length > 0)
    return [
      {
        fault: 'value not accepted',
        path,
        of: concept,
        value: dose,
        accepted: 'an amount and a unit, such as "30 mg"',
      },
    ];
  return unit !== undefined && isDoseUnit(concept, unit)
    ? []
    : [{ fault: 'unit not accepted', path, of: concept, unit, accepted: ['mg', 'g'] }];
};

const frequencyFaults = (course: WrittenCourse, path: WrittenPath): readonly WrittenFault[] =>
  (['every days', 'times a day'] as const).flatMap((name): readonly WrittenFault[] => {
    const value = course[name];
    if (value === undefined || (Number.isInteger(value) && value >= 1 && value <= 365)) return [];
    const accepted = 'a whole number from 1 to 365';
    return [{ fault: 'value not accepted', path: [...path, name], of: course.concept, value: String(value), accepted }];
  });

const doseOf = (course: WrittenCourse): MedicationCourse['dose'] => {
  if (course.dose === undefined) return undefined;
  const [amount = '', unit = ''] = course.dose.split(' ');
  return { amount, unit, everyDays: course['every days'] ?? 1, timesADay: course['times a day'] ?? 1 };
};

interface CourseDays {
  readonly start: PartialDate;
  readonly end: MedicationCourse['end'];
}

const daysOf = (course: WrittenCourse, path: WrittenPath): ReadWritten<CourseDays> => {
  const start = writtenDate(
    course.on ?? course.from ?? '',
    [...path, course.on === undefined ? 'from' : 'on'],
    undefined,
  );
  const end = course.to === undefined ? undefined : writtenDate(course.to, [...path, 'to'], undefined);
  if (isFaulty(start)) return start;
  if (end === undefined) return { read: { start: start.read, end: course.on === undefined ? 'ongoing' : 'single' } };
  if (isFaulty(end)) return end;
  const backwards = mustFollow(end.read, start.read, [...path, 'to'], 'before its start');
  return backwards.length > 0 ? { faults: backwards } : { read: { start: start.read, end: end.read } };
};

const courseOf = (course: WrittenCourse, path: WrittenPath, record: string): ReadWritten<MedicationCourse> => {
  const days = daysOf(course, path);
  const faults = [
    ...unknownMedicine(course.concept, [...path, 'concept']),
    ...doseFaults(course, [...path, 'dose']),
    ...frequencyFaults(course, path),
    ...(isFaulty(days) ? days.faults : []),
  ];
  if (isFaulty(days) || faults.length > 0) return { faults };
  return { read: { concept: course.concept, ...days.read, dose: doseOf(course), kind: course.kind, record } };
};

/** Reads courses of medicines and the day through which they are complete. */
export const writtenMedication = (
  written: WrittenMedication,
  path: WrittenPath,
): ReadWritten<Sitting['medication']> => {
  const through = written['complete through'];
  const complete = through === undefined ? undefined : writtenDay(through, [...path, 'complete through']);
  const courses = (written.records ?? []).map((course, index) =>
    courseOf(course, [...path, 'records', index], `medication ${index + 1}`),
  );
  const faults = [
    ...(complete !== undefined && isFaulty(complete) ? complete.faults : []),
    ...courses.filter(isFaulty).flatMap((each) => each.faults),
  ];
  if (faults.length > 0) return { faults };
  const read = courses.flatMap((each) => (isFaulty(each) ? [] : [each.read]));
  return { read: { courses: read, completeThrough: complete && !isFaulty(complete) ? complete.read : undefined } };
};
