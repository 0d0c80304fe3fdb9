import { compareRanges, exactly, type Range } from '#core/quantities/range.ts';
import { compare, divide, multiply, type Rational, rational, zero } from '#core/quantities/rational.ts';
import type { Truth } from '#core/quantities/truth.ts';
import type { Sex } from './sex.ts';

/**
 * Urine protein to creatinine ratio from two concentrations of one sample, both in mg/dL: mg/mg, which is g/g.
 *
 * @source kdigo2024
 * @returns exact; undefined for a creatinine that is not above zero
 */
export const proteinToCreatinine = (protein: Rational, creatinine: Rational): Rational | undefined =>
  compare(creatinine, zero) > 0 ? divide(protein, creatinine) : undefined;

/** A collection of urine: protein in g/L, volume in L, and the hours over which it was collected. */
export interface UrineCollection {
  readonly protein: Rational;
  readonly volume: Rational;
  readonly hours: Rational;
}

const hoursOfDay = rational(24);

/**
 * Protein of a timed collection, scaled to 24 hours.
 *
 *   concentration · volume · 24 / hours
 *
 * @source kdigo2024
 * @returns g/24 h, exact; undefined for hours that are not above zero
 */
export const proteinPerDay = ({ protein, volume, hours }: UrineCollection): Rational | undefined =>
  compare(hours, zero) > 0 ? divide(multiply(multiply(protein, volume), hoursOfDay), hours) : undefined;

/** mg of creatinine for a kilogram in a day that a whole collection holds; recalled, and a flag only. */
const expectedCreatinine: Readonly<Record<Sex, readonly [least: number, most: number]>> = {
  male: [15, 25],
  female: [10, 20],
};

/** `too little`: urine was lost; `too much`: collected over more than a day. */
export type CollectionAdequacy = 'too little' | 'adequate' | 'too much' | 'not known';

const decided = (truths: readonly (readonly [Truth, CollectionAdequacy])[]): CollectionAdequacy =>
  truths.find(([truth]) => truth === 'true')?.[1] ?? 'not known';

/**
 * Whether a collection over 24 hours is whole, by the creatinine that it holds: 15 to 25 mg/kg in men, 10 to 20 in women,
 * both included. It questions a result and never changes it.
 *
 * @source own, recalled
 * @param creatinine mg in the whole collection; a censored result is a range
 * @param weight kg, above zero
 */
export const collectionAdequacy = (creatinine: Range, weight: Rational, sex: Sex): CollectionAdequacy => {
  const [least, most] = expectedCreatinine[sex].map((each) => exactly(multiply(rational(each), weight)));
  if (least === undefined || most === undefined) return 'not known';
  const [isLow, isHigh] = [compareRanges(creatinine, '<', least), compareRanges(creatinine, '>', most)];
  return decided([
    [isLow, 'too little'],
    [isHigh, 'too much'],
    [isLow === 'false' && isHigh === 'false' ? 'true' : 'unknown', 'adequate'],
  ]);
};
