import { type Quantity, readQuantity } from '#core/quantities/quantity.ts';
import { everything, type Range, scaleRange } from '#core/quantities/range.ts';
import { compare, type Rational, zero } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import type { Answer } from './instrument.ts';
import { type LaboratoryRow, laboratoryRows } from './laboratory-rows.ts';
import type { Measure, Sitting } from './measure.ts';
import type { Evidence, Measured, MeasuredNumber, Missing } from './measured.ts';
import { sayNumber } from './say.ts';

/** Nothing known, with what is missing. */
export const notEvaluable = (missing: readonly Missing[]): MeasuredNumber => ({
  kind: 'number',
  status: 'not evaluable',
  range: everything,
  evidence: [],
  missing,
});

const evidenceOf = (item: string, answer: Answer): Evidence => ({
  record: answer.record,
  what: item,
  written: answer.unit === undefined ? answer.written : `${answer.written} ${answer.unit}`,
  date: answer.date,
});

export const missingItem = (item: string, sitting: Sitting, answer: Answer | undefined): Missing => ({
  kind: 'item',
  item,
  point: sitting.point,
  why: answer === undefined ? 'not recorded' : 'not done',
});

const factors = new Map<string, Rational | undefined>();

/** Factor from the unit that was written to the unit in which the measure answers; undefined where there is none. */
const factorOf = (written: string, row: LaboratoryRow): Rational | undefined => {
  const key = `${row.id} ${written}`;
  if (!factors.has(key)) {
    const [from, to] = [readUnit(written), readUnit(row.units[0])];
    factors.set(key, isUnit(from) && isUnit(to) ? conversionFactor(from, to, row.molarMass) : undefined);
  }
  return factors.get(key);
};

const isNegative = (end: Rational | undefined): boolean => end !== undefined && compare(end, zero) < 0;

/** Whether a result says of itself that it lies below zero, as no amount or concentration does ("-1.2", "<0"). */
export const isBelowZero = ({ low, high, highOpen }: Range): boolean =>
  isNegative(low) || isNegative(high) || (high !== undefined && highOpen && compare(high, zero) === 0);

/** What is below a limit of the assay is not below zero: "<0.04" is from 0 on. */
const fromZero = (range: Range): Range => (range.low === undefined ? { ...range, low: zero, lowOpen: false } : range);

const readRange = (answer: Answer, row: LaboratoryRow): Range | string => {
  const unit = readUnit(answer.unit ?? '');
  if (!isUnit(unit)) return `the unit "${answer.unit ?? ''}" is not known`;
  const factor = factorOf(answer.unit ?? '', row);
  if (factor === undefined) return `${answer.unit ?? ''} does not convert to ${row.units[0]}`;
  const quantity: Quantity | { problem: string } = readQuantity(answer.written, unit);
  if ('problem' in quantity) return quantity.problem;
  return isBelowZero(quantity.range) ? 'below zero' : fromZero(scaleRange(quantity.range, factor));
};

const mostRemembered = 10_000;

/** What a row makes of a result and its unit, which come again and again, remembered up to a bound. */
const remembering = (row: LaboratoryRow): ((answer: Answer) => Range | string) => {
  const known = new Map<string, Range | string>();
  return (answer) => {
    const key = `${answer.written} ${answer.unit}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const range = readRange(answer, row);
    known.set(key, range);
    return range;
  };
};

const compute = (row: LaboratoryRow): Measure['compute'] => {
  const rangeOf = remembering(row);
  return (sitting: Sitting): Measured => {
    const answer = sitting.answer(row.id);
    if (answer === undefined || answer.written === 'not done')
      return notEvaluable([missingItem(row.id, sitting, answer)]);
    const range = rangeOf(answer);
    if (typeof range === 'string')
      return notEvaluable([{ kind: 'unreadable', item: row.id, point: sitting.point, why: range }]);
    return { kind: 'number', status: 'ok', range, evidence: [evidenceOf(row.id, answer)], missing: [] };
  };
};

const measureOf = (row: LaboratoryRow): Measure => ({
  id: row.id,
  title: row.title,
  value: { kind: 'quantity', unit: row.units[0], ...(row.molarMass === undefined ? {} : { molarMass: row.molarMass }) },
  instrument: {
    id: row.id,
    title: row.title,
    items: [
      {
        id: row.id,
        label: row.title,
        answer: { type: 'quantity', units: row.units, plausible: row.plausible },
        ...(row.loinc === undefined ? {} : { loinc: row.loinc }),
      },
    ],
  },
  source: row.source,
  rule: `${row.id}/1`,
  compute: compute(row),
  explain: (measured) => `${row.title} ${sayNumber(measured)} ${row.units[0]}`,
});

/** Measures that are one reported number with a unit. A censored result stays a range. */
export const laboratory: readonly Measure[] = laboratoryRows.map(measureOf);

/** The measure of one row, for what is computed from it. Throws for a name that no row has. */
export const laboratoryMeasure = (id: string): Measure => {
  const found = laboratory.find((measure) => measure.id === id);
  if (found === undefined) throw new Error(`the laboratory table has no row ${id}`);
  return found;
};
