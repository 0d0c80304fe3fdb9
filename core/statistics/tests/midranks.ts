/** Differences below this share of the largest value are rounding of the subtraction that made the values, not an order. */
const tieTolerance = 1e-9;

/**
 * The values with those that differ by rounding alone made equal: 12.3 − 9.9 and 2.4 are one value. Relative to the largest
 * absolute value; otherwise unchanged.
 */
export const joinTies = (values: readonly number[]): readonly number[] => {
  const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * tieTolerance;
  const joined = new Map<number, number>();
  let last: number | undefined;
  for (const value of values.toSorted((a, b) => a - b)) {
    if (last === undefined || value - last > scale) last = value;
    joined.set(value, last);
  }
  return values.map((value) => joined.get(value) ?? value);
};

/** The rank of each value, 1 for the smallest; tied values share the mean of their ranks (`hollander2014`, 4.1). */
export const midranksOf = (values: readonly number[]): readonly number[] => {
  const joined = joinTies(values);
  const order = joined.map((_, i) => i).toSorted((a, b) => (joined[a] ?? 0) - (joined[b] ?? 0));
  const ranks = joined.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && joined[order[to + 1] ?? 0] === joined[order[from] ?? 0]) to += 1;
    for (let i = from; i <= to; i += 1) ranks[order[i] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
};

/** Σ (t³ − t) over groups of t tied values: what ties take from the variance of a rank sum. */
export const tieSum = (values: readonly number[]): number =>
  [...Map.groupBy(joinTies(values), (value) => value).values()].reduce((sum, { length: t }) => sum + (t ** 3 - t), 0);
