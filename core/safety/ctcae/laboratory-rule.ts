import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { type Rational, zero } from '#core/quantities/rational.ts';
import type { Unit } from '#core/quantities/unit.ts';
import type { CtcaeVersion } from './grade.ts';
import { type LaboratoryTerm, unitCalled } from './laboratory-term.ts';

/** What a limit may be relative to. */
export type Reference = 'upper limit of normal' | 'lower limit of normal' | 'baseline';

export interface PrintedLimit {
  readonly value: Rational;
  readonly unit: Unit;
}

/**
 * A limit: a multiple of a reference and an amount more, in the unit of the term; or as printed. CTCAE prints some limits
 * as mass and as amount (300 mg/dL and 7.75 mmol/L) which are not exactly the same: the one of the reported kind counts.
 */
export type GradeLimit =
  | { readonly kind: 'relative'; readonly to: Reference; readonly times: Rational; readonly plus: Rational }
  | { readonly kind: 'printed'; readonly limits: readonly PrintedLimit[] };

export interface LimitComparison {
  readonly is: '<' | '<=' | '>' | '>=';
  readonly than: GradeLimit;
}

/** Circumstances under which alone a row applies. */
export interface Circumstances {
  /** With signs, symptoms or physiologic consequences of the abnormal value. */
  readonly symptomatic?: boolean;
  /** On anticoagulation. */
  readonly anticoagulated?: boolean;
  /** The baseline lay above the upper limit of normal. */
  readonly highBaseline?: boolean;
}

type LaboratoryGradeNumber = 1 | 2 | 3 | 4;

/** Who meets all comparisons under these circumstances has at least this grade. */
export interface Step {
  readonly grade: LaboratoryGradeNumber;
  readonly value: readonly LimitComparison[];
  readonly when: Circumstances;
}

/** One row: a step of one term in one or more versions. */
export interface LaboratoryRule extends Step {
  readonly term: LaboratoryTerm;
  readonly versions: readonly CtcaeVersion[];
}

export const bothVersions: readonly CtcaeVersion[] = ['v4.03', 'v5.0'];

const numberIn = (text: string): Rational => {
  const decimal = readDecimal(text);
  if (decimal === undefined) throw new Error(`CTCAE: ${text} is not a number`);
  return rationalOf(decimal);
};

/** A multiple of a reference. */
export const times = (factor: string, to: Reference): GradeLimit => ({
  kind: 'relative',
  to,
  times: numberIn(factor),
  plus: zero,
});

/** An amount above a reference, in the unit of the term. */
export const above = (to: Reference, amount: string): GradeLimit => ({
  kind: 'relative',
  to,
  times: numberIn('1'),
  plus: numberIn(amount),
});

/** A limit as printed, once for each kind of unit: `at('100 g/L', '6.2 mmol/L')`. */
export const at = (...texts: readonly string[]): GradeLimit => ({
  kind: 'printed',
  limits: texts.map((text) => {
    const [value = '', unit = '1'] = text.split(' ');
    return { value: numberIn(value), unit: unitCalled(unit) };
  }),
});

export const upperLimit = times('1', 'upper limit of normal');
export const lowerLimit = times('1', 'lower limit of normal');

/** A step with one comparison. */
export const step = (
  grade: LaboratoryGradeNumber,
  is: LimitComparison['is'],
  than: GradeLimit,
  when: Circumstances = {},
): Step => ({ grade, value: [{ is, than }], when });

/** Steps upwards through multiples of a reference, the first of them grade 1: beyond each begins the next grade. */
export const upwards = (to: Reference, factors: readonly string[], when: Circumstances = {}): readonly Step[] =>
  ([1, 2, 3, 4] as const).flatMap((grade) => {
    const factor = factors[grade - 1];
    return factor === undefined ? [] : [step(grade, '>', times(factor, to), when)];
  });

/** The rows of one term. */
export const rulesFor = (
  term: LaboratoryTerm,
  versions: readonly CtcaeVersion[],
  steps: readonly Step[],
): readonly LaboratoryRule[] => steps.map((each) => ({ ...each, term, versions }));
