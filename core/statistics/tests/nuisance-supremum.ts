/** Where a chance is largest, and how large. */
export interface Supremum {
  readonly proportion: number;
  readonly chance: number;
}

/** Chance of the region at a common proportion: sum over totals of their binomial probability and the region's share. */
const chanceAt = (shares: Float64Array, proportion: number): number => {
  const trials = shares.length - 1;
  if (proportion <= 0) return shares[0] ?? 0;
  if (proportion >= 1) return shares[trials] ?? 0;
  const odds = proportion / (1 - proportion);
  const mode = Math.min(trials, Math.floor((trials + 1) * proportion));
  let [inside, all] = [shares[mode] ?? 0, 1];
  for (let total = mode, weight = 1; total < trials && weight > 1e-20; total += 1) {
    weight *= ((trials - total) / (total + 1)) * odds;
    inside += weight * (shares[total + 1] ?? 0);
    all += weight;
  }
  for (let total = mode, weight = 1; total > 0 && weight > 1e-20; total -= 1) {
    weight *= total / ((trials - total + 1) * odds);
    inside += weight * (shares[total - 1] ?? 0);
    all += weight;
  }
  return inside / all;
};

const goldenShare = (Math.sqrt(5) - 1) / 2;

/** The top of one hill between two angles, by golden section down to 1e-9. */
const climbHill = (height: (angle: number) => number, from: number, to: number): number => {
  let [low, high] = [from, to];
  let [left, right] = [high - goldenShare * (high - low), low + goldenShare * (high - low)];
  let [leftHeight, rightHeight] = [height(left), height(right)];
  while (high - low > 1e-9) {
    if (leftHeight >= rightHeight) {
      [high, right, rightHeight] = [right, left, leftHeight];
      left = high - goldenShare * (high - low);
      leftHeight = height(left);
    } else {
      [low, left, leftHeight] = [left, right, rightHeight];
      right = low + goldenShare * (high - low);
      rightHeight = height(right);
    }
  }
  return (low + high) / 2;
};

const steps = 1000;
const angleOf = (step: number): number => (Math.PI / 2) * (step / steps);

/**
 * Largest chance of a region of tables over all common proportions from 0 to 1. The chance is looked at in 1,000 equal steps of
 * the angle arcsin √p, in which binomial variation is the same everywhere and no hill is narrower than some steps; every
 * hill that may be the highest is then climbed. `shares` are those of `regionShares`.
 */
export const supremumOf = (shares: Float64Array): Supremum => {
  const height = (angle: number): number => chanceAt(shares, Math.sin(angle) ** 2);
  const heights = Array.from({ length: steps + 1 }, (_, step) => height(angleOf(step)));
  const heightAt = (step: number): number => heights[step] ?? Number.NEGATIVE_INFINITY;
  let best = { angle: 0, chance: heightAt(0) };
  const offer = (angle: number, chance: number): void => {
    // Two arms of one size have their hills in pairs: which of them is higher by rounding says nothing, the first counts.
    if (chance > best.chance * (1 + 1e-12)) best = { angle, chance };
  };
  heights.forEach((chance, step) => {
    offer(angleOf(step), chance);
  });
  const worth = best.chance * 0.98;
  heights.forEach((chance, step) => {
    if (chance < worth || chance < heightAt(step - 1) || chance < heightAt(step + 1)) return;
    const top = climbHill(height, angleOf(Math.max(0, step - 1)), angleOf(Math.min(steps, step + 1)));
    offer(top, height(top));
  });
  return { proportion: Math.sin(best.angle) ** 2, chance: Math.min(1, best.chance) };
};
