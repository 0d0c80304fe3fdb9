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

/** One row of the normal ranges of a laboratory, as the study writes it. What is left out does not restrict the row. */
export interface NormalRangeRow {
  readonly laboratory: string;
  readonly measure: string;
  readonly sex?: 'female' | 'male';
  /** Completed years, included. */
  readonly 'from age'?: number;
  /** Completed years, excluded. */
  readonly 'to age'?: number;
  /** First day on which the row holds, as an ISO date. */
  readonly from?: string;
  /** Last day on which the row holds, as an ISO date. */
  readonly to?: string;
  readonly low?: string;
  readonly high?: string;
  readonly unit: string;
}
