import type { NotEstimable } from '../counts.ts';
import { studentTwoSidedQuantile } from '../distributions/student-t.ts';
import { refuseValues, type ValuesProblem } from '../values.ts';
import { meanOf, varianceOf } from './moments.ts';
import { type QuantileType, quantileOf } from './quantile.ts';

export interface IntervalEnds {
  readonly lower: number;
  readonly upper: number;
}

export interface Summary {
  readonly method: 'summary/1';
  readonly n: number;
  readonly mean: number;
  /** Absent for a single value. */
  readonly spread?: {
    readonly standardDeviation: number;
    readonly standardError: number;
    readonly interval: IntervalEnds;
  };
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly conventions: {
    readonly confidence: number;
    readonly interval: 'Student t';
    readonly quantiles: QuantileType;
  };
}

const spreadOf = (values: readonly number[], mean: number, confidence: number): NonNullable<Summary['spread']> => {
  const variance = varianceOf(values);
  const standardError = Math.sqrt(variance / values.length);
  const reach = studentTwoSidedQuantile(1 - confidence, values.length - 1) * standardError;
  return {
    standardDeviation: Math.sqrt(variance),
    standardError,
    interval: { lower: mean - reach, upper: mean + reach },
  };
};

/**
 * What a table prints of a measured value: n, mean, standard deviation (divisor n − 1), Student's interval of the mean
 * (`student1908`), median, quartiles of a named type (`hyndman1996`), extremes. In the unit of the values; no rounding.
 * Against R's mean, sd, quantile and qt to 1e-12 (public oracle `normal_ci_desc`).
 * Refuses no values, values that are no numbers, a confidence outside 0 … 1; of a single value there is no spread.
 */
export const summariseValues = (
  values: readonly number[],
  confidence = 0.95,
  quantiles: QuantileType = 'type 2',
): Summary | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([values], 1, confidence);
  if (refusal !== undefined) return refusal;
  const mean = meanOf(values);
  return {
    method: 'summary/1',
    n: values.length,
    mean,
    ...(values.length > 1 && { spread: spreadOf(values, mean, confidence) }),
    median: quantileOf(values, 0.5, quantiles),
    lowerQuartile: quantileOf(values, 0.25, quantiles),
    upperQuartile: quantileOf(values, 0.75, quantiles),
    minimum: quantileOf(values, 0),
    maximum: quantileOf(values, 1),
    conventions: { confidence, interval: 'Student t', quantiles },
  };
};
