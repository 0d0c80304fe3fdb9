import type { NotEstimable } from '../counts.ts';
import { meanOf, varianceOf } from '../descriptive/moments.ts';
import { studentTwoSidedQuantile, studentTwoSidedTail } from '../distributions/student-t.ts';
import { refuseValues, type ValuesProblem } from '../values.ts';

/** What an estimate with a standard error and degrees of freedom says, by Student's t. */
export interface StudentInference {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
  readonly t: number;
  readonly twoSided: number;
  readonly lower: number;
  readonly upper: number;
}

/** t, two-sided p and interval of an estimate with a positive standard error and positive degrees of freedom. */
export const inferByStudent = (
  estimate: number,
  standardError: number,
  df: number,
  confidence: number,
): StudentInference => {
  const t = estimate / standardError;
  const reach = studentTwoSidedQuantile(1 - confidence, df) * standardError;
  const ends = { lower: estimate - reach, upper: estimate + reach };
  return { estimate, standardError, df, t, twoSided: studentTwoSidedTail(t, df), ...ends };
};

/** `pooled` assumes equal variances; `Welch` does not (Satterthwaite's degrees of freedom). */
export type VariancePooling = 'Welch' | 'pooled';

export interface StudentTest extends StudentInference {
  readonly method: 'welch-t/1' | 'pooled-t/1' | 'paired-t/1';
  readonly conventions: {
    readonly confidence: number;
    readonly direction: 'arm 1 - arm 0' | 'mean - 0';
    readonly twoSided: 'twice the upper tail of |t|';
  };
}

const told = (
  inference: StudentInference,
  method: StudentTest['method'],
  direction: StudentTest['conventions']['direction'],
  confidence: number,
): StudentTest => ({
  method,
  ...inference,
  conventions: { confidence, direction, twoSided: 'twice the upper tail of |t|' },
});

/**
 * Difference of the means of two independent samples, arm 1 − arm 0, by Student's t (`student1908`) with pooled variance,
 * or Welch's (`welch1947`, the default). In the unit of the values; no rounding. Against R's t.test to 1e-10
 * (public oracle `t_test`; `evidence/oracles/student-t-test`). Welch needs two values in each arm, pooled three in all.
 * Refuses samples without variation, whose t would be infinite, and what `refuseValues` names.
 */
export const testMeans = (
  arm1: readonly number[],
  arm0: readonly number[],
  pooling: VariancePooling = 'Welch',
  confidence = 0.95,
): StudentTest | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([arm1, arm0], 2, confidence);
  if (refusal !== undefined) return refusal;
  const [n1, n0] = [arm1.length, arm0.length];
  const [v1, v0] = [varianceOf(arm1), varianceOf(arm0)];
  if (v1 + v0 === 0) return { notEstimable: 'no variation' };
  const difference = meanOf(arm1) - meanOf(arm0);
  if (pooling === 'pooled') {
    const pooled = ((n1 - 1) * v1 + (n0 - 1) * v0) / (n1 + n0 - 2);
    const error = Math.sqrt(pooled * (1 / n1 + 1 / n0));
    return told(inferByStudent(difference, error, n1 + n0 - 2, confidence), 'pooled-t/1', 'arm 1 - arm 0', confidence);
  }
  const [s1, s0] = [v1 / n1, v0 / n0];
  const df = (s1 + s0) ** 2 / (s1 ** 2 / (n1 - 1) + s0 ** 2 / (n0 - 1));
  const inference = inferByStudent(difference, Math.sqrt(s1 + s0), df, confidence);
  return told(inference, 'welch-t/1', 'arm 1 - arm 0', confidence);
};

/**
 * The mean of within-participant differences against zero (paired t, `student1908`), such as value − baseline.
 * Against R's t.test to 1e-10 (public oracle `t_test`). Refuses as `testMeans` does.
 */
export const testMeanChange = (
  changes: readonly number[],
  confidence = 0.95,
): StudentTest | NotEstimable<ValuesProblem> => {
  const refusal = refuseValues([changes], 2, confidence);
  if (refusal !== undefined) return refusal;
  const variance = varianceOf(changes);
  if (variance === 0) return { notEstimable: 'no variation' };
  const error = Math.sqrt(variance / changes.length);
  return told(
    inferByStudent(meanOf(changes), error, changes.length - 1, confidence),
    'paired-t/1',
    'mean - 0',
    confidence,
  );
};
