import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import { type AlphaSpending, spentAlpha } from './alpha-spending.ts';
import { type ErrorRates, quantilesOf } from './error-rates.ts';
import { atStart, chanceBeyond, exitChances, type GoingOn, goOn, type Look } from './exit-chances.ts';
import {
  areBounds,
  designGroupSequential,
  type EfficacyBounds,
  type GroupSequentialProblem,
} from './group-sequential.ts';

export interface FutilityDesign {
  readonly method: 'futility-bounds/1';
  /** Stop for efficacy above, for futility at or below; both meet at the last look. */
  readonly criticalValues: readonly number[];
  readonly futility: readonly number[];
  /** Expected final z at which the power is reached, squared, and the largest size over that without looks. */
  readonly shift: number;
  readonly inflation: number;
  /** Chances of stopping for futility at each look: at the difference of the design, and at none. */
  readonly stopsAtDrift: readonly number[];
  readonly stopsAtNone: readonly number[];
  readonly conventions: {
    readonly bounds: EfficacyBounds;
    readonly betaSpending: AlphaSpending;
    readonly futility: 'not binding';
    readonly alpha: 'one-sided';
    readonly information: readonly number[];
  };
}

interface Lower {
  readonly looks: readonly Look[];
  /** Chance of missing the difference beyond what may still be spent at the last look. */
  readonly excess: number;
}

/** Futility bounds that spend beta along a function when the final z has mean `drift`. */
const lowerAt = (
  criticalValues: readonly number[],
  information: readonly number[],
  spentBy: (t: number) => number,
  drift: number,
): Lower => {
  const looks: Look[] = [];
  let [before, spent, excess]: [GoingOn, number, number] = [atStart, 0, 0];
  information.forEach((t, index) => {
    const upper = criticalValues[index] ?? Number.NaN;
    const now = spentBy(t) - spent;
    const next = information[index + 1];
    const missed = (z: number): number => chanceBeyond(before, t, z, drift, 'below');
    if (next === undefined) excess = missed(upper) - now;
    const lower = next === undefined ? upper : turningPoint(-37, upper, (z) => missed(z) < now);
    const look = { information: t, upper, lower };
    looks.push(look);
    spent += now;
    if (next !== undefined) before = goOn(before, look, drift, next);
  });
  return { looks, excess };
};

/**
 * Group-sequential design that may also stop for futility: bounds that spend the chance of missing the difference along a
 * function (`lan1983`, for beta as `jennison2000`, chapter 7), not binding, so that the critical values are those without
 * them. The drift is the one at which both bounds meet at the last look. By hand, one look: both bounds are
 * Φ⁻¹(1 − alpha). Against nested integrals in R to 1e-7 (`evidence/oracles/group-sequential`). Refuses as
 * `designGroupSequential` does.
 */
export const designWithFutility = (
  bounds: EfficacyBounds,
  betaSpending: AlphaSpending,
  information: readonly number[],
  rates: ErrorRates,
): FutilityDesign | NotEstimable<GroupSequentialProblem> => {
  const efficacy = designGroupSequential(bounds, information, rates);
  if ('notEstimable' in efficacy) return efficacy;
  if (!areBounds(betaSpending)) return { notEstimable: 'no such bounds' };
  const { criticalValues } = efficacy;
  const spentBy = (t: number): number => spentAlpha(betaSpending, 1 - rates.power, t);
  const { forAlpha, forPower } = quantilesOf(rates);
  const single = forAlpha + forPower;
  const at = (drift: number): Lower => lowerAt(criticalValues, information, spentBy, drift);
  const drift = turningPoint(0, 3 * single, (theta) => at(theta).excess > 0);
  const { looks } = at(drift);
  return {
    method: 'futility-bounds/1',
    criticalValues,
    futility: looks.map(({ lower }) => lower),
    shift: drift ** 2,
    inflation: (drift / single) ** 2,
    stopsAtDrift: exitChances(looks, drift).below,
    stopsAtNone: exitChances(looks, 0).below,
    conventions: { bounds, betaSpending, futility: 'not binding', alpha: 'one-sided', information },
  };
};
