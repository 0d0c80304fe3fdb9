import { completedYears } from '#core/quantities/age.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import { compare, multiply, type Rational } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { floatOf } from './binary-float.ts';
import type { MeasureKind } from './measure.ts';
import type { NormalRange, NormalRangeRow } from './normal-range.ts';
import type { Sex } from './sex.ts';

/** For whom, when and where a normal range is asked; undefined for what is not known of the person or the day. */
export interface NormalRangeAsked {
  readonly laboratory: string;
  readonly measure: string;
  readonly sex: Sex | undefined;
  readonly birth: PartialDate | undefined;
  readonly date: PartialDate | undefined;
}

type Limits = Pick<NormalRange, 'low' | 'high'>;

const isLimit = (text: string | undefined): boolean => text === undefined || readDecimal(text) !== undefined;

const limitOf = (text: string | undefined, factor: Rational): Rational | undefined => {
  const decimal = text === undefined ? undefined : readDecimal(text);
  return decimal && multiply(rationalOf(decimal), factor);
};

/** The limits in the unit of the measure; undefined for a row that says none, or none that can be read. */
const limitsOf = (row: NormalRangeRow, kind: MeasureKind): Limits | undefined => {
  if (kind.kind !== 'quantity' || !isLimit(row.low) || !isLimit(row.high)) return undefined;
  const [from, to] = [readUnit(row.unit), readUnit(kind.unit)];
  const factor = isUnit(from) && isUnit(to) ? conversionFactor(from, to, kind.molarMass) : undefined;
  if (factor === undefined || (row.low === undefined && row.high === undefined)) return undefined;
  const limits = { low: limitOf(row.low, factor), high: limitOf(row.high, factor) };
  const isBackwards = limits.low !== undefined && limits.high !== undefined && compare(limits.low, limits.high) > 0;
  return isBackwards ? undefined : limits;
};

/** Both ends included. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

const always: Stretch = { first: Number.NEGATIVE_INFINITY, last: Number.POSITIVE_INFINITY };
const anyAge: Stretch = { ...always, first: 0 };

const agesOf = ({ birth, date }: NormalRangeAsked): Stretch => {
  const range = birth && date && completedYears(birth, date);
  if (range?.low === undefined || range.high === undefined) return anyAge;
  return { first: floatOf(range.low), last: floatOf(range.high) };
};

/** What a row restricts: ages from, included, to, excluded; days both included. Undefined for a date that is none. */
const restrictionOf = (row: NormalRangeRow) => {
  const [from, to] = [row.from, row.to].map((text) => (text === undefined ? undefined : readDay(text)));
  if ((row.from !== undefined && from === undefined) || (row.to !== undefined && to === undefined)) return undefined;
  const ages = { first: row['from age'] ?? always.first, last: (row['to age'] ?? always.last) - 1 };
  return { row, ages, days: { first: from ?? always.first, last: to ?? always.last } };
};

type Restricted = NonNullable<ReturnType<typeof restrictionOf>>;

const holds = ({ first, last }: Stretch, at: number): boolean => first <= at && at <= last;

/** Where something may change between two values of a span: its start, and each place where a row begins or has ended. */
const turnsIn = (span: Stretch, rows: readonly Stretch[]): readonly number[] => [
  span.first,
  ...rows.flatMap(({ first, last }) => [first, last + 1]).filter((at) => at > span.first && at <= span.last),
];

/** The rows that fit each person and day that the question may be about. */
const fitsOf = (rows: readonly Restricted[], asked: NormalRangeAsked): readonly (readonly NormalRangeRow[])[] => {
  const ages = turnsIn(
    agesOf(asked),
    rows.map((each) => each.ages),
  );
  const days = turnsIn(
    asked.date ?? always,
    rows.map((each) => each.days),
  );
  const sexes: readonly Sex[] = asked.sex === undefined ? ['female', 'male'] : [asked.sex];
  return sexes.flatMap((sex) =>
    ages.flatMap((age) =>
      days.map((day) =>
        rows
          .filter((each) => (each.row.sex ?? sex) === sex && holds(each.ages, age) && holds(each.days, day))
          .map(({ row }) => row),
      ),
    ),
  );
};

const isSameEnd = (a: Rational | undefined, b: Rational | undefined): boolean =>
  a === undefined || b === undefined ? a === b : compare(a, b) === 0;

const whoseOf = (row: NormalRangeRow): string => {
  const [from, to] = [row['from age'], row['to age']];
  const ages = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`below ${to}`])];
  const who = row.sex === undefined ? [] : [row.sex === 'female' ? 'women' : 'men'];
  const whose = [...who, ...ages].join(' ');
  return whose === '' ? `${row.laboratory} laboratory` : `${row.laboratory} laboratory, ${whose}`;
};

const writtenOf = ({ low, high, unit }: NormalRangeRow): string => {
  if (low === undefined) return `up to ${high} ${unit}`;
  return high === undefined ? `from ${low} ${unit}` : `${low} to ${high} ${unit}`;
};

/**
 * The normal range of a laboratory for one person on one day, exactly converted to the unit of the measure, by its molar
 * mass where units differ in kind. Where the sex, the age or the day is not known, every one that is possible must have
 * the same limits.
 *
 * @returns undefined where no row fits, rows disagree, a row cannot be read, or the measure has no unit: never a guess
 */
export const findNormalRange = (
  rows: readonly NormalRangeRow[],
  asked: NormalRangeAsked,
  kind: MeasureKind,
): NormalRange | undefined => {
  const own = rows.filter(({ laboratory, measure }) => laboratory === asked.laboratory && measure === asked.measure);
  const restricted = own.map(restrictionOf).filter((each) => each !== undefined);
  if (restricted.length < own.length) return undefined;
  const fits = fitsOf(restricted, asked);
  const fitting = [...new Set(fits.flat())];
  const [first] = fitting;
  if (first === undefined || fits.some((each) => each.length === 0)) return undefined;
  const limits = limitsOf(first, kind);
  const agrees = (row: NormalRangeRow): boolean => {
    const other = limitsOf(row, kind);
    return other !== undefined && isSameEnd(limits?.low, other.low) && isSameEnd(limits?.high, other.high);
  };
  if (limits === undefined || !fitting.every(agrees)) return undefined;
  return {
    ...limits,
    of: fitting.length === 1 ? whoseOf(first) : `${first.laboratory} laboratory`,
    written: writtenOf(first),
  };
};
