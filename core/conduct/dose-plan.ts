import type { Day } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal, writeRational } from '#core/quantities/decimal.ts';
import { addDuration } from '#core/quantities/duration.ts';
import { compare, multiply, type Rational, zero } from '#core/quantities/rational.ts';
import { conversionFactor, isUnit, readUnit } from '#core/quantities/unit.ts';
import { doseDays } from '#core/study/dose-days.ts';
import type { DoseDefinition } from '#core/study/schema-arms.ts';

/** One administration that the study plans: its number, counted from 1, and its day counted from day 0. */
export interface PlannedDose {
  readonly dose: string;
  readonly number: number;
  readonly day: number;
}

/** All administrations of a dose, numbered from 1 through all its cycles. */
export const plannedDoses = (dose: DoseDefinition): readonly PlannedDose[] =>
  doseDays(dose).map((day, index) => ({ dose: dose.id, number: index + 1, day }));

export const plannedOn = (planned: PlannedDose, dayZero: Day): Day =>
  addDuration(dayZero, { count: planned.day, unit: 'day' });

const parts = (amount: string): { readonly number: Rational; readonly unit: string } => {
  const [number = '', unit = ''] = amount.split(' ');
  const decimal = readDecimal(number);
  if (decimal === undefined) throw new Error(`a checked dose has the amount "${amount}"`);
  return { number: rationalOf(decimal), unit };
};

const kilogram = readUnit('kg');

const inKilograms = (value: string, unitText: string): Rational | undefined => {
  const [decimal, unit] = [readDecimal(value), readUnit(unitText)];
  if (decimal === undefined || !isUnit(unit) || !isUnit(kilogram)) return undefined;
  const factor = conversionFactor(unit, kilogram);
  const kilograms = factor && multiply(rationalOf(decimal), factor);
  return kilograms !== undefined && compare(kilograms, zero) > 0 ? kilograms : undefined;
};

/**
 * The amount of one administration. By weight it is amount × kg, unrounded (2×10^6/kg × 63.5 kg = 1.27×10^8 cells);
 * undefined where the weight is missing, not above zero, or no single number.
 */
export const doseAmount = (
  dose: DoseDefinition,
  weight: { readonly value: string; readonly unit?: string } | undefined,
): { readonly amount: string; readonly unit: string } | undefined => {
  const { number, unit } = parts(dose.amount);
  if (!unit.endsWith('/kg')) return { amount: writeRational(number), unit };
  const kilograms = weight === undefined ? undefined : inKilograms(weight.value, weight.unit ?? '');
  return kilograms && { amount: writeRational(multiply(number, kilograms)), unit: unit.slice(0, -'/kg'.length) };
};
