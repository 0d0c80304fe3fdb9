import { choleskyOf } from '../../linear/cholesky.ts';
import { entry, type Matrix, matrixOf, product, transposed } from '../../linear/matrix.ts';

/** From the most to the least that a covariance of the visits may be: the ladder of fall-backs in this order. */
export const covarianceStructures = [
  'unstructured',
  'heterogeneous Toeplitz',
  'heterogeneous autoregressive',
  'heterogeneous compound symmetry',
  'compound symmetry',
] as const;

export type CovarianceStructure = (typeof covarianceStructures)[number];

/** A covariance of the visits and how it moves with each of its free parameters. */
export interface Parametrised {
  readonly covariance: Matrix;
  readonly derivatives: readonly Matrix[];
}

/** Free numbers, any of which is allowed, to a covariance; and from a first guess of the covariance to such numbers. */
export interface Parametrisation {
  readonly start: (guess: Matrix) => readonly number[];
  readonly at: (parameters: readonly number[]) => Parametrised;
}

const places = (size: number): readonly (readonly [number, number])[] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: i + 1 }, (__, j) => [i, j] as const)).flat();

/** The Cholesky triangle with logarithms on its diagonal: every vector is a covariance, and every covariance one vector. */
const unstructured = (size: number): Parametrisation => ({
  start: (guess) => {
    const triangle = choleskyOf(guess);
    if (triangle === undefined) throw new Error('covariance: the first guess is not positive definite');
    return places(size).map(([i, j]) => (i === j ? Math.log(entry(triangle, i, i)) : entry(triangle, i, j)));
  },
  at: (parameters) => {
    const triangle = matrixOf(size, size, () => 0);
    places(size).forEach(([i, j], k) => {
      const row = triangle[i];
      if (row !== undefined) row[j] = i === j ? Math.exp(parameters[k] ?? 0) : (parameters[k] ?? 0);
    });
    const derivatives = places(size).map(([i, j]) => {
      // The triangle moves in one place: only row and column i of the covariance move.
      const step = i === j ? entry(triangle, i, i) : 1;
      return matrixOf(
        size,
        size,
        (a, b) => step * ((a === i ? entry(triangle, b, j) : 0) + (b === i ? entry(triangle, a, j) : 0)),
      );
    });
    return { covariance: product(triangle, transposed(triangle)), derivatives };
  },
});

/** ρ within (−1, 1) from any number, and its slope. */
const correlationOf = (x: number): number => x / Math.sqrt(1 + x * x);
const correlationSlope = (x: number): number => (1 + x * x) ** -1.5;
const freeOf = (correlation: number): number => correlation / Math.sqrt(1 - correlation * correlation);

/** How a structure makes correlations: which parameters there are, and the correlation at a distance of visits. */
interface CorrelationShape {
  readonly count: (size: number) => number;
  readonly correlation: (lag: number, rho: readonly number[]) => number;
  /** Its slope in the k-th ρ. */
  readonly slope: (lag: number, rho: readonly number[], k: number) => number;
}

const shapes: Readonly<Record<Exclude<CovarianceStructure, 'unstructured'>, CorrelationShape>> = {
  'heterogeneous Toeplitz': {
    count: (size) => size - 1,
    correlation: (lag, rho) => rho[lag - 1] ?? 0,
    slope: (lag, _, k) => (lag - 1 === k ? 1 : 0),
  },
  'heterogeneous autoregressive': {
    count: () => 1,
    correlation: (lag, rho) => (rho[0] ?? 0) ** lag,
    slope: (lag, rho) => lag * (rho[0] ?? 0) ** (lag - 1),
  },
  'heterogeneous compound symmetry': { count: () => 1, correlation: (_, rho) => rho[0] ?? 0, slope: () => 1 },
  'compound symmetry': { count: () => 1, correlation: (_, rho) => rho[0] ?? 0, slope: () => 1 },
};

const meanOfLag = (guess: Matrix, lag: number): number => {
  const found = places(guess.length)
    .filter(([i, j]) => i - j === lag)
    .map(([i, j]) => entry(guess, i, j) / Math.sqrt(entry(guess, i, i) * entry(guess, j, j)));
  return found.reduce((sum, value) => sum + value, 0) / found.length;
};

const patterned = (
  size: number,
  { count, correlation, slope }: CorrelationShape,
  oneDeviation: boolean,
): Parametrisation => {
  const deviations = oneDeviation ? 1 : size;
  const correlations = size === 1 ? 0 : count(size);
  return {
    start: (guess) => {
      const logs = guess.map((_, i) => Math.log(entry(guess, i, i)) / 2);
      const first = oneDeviation ? [logs.reduce((sum, log) => sum + log, 0) / size] : logs;
      const rho = Array.from({ length: correlations }, (_, k) => meanOfLag(guess, k + 1));
      return [...first, ...rho.map((value) => freeOf(Math.min(0.95, Math.max(-0.95, value))))];
    },
    at: (parameters) => {
      const deviation = (i: number): number => Math.exp(parameters[oneDeviation ? 0 : i] ?? 0);
      const free = parameters.slice(deviations);
      const rho = free.map(correlationOf);
      const scaled = (at: (lag: number) => number): Matrix =>
        matrixOf(size, size, (i, j) => deviation(i) * deviation(j) * at(Math.abs(i - j)));
      const covariance = scaled((lag) => (lag === 0 ? 1 : correlation(lag, rho)));
      const byDeviation = Array.from({ length: deviations }, (_, k) =>
        matrixOf(size, size, (i, j) => {
          const times = oneDeviation ? 2 : (i === k ? 1 : 0) + (j === k ? 1 : 0);
          return times * entry(covariance, i, j);
        }),
      );
      const byCorrelation = free.map((x, k) =>
        scaled((lag) => (lag === 0 ? 0 : slope(lag, rho, k) * correlationSlope(x))),
      );
      return { covariance, derivatives: [...byDeviation, ...byCorrelation] };
    },
  };
};

/**
 * A structure for so many visits as free parameters: unstructured by the logarithmic Cholesky triangle (`pinheiro1996`),
 * the others by logarithms of standard deviations and ρ = x / √(1 + x²).
 * Not every vector is a covariance for the Toeplitz structure: the likelihood refuses those that are none.
 */
export const parametrise = (structure: CovarianceStructure, visits: number): Parametrisation =>
  structure === 'unstructured'
    ? unstructured(visits)
    : patterned(visits, shapes[structure], structure === 'compound symmetry');
