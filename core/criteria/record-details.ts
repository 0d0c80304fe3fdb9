import type { Day } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { addDuration, type Duration } from '#core/quantities/duration.ts';
import { compareRanges, exactly } from '#core/quantities/range.ts';
import { multiply, one, type Rational, rational } from '#core/quantities/rational.ts';
import { and, not, or, type Truth } from '#core/quantities/truth.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';
import type { HistoryRecord } from './chart.ts';
import { literal } from './literal.ts';
import type { RecordCondition } from './syntax.ts';

interface Amount {
  readonly amount: Rational;
  readonly dimension: string;
}

type Dose = NonNullable<HistoryRecord['dose']>;

const amountIn = (unitText: string, { amount }: Dose, times: Rational): Amount | undefined => {
  const [decimal, unit] = [readDecimal(amount), readUnit(unitText)];
  if (decimal === undefined || !isUnit(unit)) return undefined;
  return { amount: multiply(multiply(rationalOf(decimal), times), unit.factor), dimension: unit.dimension };
};

const ofOneAdministration = (dose: Dose): Amount | undefined => amountIn(dose.unit, dose, one);
const ofOneDay = (dose: Dose): Amount | undefined =>
  amountIn(`${dose.unit}/d`, dose, rational(dose.timesADay, dose.everyDays));

/** mg/d is compared with what is taken in a day on average, mg or g/m2 with one administration. */
const doseTruth = (asked: Extract<RecordCondition, { kind: 'dose' }>, { dose }: HistoryRecord): Truth => {
  const unit = readUnit(asked.unit);
  if (dose === undefined || !isUnit(unit)) return 'unknown';
  const held = [ofOneDay(dose), ofOneAdministration(dose)].find((each) => each?.dimension === unit.dimension);
  if (held === undefined) return 'unknown';
  const limit = multiply(literal(asked.written), unit.factor);
  return compareRanges(exactly(held.amount), asked.comparator, exactly(limit));
};

/** The earliest and the latest day up to which a record may be counted. */
export interface CountedTo {
  readonly first: Day;
  readonly last: Day;
}

const earlier = (a: Day, b: Day | undefined): Day => (b === undefined ? a : Math.min(a, b));

/**
 * The first and the last day that may be the end of a record, as far as it is counted: a window that ends at screening
 * does not count what comes after it. What goes on has lasted as far as is known.
 */
const endOf = ({ start, end }: HistoryRecord, to: CountedTo | undefined): Partial<CountedTo> => {
  if (end === 'ongoing') return to ?? {};
  const last = end === 'single' ? start : end;
  return { first: earlier(last.first, to?.first), last: earlier(last.last, to?.last) };
};

/** From the first day to the last, both included. */
const lastingTruth = (least: Duration, record: HistoryRecord, to: CountedTo | undefined): Truth => {
  const { start } = record;
  const { first, last } = endOf(record, to);
  if (first !== undefined && addDuration(start.last, least) <= first + 1) return 'true';
  return last !== undefined && addDuration(start.first, least) > last + 1 ? 'false' : 'unknown';
};

/**
 * What a `where (…)` asks of one record. What was not asked or not answered is unknown; a dose in a unit of another
 * kind (mg beside g/m2) is too.
 */
export const detailTruth = (where: RecordCondition, record: HistoryRecord, to: CountedTo | undefined): Truth => {
  const inner = (term: RecordCondition): Truth => detailTruth(term, record, to);
  switch (where.kind) {
    case 'attribute': {
      const answer = record.attributes[where.attribute];
      return answer === undefined ? 'unknown' : answer ? 'true' : 'false';
    }
    case 'dose':
      return doseTruth(where, record);
    case 'lasting':
      return lastingTruth(where.least, record, to);
    case 'not':
      return not(inner(where.term));
    case 'and':
      return and(where.terms.map(inner));
    case 'or':
      return or(where.terms.map(inner));
    default:
      return where satisfies never;
  }
};

/** The details that are not known of a record, by the names under which a form asks them. */
export const openDetails = (
  where: RecordCondition,
  record: HistoryRecord,
  to: CountedTo | undefined,
): readonly string[] => {
  switch (where.kind) {
    case 'not':
      return openDetails(where.term, record, to);
    case 'and':
    case 'or':
      return [...new Set(where.terms.flatMap((term) => openDetails(term, record, to)))];
    case 'attribute':
    case 'dose':
    case 'lasting': {
      if (detailTruth(where, record, to) !== 'unknown') return [];
      return [where.kind === 'attribute' ? where.attribute : where.kind === 'dose' ? 'dose' : 'how long'];
    }
    default:
      return where satisfies never;
  }
};
