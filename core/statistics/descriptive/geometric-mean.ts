import type { NotEstimable } from '../counts.ts';
import type { ValuesProblem } from '../values.ts';
import { type IntervalEnds, summariseValues } from './summary.ts';

export interface GeometricMean {
  readonly method: 'geometric-mean/1';
  readonly n: number;
  readonly estimate: number;
  /** Absent for a single value. */
  readonly spread?: {
    /** As a share: √(exp(s²) − 1), s the standard deviation of the logarithms. */
    readonly coefficientOfVariation: number;
    readonly interval: IntervalEnds;
  };
  readonly conventions: { readonly confidence: number; readonly interval: 'Student t of the logarithms' };
}

/**
 * Geometric mean of positive values, its interval from Student's t of the logarithms, and the geometric coefficient of
 * variation (`kirkwood1979`). For UPCR, UACR and titres. In the unit of the values (the interval too); no rounding.
 * Against R's exp(mean(log(x))) to 1e-12 (public oracle `normal_ci_desc`) and t.test of the logarithms
 * (`evidence/oracles/quantile`). Refuses what `summariseValues` refuses, and a value of zero or below.
 */
export const computeGeometricMean = (
  values: readonly number[],
  confidence = 0.95,
): GeometricMean | NotEstimable<ValuesProblem | 'not above zero'> => {
  if (values.some((value) => value <= 0)) return { notEstimable: 'not above zero' };
  const summary = summariseValues(values.map(Math.log), confidence);
  if ('notEstimable' in summary) return summary;
  const { spread, mean, n } = summary;
  return {
    method: 'geometric-mean/1',
    n,
    estimate: Math.exp(mean),
    ...(spread && {
      spread: {
        coefficientOfVariation: Math.sqrt(Math.expm1(spread.standardDeviation ** 2)),
        interval: { lower: Math.exp(spread.interval.lower), upper: Math.exp(spread.interval.upper) },
      },
    }),
    conventions: { confidence, interval: 'Student t of the logarithms' },
  };
};
