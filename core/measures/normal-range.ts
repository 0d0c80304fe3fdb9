import type { Rational } from '#core/quantities/rational.ts';

/** The limits of normal of one measure for one person on one day, in the unit in which the measure answers. */
export interface NormalRange {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
  /** Whose range it is, as evidence names it: "nanjing laboratory, women from 18". */
  readonly of: string;
  /** The limits as the laboratory writes them, with their unit. */
  readonly written: string;
}
