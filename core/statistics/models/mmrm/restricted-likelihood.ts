import { choleskyOf, invertFromCholesky, logDeterminantFromCholesky } from '../../linear/cholesky.ts';
import { addScaled, type Flat, fromFlat } from '../../linear/flat.ts';
import { dot, entry, type Matrix, timesVector } from '../../linear/matrix.ts';
import { byVisits, type Pattern, type Repeated } from './repeated.ts';

export interface PatternWeights {
  readonly pattern: Pattern;
  /** The inverse of the covariance of the visits of the pattern; zero in rows and columns of the others. */
  readonly weights: Matrix;
  readonly logDeterminant: number;
}

/** The restricted likelihood at one covariance of the visits. */
export interface RestrictedLikelihood {
  readonly logLikelihood: number;
  readonly coefficients: readonly number[];
  /** (X′V⁻¹X)⁻¹: the covariance of the coefficients, were V known. */
  readonly covariance: Matrix;
  readonly patterns: readonly PatternWeights[];
}

const weigh = (pattern: Pattern, covariance: Matrix): PatternWeights | undefined => {
  const { visits } = pattern;
  const triangle = choleskyOf(visits.map((a) => visits.map((b) => entry(covariance, a, b))));
  if (triangle === undefined) return undefined;
  const inverse = invertFromCholesky(triangle);
  const place = new Map(visits.map((visit, i) => [visit, i]));
  const weights = byVisits(covariance.length, (a, b) => inverse[place.get(a) ?? -1]?.[place.get(b) ?? -1] ?? 0);
  return { pattern, weights, logDeterminant: logDeterminantFromCholesky(triangle) };
};

/** Σ of the weight of visits a and b times what a pattern holds for them. */
const sumWeighted = (
  length: number,
  patterns: readonly PatternWeights[],
  held: (pattern: Pattern) => readonly (readonly Flat[])[],
): Flat => {
  const sum = new Float64Array(length);
  for (const { pattern, weights } of patterns) {
    held(pattern).forEach((row, a) => {
      row.forEach((flat, b) => {
        if (flat.length > 0) addScaled(sum, flat, entry(weights, a, b));
      });
    });
  }
  return sum;
};

/** Values minus what the coefficients predict, for each participant of a pattern, in the order of its visits. */
export const residualsOf = (
  { designs, values }: Pattern,
  coefficients: readonly number[],
): readonly (readonly number[])[] =>
  designs.map((design, person) =>
    timesVector(design, coefficients).map((predicted, i) => (values[person]?.[i] ?? Number.NaN) - predicted),
  );

/** Σ r′·weights·r over the participants of a pattern. */
const weightedSquares = ({ pattern, weights }: PatternWeights, coefficients: readonly number[]): number => {
  const own = pattern.visits.map((a) => pattern.visits.map((b) => entry(weights, a, b)));
  return residualsOf(pattern, coefficients).reduce((sum, rest) => sum + dot(rest, timesVector(own, rest)), 0);
};

/**
 * Restricted log-likelihood of repeated measures (`patterson1971`) with the coefficients at their generalised least
 * squares values: −½ ((N − p) ln 2π + Σ ln |Vᵢ| + ln |X′V⁻¹X| + Σ rᵢ′Vᵢ⁻¹rᵢ), the constant as in nlme::gls and mmrm.
 * Undefined where the covariance is not positive definite or the coefficients cannot be told apart.
 */
export const restrictedLikelihoodAt = (data: Repeated, covariance: Matrix): RestrictedLikelihood | undefined => {
  const patterns = data.patterns.flatMap((pattern) => weigh(pattern, covariance) ?? []);
  if (patterns.length < data.patterns.length) return undefined;
  const squares = sumWeighted(data.columns ** 2, patterns, ({ crossDesign }) => crossDesign);
  const triangle = choleskyOf(fromFlat(squares, data.columns));
  if (triangle === undefined) return undefined;
  const inverse = invertFromCholesky(triangle);
  const right = sumWeighted(data.columns, patterns, ({ crossValue }) => crossValue);
  const coefficients = timesVector(inverse, [...right]);
  const parts = patterns.map(
    (one) => one.pattern.designs.length * one.logDeterminant + weightedSquares(one, coefficients),
  );
  const constant = (data.observations - data.columns) * Math.log(2 * Math.PI) + logDeterminantFromCholesky(triangle);
  const logLikelihood = -(constant + parts.reduce((sum, part) => sum + part, 0)) / 2;
  return Number.isFinite(logLikelihood) ? { logLikelihood, coefficients, covariance: inverse, patterns } : undefined;
};
