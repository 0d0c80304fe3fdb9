import { compare, multiply, one, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { type BilagFinding, type BilagSeverity, worstOf } from './finding.ts';
import type { BilagInput } from './inputs.ts';
import type { BilagAssessment } from './item-state.ts';
import type { RenalDialect } from './options.ts';
import { findingsOverTime, type PreviousValue, previousInput, type RuleOverTime } from './previous.ts';
import { dipstickFindings } from './renal-dipstick.ts';

/** A limit that is reached from the value on (`from`) or only above it. */
interface ProteinLimit {
  readonly value: Rational;
  readonly counts: 'from' | 'above';
}

/** Limits of A, B and C, and the share of the value before that has to be left for the protein not to have fallen. */
interface ProteinRule {
  readonly severe: ProteinLimit;
  readonly moderate: ProteinLimit;
  readonly mild: ProteinLimit;
  readonly notFallen: ProteinLimit;
  readonly mildNotFallen: ProteinLimit;
}

const above = (value: Rational): ProteinLimit => ({ value, counts: 'above' });
const from = (value: Rational): ProteinLimit => ({ value, counts: 'from' });

const threeQuarters = rational(3, 4);
const anyShare = from(zero);

const published: ProteinRule = {
  severe: above(rational(100)),
  moderate: from(rational(50)),
  mild: above(rational(25)),
  notFallen: above(threeQuarters),
  mildNotFallen: anyShare,
};

/** The database program wrote 49.99 mg/mmol and 0.4999 g for "from 50" and "from 0.5". */
const nearlyFifty = rational(4999, 100);

const vbaProtein: ProteinRule = {
  ...published,
  moderate: above(nearlyFifty),
  notFallen: from(threeQuarters),
  mildNotFallen: from(one),
};

/** Its rule for albumin differs from that for protein, and between a first assessment and the later ones. */
const vbaAlbumin = {
  first: { ...published, moderate: above(nearlyFifty) },
  later: { ...published, severe: from(rational(100)), moderate: from(nearlyFifty), mild: from(rational(25)) },
} as const satisfies Record<string, ProteinRule>;

const albumin = 82;
const measures = [albumin, 83, 84] as const;
type ProteinMeasure = (typeof measures)[number];

const limitsFor = (item: ProteinMeasure, isFirst: boolean, dialect: RenalDialect): ProteinRule => {
  if (dialect === 'paper2009') return published;
  if (item !== albumin) return vbaProtein;
  return isFirst ? vbaAlbumin.first : vbaAlbumin.later;
};

/** Grams in 24 hours have the limits of the ratios in mg/mmol, divided by a hundred. */
const unitOf = (item: ProteinMeasure): Rational => (item === 84 ? rational(1, 100) : one);

const reaches = (value: Rational, limit: ProteinLimit, times: Rational): boolean => {
  const order = compare(value, multiply(limit.value, times));
  return limit.counts === 'from' ? order >= 0 : order > 0;
};

const severityBy =
  (rule: ProteinRule, unit: Rational) =>
  (now: Rational, before: PreviousValue<Rational>): BilagSeverity => {
    const isOver = (limit: ProteinLimit): boolean => reaches(now, limit, unit);
    const isLeft = (share: ProteinLimit): boolean => typeof before === 'string' || reaches(now, share, before);
    if (isOver(rule.severe) && isLeft(rule.notFallen)) return 3;
    if (isOver(rule.moderate) && isLeft(rule.notFallen)) return 2;
    return isOver(rule.mild) && isLeft(rule.mildNotFallen) ? 1 : 0;
  };

const ruleOverTime = (item: ProteinMeasure, isFirst: boolean, dialect: RenalDialect): RuleOverTime => {
  const unit = unitOf(item);
  const limits = [rational(25), nearlyFifty, rational(50), rational(100)];
  return {
    changes: {
      current: limits.map((limit) => multiply(limit, unit)),
      previous: [],
      borders: [threeQuarters, one].map((slope) => ({ slope, rise: zero })),
    },
    branches: ['proteinuria', 'proteinuria not falling', 'deteriorating proteinuria'],
    severity: severityBy(limitsFor(item, isFirst, dialect), unit),
  };
};

type RulesByMeasure = Readonly<Record<ProteinMeasure, RuleOverTime>>;

const rulesBy = (isFirst: boolean, dialect: RenalDialect): RulesByMeasure => ({
  82: ruleOverTime(82, isFirst, dialect),
  83: ruleOverTime(83, isFirst, dialect),
  84: ruleOverTime(84, isFirst, dialect),
});

const rules: Readonly<Record<RenalDialect, { readonly first: RulesByMeasure; readonly later: RulesByMeasure }>> = {
  paper2009: { first: rulesBy(true, 'paper2009'), later: rulesBy(false, 'paper2009') },
  'access-vba': { first: rulesBy(true, 'access-vba'), later: rulesBy(false, 'access-vba') },
};

/**
 * Protein in the urine: the worst of the albumin ratio, the protein ratio and the protein in 24 hours; the dipstick
 * alone where none of the three was measured. A: above 100 mg/mmol or 1 g and not fallen by a quarter; B: from 50 or
 * 0.5 g and not fallen by a quarter; C: above 25 or 0.25 g. Without a value to compare with it has not fallen.
 *
 * @source yee2010; `access-vba` as read in a port of that program
 */
export const proteinFindings = (
  input: (item: number) => BilagInput,
  previous: BilagAssessment | undefined,
  dialect: RenalDialect,
): readonly BilagFinding[] => {
  if (measures.every((item) => input(item) === 'blank'))
    return dipstickFindings(input(81), previousInput(81, previous));
  const byMeasure = rules[dialect][previous === undefined ? 'first' : 'later'];
  return worstOf(measures.map((item) => findingsOverTime(item, input(item), previous, byMeasure[item])));
};
