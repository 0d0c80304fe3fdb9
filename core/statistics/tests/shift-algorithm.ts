/**
 * The distribution of the sum of `size` of these whole-number scores, every choice alike: the shift
 * algorithm (`streitberg1986`), exact with ties. Entry s is the probability of the sum s; far tails keep their digits.
 * Scores from 0, at most 1,000 of them, for more ways to choose would overflow; work grows with their count times size
 * times their sum.
 */
export const sumOfChosen = (scores: readonly number[], size: number): Float64Array => {
  const most = scores.reduce((sum, score) => sum + score, 0);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1));
  const none = ways[0];
  if (none !== undefined) none[0] = 1;
  let [reach, seen] = [0, 0];
  for (const score of scores) {
    reach += score;
    seen += 1;
    for (let count = Math.min(size, seen); count >= 1; count -= 1) {
      shiftInto(ways[count], ways[count - 1], score, reach);
    }
  }
  const row = ways[size] ?? new Float64Array(0);
  const all = row.reduce((sum, way) => sum + way, 0);
  return row.map((way) => way / all);
};

const shiftInto = (
  target: Float64Array | undefined,
  source: Float64Array | undefined,
  by: number,
  reach: number,
): void => {
  if (target === undefined || source === undefined) return;
  for (let sum = reach; sum >= by; sum -= 1) target[sum] = (target[sum] ?? 0) + (source[sum - by] ?? 0);
};

/** The distribution of the sum of those scores whose signs come up, each with chance ½: for signed ranks. */
export const sumOfSigned = (scores: readonly number[]): Float64Array => {
  const most = scores.reduce((sum, score) => sum + score, 0);
  const chances = new Float64Array(most + 1);
  chances[0] = 1;
  let reach = 0;
  for (const score of scores) {
    reach += score;
    for (let sum = reach; sum >= 0; sum -= 1) {
      chances[sum] = ((chances[sum] ?? 0) + (sum >= score ? (chances[sum - score] ?? 0) : 0)) / 2;
    }
  }
  return chances;
};

/** The chance of a sum at least as far from the middle as the observed one, on both sides. */
export const twoSidedChance = (distribution: Float64Array, observed: number, middle: number): number => {
  const far = Math.abs(observed - middle) - 1e-6;
  let chance = 0;
  distribution.forEach((weight, sum) => {
    if (Math.abs(sum - middle) >= far) chance += weight;
  });
  return Math.min(1, chance);
};
