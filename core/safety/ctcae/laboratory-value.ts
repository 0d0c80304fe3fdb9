import type { Quantity } from '#core/quantities/quantity.ts';
import { addRanges, compareRanges, exactly, type Range, scaleRange } from '#core/quantities/range.ts';
import { multiply, type Rational } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import { conversionFactor, type Unit } from '#core/quantities/unit.ts';
import type { LimitComparison, PrintedLimit, Reference } from './laboratory-rule.ts';
import { type LaboratorySubject, unitCalled } from './laboratory-term.ts';

/** A reported value: what it may be, and its unit. A censored result such as `<5` is a range. */
export type Reported = Pick<Quantity, 'range' | 'unit'>;

const equivalents = unitCalled('mEq/L');
const moles = unitCalled('mmol/L');

/** Ions of one charge, potassium and sodium, are reported in mEq/L too: as many equivalents as moles. */
const fromEquivalents = (unit: Unit, subject: LaboratorySubject): Rational | undefined => {
  const toEquivalents = subject.charge && conversionFactor(unit, equivalents);
  const toUnit = conversionFactor(moles, subject.unit);
  return toEquivalents && toUnit && multiply(toEquivalents, toUnit);
};

/** The value in the unit of the term, exact; undefined for a unit that does not convert to it. */
export const inUnitOf = (subject: LaboratorySubject, { range, unit }: Reported): Range | undefined => {
  const factor = conversionFactor(unit, subject.unit, subject.molarMass) ?? fromEquivalents(unit, subject);
  return factor && scaleRange(range, factor);
};

/** The printed limit of the kind in which the value was reported, as the value compares with it. */
const printedLimitFor = (reported: Reported, limits: readonly PrintedLimit[]): Range | undefined => {
  const limit = limits.find(({ unit }) => unit.dimension === reported.unit.dimension);
  const factor = limit && conversionFactor(limit.unit, reported.unit);
  return limit && factor && scaleRange(exactly(limit.value), factor);
};

/** A value as it was reported and in the unit of its term, and the references in that unit, as far as known. */
export interface Compared {
  readonly reported: Reported;
  readonly converted: Reported;
  readonly references: Readonly<Record<Reference, Range>>;
}

const compareToPrinted = (value: Compared, is: LimitComparison['is'], limits: readonly PrintedLimit[]): Truth => {
  const form = [value.reported, value.converted].find((each) => printedLimitFor(each, limits) !== undefined);
  const limit = form && printedLimitFor(form, limits);
  if (form === undefined || limit === undefined) throw new Error(`CTCAE: no limit for ${value.converted.unit.code}`);
  return compareRanges(form.range, is, limit);
};

/** Whether a value meets one comparison; unknown where it, or the reference, is not known well enough. */
export const compareValue = (value: Compared, { is, than }: LimitComparison): Truth => {
  if (than.kind === 'printed') return compareToPrinted(value, is, than.limits);
  const scaled = scaleRange(value.references[than.to], than.times);
  return compareRanges(value.converted.range, is, addRanges(scaled, exactly(than.plus)));
};
