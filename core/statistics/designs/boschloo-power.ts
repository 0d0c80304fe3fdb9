import { binomialProbabilities } from '../distributions/binomial.ts';
import { supremumOf } from '../tests/nuisance-supremum.ts';
import { orderByFisher } from '../tests/table-orders.ts';
import { isInRegion, regionShares, type TableOrder } from '../tests/two-arm-region.ts';

/** The largest of the Fisher p values whose region keeps the level, or undefined where not even the smallest does. */
const criticalFisher = (order: TableOrder, alpha: number): number | undefined => {
  const levels = [...new Set(order.flatMap((row) => [...row]))].toSorted((a, b) => a - b);
  const keepsLevel = (index: number): boolean =>
    supremumOf(regionShares(order, levels[index] ?? Number.POSITIVE_INFINITY)).chance <= alpha;
  let [kept, lost] = [-1, levels.length];
  while (lost - kept > 1) {
    const middle = Math.floor((kept + lost) / 2);
    if (keepsLevel(middle)) kept = middle;
    else lost = middle;
  }
  return levels[kept];
};

/**
 * The exact chance that Boschloo's two-sided test (`boschloo1970`) rejects at a level: as `computeFisherPower`, which it
 * never falls below. With equal chances it is the size of the test there, at most the level. The region grows with the
 * Fisher p, so that its critical value is found by halving. Arms of 1 to 300; chances from 0 to 1; no rounding.
 */
export const computeBoschlooPower = (n1: number, p1: number, n0: number, p0: number, alpha: number): number => {
  const order = orderByFisher(n1, n0, 'two-sided');
  const critical = criticalFisher(order, alpha);
  if (critical === undefined) return 0;
  const [weights1, weights0] = [binomialProbabilities(n1, p1), binomialProbabilities(n0, p0)];
  let power = 0;
  weights1.forEach((weight1, x1) => {
    weights0.forEach((weight0, x0) => {
      if (isInRegion(order, critical, x1, x0)) power += weight1 * weight0;
    });
  });
  return power;
};
