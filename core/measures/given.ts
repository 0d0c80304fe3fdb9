import { readDay } from '#core/quantities/civil-date.ts';
import { writeRational } from '#core/quantities/decimal.ts';
import { onDay, readDate } from '#core/quantities/partial-date.ts';
import type { Range } from '#core/quantities/range.ts';
import type { MedicationCourse, Sitting } from './measure.ts';
import type { Measured } from './measured.ts';

/** A written answer, for tests: "1.2 mg/dL" or "present"; a record id is made of the item's name. */
export type Written = Readonly<Record<string, string>>;

const answerTo = (written: Written) => (item: string) => {
  const text = written[item];
  if (text === undefined) return undefined;
  const [value = '', unit] = text === 'not done' ? [text] : text.split(' ');
  return { written: value, unit, date: '2026-05-18', record: `record of ${item}` };
};

/** A visit at which just this was answered. */
export const sittingWith = (written: Written, more: Partial<Sitting> = {}): Sitting => ({
  point: 'screening',
  date: readDate('2026-05-18'),
  answer: answerTo(written),
  earlier: [],
  birth: undefined,
  sex: undefined,
  normalRange: () => undefined,
  medication: { courses: [], completeThrough: undefined },
  ...more,
});

/** A person of a birth and a sex as they were described; undefined for what was not. */
export const person = (born: string | undefined, sex: string | undefined): Pick<Sitting, 'birth' | 'sex'> => {
  const described = (written: string | undefined) =>
    written === undefined ? undefined : { written, unit: undefined, date: undefined, record: 'the person' };
  return { birth: described(born), sex: described(sex) };
};

/** A course from "2026-02-01" to an end, `amount unit /everyDays xTimesADay` as in "10 mg/2x1". */
export const course = (
  concept: string,
  start: string,
  end: string,
  dose: string | undefined,
  kind: MedicationCourse['kind'] = 'maintenance',
): MedicationCourse => {
  const [, amount = '', unit = '', every = '1', times = '1'] = /^(\S+) (\w+)\/(\d+)x(\d+)$/.exec(dose ?? '') ?? [];
  const read = (written: string) => readDate(written) ?? onDay(0);
  return {
    concept,
    start: read(start),
    end: end === 'ongoing' || end === 'single' ? end : read(end),
    dose: dose === undefined ? undefined : { amount, unit, everyDays: Number(every), timesADay: Number(times) },
    kind,
    record: `record of ${concept}`,
  };
};

/** A medication history signed through a day. */
export const takes = (courses: readonly MedicationCourse[], through: string | undefined): Sitting['medication'] => ({
  courses,
  completeThrough: through === undefined ? undefined : readDay(through),
});

const end = (value: Range['low'], open: boolean): string =>
  value === undefined ? '' : `${open ? '(' : '['}${writeRational(value, 9)}`;

/** "[14" for one value, "[8..[12" for bounds, "..(0.04" for below 0.04, ".." for nothing known. */
export const rangeText = (measured: Measured): string => {
  if (measured.kind !== 'number') return 'not a number';
  const [low, high] = [
    end(measured.range.low, measured.range.lowOpen),
    end(measured.range.high, measured.range.highOpen),
  ];
  return low === high && low !== '' ? low : `${low}..${high}`;
};
