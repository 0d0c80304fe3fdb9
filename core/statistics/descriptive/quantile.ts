/**
 * `type 2`: the inverse of the empirical distribution, with the average at its steps; SAS PCTLDEF=5, the default here.
 * `type 7`: interpolated between order statistics; the default of R and of spreadsheets.
 */
export type QuantileType = 'type 2' | 'type 7';

/** n·p is whole up to this: 0.1 · 30 must count as 3. */
const fuzz = 4 * Number.EPSILON;

const stepPosition = (n: number, p: number): readonly [below: number, above: number, weight: number] => {
  const position = n * p;
  const whole = Math.round(position);
  if (Math.abs(position - whole) > fuzz * Math.max(1, position)) return [Math.ceil(position), Math.ceil(position), 0];
  return [whole, whole + 1, 0.5];
};

const between = (n: number, p: number): readonly [below: number, above: number, weight: number] => {
  const position = 1 + (n - 1) * p;
  const low = Math.floor(position + fuzz * Math.max(1, position));
  return [low, low + 1, Math.max(0, position - low)];
};

/**
 * The p-quantile of at least one value, 0 ≤ p ≤ 1, by a named type (`hyndman1996`). In the unit of the values; no
 * rounding. Against R's quantile to 1e-12 (`evidence/oracles/quantile`, public oracle `normal_ci_desc`).
 */
export const quantileOf = (values: readonly number[], p: number, type: QuantileType = 'type 2'): number => {
  if (values.length === 0 || !(p >= 0 && p <= 1)) throw new Error(`quantile: ${p} of ${values.length} values`);
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above, weight] = (type === 'type 2' ? stepPosition : between)(sorted.length, p);
  const at = (rank: number): number => sorted[Math.min(sorted.length, Math.max(1, rank)) - 1] ?? Number.NaN;
  return weight === 0 ? at(below) : (1 - weight) * at(below) + weight * at(above);
};

/** The value that as many lie below as above; both types agree on it. */
export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);
