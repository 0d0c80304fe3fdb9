import { turningPoint } from '../bisection.ts';
import type { NotEstimable } from '../counts.ts';
import { normalUpperTail } from '../distributions/normal.ts';
import { type AlphaSpending, spentAlpha } from './alpha-spending.ts';
import { type ErrorRates, quantilesOf, refuseErrorRates, type SizingProblem } from './error-rates.ts';
import { atStart, chanceBeyond, exitChances, type GoingOn, goOn, type Look } from './exit-chances.ts';

/**
 * Bounds of a shape fixed beforehand, c · t^(delta − ½), for looks as planned: delta 0 is O'Brien and Fleming's, ½
 * Pocock's (`wang1987`); or those that spend alpha along a function, whatever the information turns out to be.
 */
export type EfficacyBounds = { readonly shape: 'Wang-Tsiatis'; readonly delta: number } | AlphaSpending;

export type GroupSequentialProblem = SizingProblem | 'information not rising to 1' | 'no such bounds';

export interface GroupSequentialDesign {
  readonly method: 'group-sequential/1';
  /** Stop for efficacy when z passes this. A look that may spend next to nothing has a bound beyond 30. */
  readonly criticalValues: readonly number[];
  /** One-sided p value of each critical value. */
  readonly stageLevels: readonly number[];
  readonly alphaSpent: readonly number[];
  /** Expected final z at which the power is reached, squared: information times squared effect. */
  readonly shift: number;
  /** Largest sample size over that of the trial without looks. */
  readonly inflation: number;
  /** Chance of stopping at each look when the design's difference is true. */
  readonly stopsAtDrift: readonly number[];
  /** Expected sample size over that of the trial without looks, at that difference and at none. */
  readonly expectedAtDrift: number;
  readonly expectedAtNone: number;
  readonly conventions: {
    readonly bounds: EfficacyBounds;
    readonly alpha: 'one-sided';
    readonly futility: 'none, or not binding';
    readonly information: readonly number[];
  };
}

/** A z beyond which a normal tail is no longer a double of full precision. */
const furthest = 37;

const lookAt = (information: number, upper: number): Look => ({ information, upper, lower: Number.NEGATIVE_INFINITY });

/** Critical values that spend alpha along a function: each look's by itself, given those before. */
const boundsBySpending = (rule: AlphaSpending, alpha: number, information: readonly number[]): readonly number[] => {
  const bounds: number[] = [];
  let [before, spent]: [GoingOn, number] = [atStart, 0];
  information.forEach((t, index) => {
    const now = spentAlpha(rule, alpha, t) - spent;
    const upper = turningPoint(-furthest, furthest, (z) => chanceBeyond(before, t, z, 0, 'above') > now);
    bounds.push(upper);
    spent += now;
    const next = information[index + 1];
    if (next !== undefined) before = goOn(before, lookAt(t, upper), 0, next);
  });
  return bounds;
};

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const boundsByShape = (delta: number, alpha: number, information: readonly number[]): readonly number[] => {
  const at = (c: number): readonly number[] => information.map((t) => c * t ** (delta - 0.5));
  const spends = (c: number): number =>
    sumOf(
      exitChances(
        at(c).map((upper, index) => lookAt(information[index] ?? 1, upper)),
        0,
      ).above,
    );
  return at(turningPoint(0, 20, (c) => spends(c) > alpha));
};

/** Whether the parameters of bounds, or of a spending function, are numbers in their domain. */
export const areBounds = (bounds: EfficacyBounds): boolean => {
  if ('shape' in bounds) return Number.isFinite(bounds.delta);
  if (bounds.spending === 'power') return bounds.exponent > 0 && Number.isFinite(bounds.exponent);
  return bounds.spending !== 'Hwang-Shih-DeCani' || Math.abs(bounds.gamma) <= 100;
};

const refuseBounds = (
  bounds: EfficacyBounds,
  information: readonly number[],
): NotEstimable<GroupSequentialProblem> | undefined => {
  const rises = information.every((t, index) => t > (information[index - 1] ?? 0));
  if (!rises || information.at(-1) !== 1) return { notEstimable: 'information not rising to 1' };
  return areBounds(bounds) ? undefined : { notEstimable: 'no such bounds' };
};

/** Expected share of the planned information when a trial stops with these chances at its looks. */
const expectedInformation = (stops: readonly number[], information: readonly number[]): number => {
  const early = stops.slice(0, -1);
  return early.reduce((sum, chance, index) => sum + chance * (information[index] ?? 1), 1 - sumOf(early));
};

/**
 * Group-sequential design with bounds for efficacy (`obrien1979`, `pocock1977`, `wang1987`, `lan1983`) at shares of the
 * information, and how much larger it is than a trial without looks (`jennison2000`). Critical values by recursive
 * integration and bisection to the last digits. For observed information give the shares observed: the function spends
 * what they allow, and the last look all that is left. Against rpact to 1e-6 (public oracle `group_sequential`) and to
 * nested integrals in R to 1e-8 (`evidence/oracles/group-sequential`). By hand, one look: Φ⁻¹(1 − alpha). Refuses
 * information that does not rise to 1, and bounds of no finite parameter.
 */
export const designGroupSequential = (
  bounds: EfficacyBounds,
  information: readonly number[],
  rates: ErrorRates,
): GroupSequentialDesign | NotEstimable<GroupSequentialProblem> => {
  const refusal = refuseErrorRates(rates) ?? refuseBounds(bounds, information);
  if (refusal !== undefined) return refusal;
  const criticalValues =
    'shape' in bounds
      ? boundsByShape(bounds.delta, rates.alpha, information)
      : boundsBySpending(bounds, rates.alpha, information);
  const looks = criticalValues.map((upper, index) => lookAt(information[index] ?? 1, upper));
  const atNone = exitChances(looks, 0).above;
  const { forAlpha, forPower } = quantilesOf(rates);
  const single = forAlpha + forPower;
  const drift = turningPoint(0, 3 * single, (theta) => sumOf(exitChances(looks, theta).above) < rates.power);
  const atDrift = exitChances(looks, drift).above;
  const inflation = (drift / single) ** 2;
  return {
    method: 'group-sequential/1',
    criticalValues,
    stageLevels: criticalValues.map(normalUpperTail),
    alphaSpent: atNone.map((_, index) => sumOf(atNone.slice(0, index + 1))),
    shift: drift ** 2,
    inflation,
    stopsAtDrift: atDrift,
    expectedAtDrift: inflation * expectedInformation(atDrift, information),
    expectedAtNone: inflation * expectedInformation(atNone, information),
    conventions: { bounds, alpha: 'one-sided', futility: 'none, or not binding', information },
  };
};
