import { type Decimal, rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { between, type Range } from '#core/quantities/range.ts';
import {
  absolute,
  compare,
  divide,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from '#core/quantities/rational.ts';

/** What a laboratory releases: cells in a millilitre, dead and alive, and the share of them that lives. */
export interface CellSuspension {
  /** Cells per mL, as a decimal: "5000000". */
  readonly concentration: string;
  /** Living cells, in percent: "92.5". */
  readonly viability: string;
}

export type CellProductProblem =
  | { readonly problem: 'not a number'; readonly field: string; readonly written: string }
  | { readonly problem: 'not above zero'; readonly field: string; readonly written: string }
  | { readonly problem: 'more than all'; readonly field: 'viability'; readonly written: string };

export const isCellProductProblem = <T extends object>(found: T | CellProductProblem): found is CellProductProblem =>
  'problem' in found;

const positive = (field: string, written: string): Rational | CellProductProblem => {
  const decimal: Decimal | undefined = readDecimal(written);
  if (decimal === undefined) return { problem: 'not a number', field, written };
  const number = rationalOf(decimal);
  return compare(number, zero) > 0 ? number : { problem: 'not above zero', field, written };
};

const hundred = rational(100);

/** Living cells in a millilitre: all of them times the share that lives. */
export const viableConcentration = ({ concentration, viability }: CellSuspension): Rational | CellProductProblem => {
  const [all, share] = [positive('concentration', concentration), positive('viability', viability)];
  if (isCellProductProblem(all)) return all;
  if (isCellProductProblem(share)) return share;
  if (compare(share, hundred) > 0) return { problem: 'more than all', field: 'viability', written: viability };
  return divide(multiply(all, share), hundred);
};

/** How a volume is rounded: to so many decimal places of a millilitre, half away from zero. */
interface VolumeRounding {
  readonly places: number;
}

/** A syringe is read to a tenth of a millilitre. */
const volumeRounding: VolumeRounding = { places: 1 };

const roundTo = (value: Rational, { places }: VolumeRounding): Rational => {
  const scale = 10n ** BigInt(places);
  const twice = 2n * value.numerator * scale;
  return rational((twice + value.denominator) / (2n * value.denominator), scale);
};

/**
 * The volume in mL that holds so many living cells. Cells are not rounded before: 1.27×10⁸ of 5×10⁶ in a millilitre are
 * 25.4 mL.
 */
export const infusionVolume = (
  cells: string,
  suspension: CellSuspension,
  rounding: VolumeRounding = volumeRounding,
): Rational | CellProductProblem => {
  const [wanted, viable] = [positive('cells', cells), viableConcentration(suspension)];
  if (isCellProductProblem(wanted)) return wanted;
  return isCellProductProblem(viable) ? viable : roundTo(divide(wanted, viable), rounding);
};

/** By how much what was given may differ from what was planned, in percent of the plan. */
const doseTolerance = rational(10);

/** Whether a dose was given as planned, its tolerance included: 10 % away is within 10 %. */
export const isWithinTolerance = (given: Rational, planned: Rational, percent: Rational = doseTolerance): boolean => {
  const away = divide(absolute(subtract(given, planned)), planned);
  return compare(multiply(away, hundred), percent) <= 0;
};

/** What is known of the doses that a participant takes at home. */
export interface TakenDoses {
  readonly planned: number;
  readonly taken: number;
  readonly missed: number;
}

/**
 * Share of the planned doses that were taken, from 0 to 1. A dose of which the diary says nothing was taken or not, so
 * the share is then between bounds. Throws for more answers than doses and for none planned.
 */
export const adherence = ({ planned, taken, missed }: TakenDoses): Range => {
  if (planned < 1 || taken + missed > planned)
    throw new Error(`adherence: ${taken} taken and ${missed} missed of ${planned}`);
  return between(rational(taken, planned), subtract(one, rational(missed, planned)));
};
