import { addOuter, fromFlat } from '../linear/flat.ts';
import { dot, type Matrix } from '../linear/matrix.ts';

/** Ordered categories, numbered without gaps from 0, and the terms of each participant. */
export interface OrderedData {
  readonly categories: number;
  readonly observed: readonly number[];
  readonly terms: Matrix;
}

/** Log-likelihood at cut points and coefficients, its slope, and minus its curvature. */
export interface OrderedLikelihood {
  readonly level: number;
  readonly slope: readonly number[];
  readonly information: Matrix;
}

const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** A cut as seen from a participant: F, its density and the slope of that; nothing where there is no cut. */
interface CutPoint {
  readonly below: number;
  readonly density: number;
  readonly bend: number;
  /** Slopes of the distance to the cut in all parameters. */
  readonly direction: readonly number[];
}

const cutAt = (parameters: readonly number[], cuts: number, index: number, terms: readonly number[]): CutPoint => {
  const none = { density: 0, bend: 0, direction: parameters.map(() => 0) };
  if (index < 0) return { below: 0, ...none };
  if (index >= cuts) return { below: 1, ...none };
  const below = logistic((parameters[index] ?? Number.NaN) - dot(terms, parameters.slice(cuts)));
  const density = below * (1 - below);
  const direction = parameters.map((_, i) => (i < cuts ? (i === index ? 1 : 0) : -(terms[i - cuts] ?? 0)));
  return { below, density, bend: density * (1 - 2 * below), direction };
};

/**
 * Likelihood of the cumulative logit model at parameters: cut points first, then a coefficient for each term
 * (`mccullagh1980`). P(at most category j) = logistic(cut j − terms · coefficients). Undefined where cuts are out of order.
 */
export const orderedLikelihoodAt = (
  { categories, observed, terms }: OrderedData,
  parameters: readonly number[],
): OrderedLikelihood | undefined => {
  const size = parameters.length;
  const information = new Float64Array(size * size);
  const slope = Array.from({ length: size }, () => 0);
  let level = 0;
  for (const [person, category] of observed.entries()) {
    const own = terms[person] ?? [];
    const [low, high] = [category - 1, category].map((index) => cutAt(parameters, categories - 1, index, own));
    if (low === undefined || high === undefined) return undefined;
    const chance = high.below - low.below;
    if (!(chance > 0)) return undefined;
    level += Math.log(chance);
    const change = high.direction.map((by, i) => (high.density * by - low.density * (low.direction[i] ?? 0)) / chance);
    change.forEach((by, i) => {
      slope[i] = (slope[i] ?? 0) + by;
    });
    addOuter(information, change, change);
    addOuter(
      information,
      high.direction.map((by) => (-high.bend / chance) * by),
      high.direction,
    );
    addOuter(
      information,
      low.direction.map((by) => (low.bend / chance) * by),
      low.direction,
    );
  }
  return { level, slope, information: fromFlat(information, size) };
};
