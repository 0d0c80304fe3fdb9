import { readDimension } from '#core/quantities/dimension.ts';
import { isUnit, readUnit } from '#core/quantities/unit.ts';

/** A volume is given, or an amount for an area of the body; a concentration is neither. */
const lengths: readonly number[] = [0, 3, -2];
const times: readonly number[] = [0, -1];

/**
 * Whether something is given in this unit: a mass, volume, count or activity, for a day, a weight or a surface where the
 * unit says so. Not mg/dL, U/L or a percentage, in which no dose is recorded and none would ever be found.
 */
export const isDoseUnit = (written: string): boolean => {
  const unit = readUnit(written);
  if (!isUnit(unit) || written === '%') return false;
  const exponents = readDimension(unit.dimension);
  return lengths.includes(exponents.get('length') ?? 0) && times.includes(exponents.get('time') ?? 0);
};
