import type { AnalysisValue } from '../analysis-value.ts';
import type { SizeAtMargin } from './exact-size.ts';
import type { TippingFinding } from './tipping.ts';

/** What a row of sensitivity does otherwise than the analysis it stands beside; 'main' is that analysis itself. */
export const rowLabels = {
  main: 'as planned',
  'randomised population': 'all randomised',
  'treated population': 'all treated',
  'per protocol population': 'treated per protocol',
  'complete cases': 'those not known left out',
  'worst case': 'not known: worst for the new treatment',
  'best case': 'not known: best for the new treatment',
  'missing as non-response': 'not known as no response',
  'last observation': 'not known as last observed',
  'worst observation': 'not known as worst observed',
  'fisher exact': 'Fisher exact',
  boschloo: 'Boschloo exact unconditional',
  'chi-squared': 'chi-squared, uncorrected',
  'miettinen-nurminen': 'interval of Miettinen and Nurminen',
  newcombe: 'interval of Newcombe',
  'exact odds ratio': 'odds ratio, exact conditional',
  'tipping point': 'tipping point of those not known',
  'null imputation': 'not known imputed under the null',
  'exact size': 'exact size of the test',
  stratified: 'by the strata of the allocation',
  'adjusted for the factors': 'adjusted for the factors, standardised',
  ancova: 'analysis of covariance at the visit',
  mmrm: 'model of all visits',
  'without factors': 'without the factors of the allocation',
  'unadjusted means': 'difference of changes, Welch',
  'rank sum': 'shift of changes, rank sum',
  'imputed at random': 'imputed as missing at random',
  'jump to reference': 'imputed by jump to reference',
  'copy reference': 'imputed by copy reference',
  'copy increments in reference': 'imputed by copy increments in reference',
  't test': 'mean, t test',
  'signed rank': 'Hodges–Lehmann centre, signed rank',
  cox: 'Cox model',
  'cox at midpoints': 'Cox model, in the middle between visits',
  'cox without strata': 'Cox model without strata',
  'peto-peto': 'Peto–Peto test',
  'restricted mean': 'restricted mean, days',
  turnbull: 'reached by the last visit, Turnbull',
} as const;

export type RowKind = keyof typeof rowLabels;
export type SensitivityKind = Exclude<RowKind, 'main'>;

/** On what axis the estimates of a table lie, and where there is no difference. */
export type EstimateScale = 'difference of proportions' | 'difference of means' | 'mean change' | 'hazard ratio';

/** An estimate with its interval, and the p of the analysis's own hypothesis. */
export interface Estimated {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly p?: number;
  /** Statistic, degrees of freedom and what else the method says, by name. */
  readonly more?: Readonly<Record<string, number>>;
  /** Of non-inferiority: whether it is shown. */
  readonly isShown?: boolean;
}

/**
 * What a row comes to: an estimate on the scale of its table; one on another scale; a p without an estimate of its own; what
 * changes the conclusion; how often a test errs; a share of each arm; or why there is none.
 */
export type RowFinding =
  | ({ readonly kind: 'estimate' } & Estimated)
  | ({ readonly kind: 'other scale'; readonly unit: 'odds ratio' | 'days' } & Estimated)
  | { readonly kind: 'p'; readonly p: number; readonly more?: Readonly<Record<string, number>> }
  | { readonly kind: 'tipping'; readonly tipping: TippingFinding }
  | { readonly kind: 'size'; readonly size: SizeAtMargin; readonly nominal: number }
  | { readonly kind: 'shares'; readonly share1: number; readonly share0: number }
  | { readonly kind: 'not estimable'; readonly why: string };

/** What is found, and by which methods. */
export interface MethodFinding {
  readonly found: RowFinding;
  /** "fisher-exact/1, miettinen-nurminen/1": ids with versions. */
  readonly method: string;
}

/** A value that was filled in: a number, or whether somebody responded. */
export interface DrawnValue {
  /** Which of the completed data sets, from 1. */
  readonly imputation: number;
  readonly participant: string;
  readonly visit: string | undefined;
  readonly value: number | boolean;
}

/** One row of an analysis and its sensitivity: who is counted, what is found, and by which methods. */
export interface EstimateRow extends MethodFinding {
  readonly kind: RowKind;
  readonly label: string;
  readonly role: 'main' | 'sensitivity';
  /** "12/20 v 9/20"; "18 v 19" where nothing is counted but who is known. */
  readonly counts: string;
  readonly countNumbers: Readonly<Record<string, number>>;
  readonly values: readonly AnalysisValue[];
  /** Records besides those of the values. */
  readonly records: readonly string[];
  /** What a reader has to know of this row. */
  readonly notes: readonly string[];
  /** Of a multiple imputation what was filled in. */
  readonly drawn?: readonly DrawnValue[];
}

/** An analysis as planned, then each way of doing it otherwise. */
export interface SensitivityTable {
  readonly analysis: string;
  readonly endpoint: string;
  readonly scale: EstimateScale;
  readonly confidence: number;
  /** Of non-inferiority, as a positive difference. */
  readonly margin: number | undefined;
  readonly rows: readonly EstimateRow[];
}

/** A plain row for a chart of estimates: without estimate where none lies on the scale of the table. */
export interface PlainEstimate {
  readonly label: string;
  readonly role: 'main' | 'sensitivity';
  readonly counts: string;
  readonly estimate: number | undefined;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** As a difference, with its sign; undefined where there is none. */
  readonly margin: number | undefined;
}

/** What a chart of estimates draws of a table: the rows that have one on its scale. */
export const plainEstimates = ({ rows, margin }: SensitivityTable): readonly PlainEstimate[] =>
  rows.flatMap(({ label, role, counts, found }): readonly PlainEstimate[] => {
    const own = { label, role, counts, margin: margin === undefined ? undefined : -margin };
    if (found.kind === 'estimate') {
      const { estimate, lower, upper } = found;
      return [{ ...own, estimate, lower, upper }];
    }
    return role === 'main' ? [{ ...own, estimate: undefined, lower: undefined, upper: undefined }] : [];
  });
