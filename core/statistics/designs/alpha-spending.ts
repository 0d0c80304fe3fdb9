import { normalUpperTail } from '../distributions/normal.ts';
import { normalQuantile } from '../distributions/normal-quantile.ts';

/** How much of alpha may be spent by a share of the information. */
export type AlphaSpending =
  | { readonly spending: "O'Brien-Fleming type" }
  | { readonly spending: 'Pocock type' }
  | { readonly spending: 'Hwang-Shih-DeCani'; readonly gamma: number }
  | { readonly spending: 'power'; readonly exponent: number };

/**
 * One-sided alpha spent by a share t of the information, 0 < t ≤ 1: Lan and DeMets's functions of O'Brien–Fleming and
 * Pocock type (`lan1983`), Hwang, Shih and DeCani's (`hwang1990`; gamma 0 is linear), and alpha · t^exponent
 * (`kim1987`). All of alpha at t = 1.
 */
export const spentAlpha = (rule: AlphaSpending, alpha: number, t: number): number => {
  if (t >= 1) return alpha;
  switch (rule.spending) {
    case "O'Brien-Fleming type":
      return 2 * normalUpperTail(-normalQuantile(alpha / 2) / Math.sqrt(t));
    case 'Pocock type':
      return alpha * Math.log1p((Math.E - 1) * t);
    case 'Hwang-Shih-DeCani':
      return rule.gamma === 0 ? alpha * t : (alpha * Math.expm1(-rule.gamma * t)) / Math.expm1(-rule.gamma);
    case 'power':
      return alpha * t ** rule.exponent;
    default:
      throw new Error(`alpha spending: no function ${rule satisfies never}`);
  }
};
