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

/** From the first day to the last, both included; what goes on has lasted as far as is known. */
const lastingTruth = (least: Duration, { start, end }: HistoryRecord, through: Day | undefined): Truth => {
  if (end === 'single') return 'false';
  const last = end === 'ongoing' ? through : end.first;
  if (last !== undefined && addDuration(start.last, least) <= last + 1) return 'true';
  if (end === 'ongoing') return through === undefined ? 'unknown' : 'false';
  return addDuration(start.first, least) > end.last + 1 ? 'false' : 'unknown';
};

/**
 * What a `where (…)` asks of one record. What was not asked or not answered is unknown; a dose in a unit of another
 * kind (mg beside g/m2) is too.
 */
export const detailTruth = (where: RecordCondition, record: HistoryRecord, through: Day | undefined): Truth => {
  const inner = (term: RecordCondition): Truth => detailTruth(term, record, through);
  switch (where.kind) {
    case 'attribute': {
      const answer = record.attributes[where.attribute];
      return answer === undefined ? 'unknown' : answer ? 'true' : 'false';
    }
    case 'dose':
      return doseTruth(where, record);
    case 'lasting':
      return lastingTruth(where.least, record, through);
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
  through: Day | undefined,
): readonly string[] => {
  switch (where.kind) {
    case 'not':
      return openDetails(where.term, record, through);
    case 'and':
    case 'or':
      return [...new Set(where.terms.flatMap((term) => openDetails(term, record, through)))];
    case 'attribute':
    case 'dose':
    case 'lasting': {
      if (detailTruth(where, record, through) !== 'unknown') return [];
      return [where.kind === 'attribute' ? where.attribute : where.kind === 'dose' ? 'dose' : 'how long'];
    }
    default:
      return where satisfies never;
  }
};
