import { compare, multiply, type Rational, rational, zero } from '#core/quantities/rational.ts';
import { type BilagFinding, type BilagSeverity, worstOf } from './finding.ts';
import type { BilagInput } from './inputs.ts';
import type { BilagAssessment } from './item-state.ts';
import type { RenalDialect } from './options.ts';
import { findingsOverTime, type PreviousValue, type RuleOverTime } from './previous.ts';

const deteriorating = 'deteriorating renal function';
const isAbove = (a: Rational, b: Rational): boolean => compare(a, b) > 0;

const creatinine = { limit: rational(130), severe: rational(130, 100), moderate: rational(115, 100) } as const;

const creatinineSeverity = (now: Rational, before: PreviousValue<Rational>, dialect: RenalDialect): BilagSeverity => {
  if (!isAbove(now, creatinine.limit)) return 0;
  if (before === 'first') return 3;
  if (before === 'blank' || compare(before, zero) === 0) return 0;
  const order = compare(now, multiply(creatinine.severe, before));
  if (order > 0 || (order === 0 && dialect === 'access-vba')) return 3;
  return compare(now, multiply(creatinine.moderate, before)) >= 0 ? 2 : 0;
};

const creatinineRuleOf = (dialect: RenalDialect): RuleOverTime => ({
  changes: {
    current: [creatinine.limit],
    previous: [],
    borders: [creatinine.severe, creatinine.moderate].map((slope) => ({ slope, rise: zero })),
  },
  branches: ['', 'rising creatinine', deteriorating],
  severity: (now, before) => creatinineSeverity(now, before, dialect),
});

const creatinineRules: Readonly<Record<RenalDialect, RuleOverTime>> = {
  paper2009: creatinineRuleOf('paper2009'),
  'access-vba': creatinineRuleOf('access-vba'),
};

const filtration = { mild: rational(80), severe: rational(50), share: rational(67, 100) } as const;

const filtrationSeverity = (now: Rational, before: PreviousValue<Rational>): BilagSeverity => {
  const isBelow = (limit: Rational): boolean => isAbove(limit, now);
  if (before === 'first') return isBelow(filtration.mild) ? 3 : 0;
  if (before === 'blank') return isBelow(filtration.severe) ? 3 : 0;
  if (isBelow(filtration.mild) && isBelow(multiply(filtration.share, before))) return 3;
  return isBelow(filtration.severe) && isAbove(before, filtration.severe) ? 3 : 0;
};

const filtrationRule: RuleOverTime = {
  changes: {
    current: [filtration.severe, filtration.mild],
    previous: [filtration.severe],
    borders: [{ slope: filtration.share, rise: zero }],
  },
  branches: ['', '', deteriorating],
  severity: filtrationSeverity,
};

/**
 * Renal function: the worse of creatinine and glomerular filtration rate. Creatinine above 130 umol/L counts as severe
 * when above 130 % of the value before, else as moderate from 115 % on. A filtration rate is severe below 80 and below
 * 67 % of the value before, or below 50 where it was above 50 or was not measured. At a first assessment the value alone
 * decides; a creatinine has not risen from a value that was not measured.
 *
 * @source yee2010; a first assessment and blanks as read in a port of the database program
 */
export const functionFindings = (
  input: (item: number) => BilagInput,
  previous: BilagAssessment | undefined,
  dialect: RenalDialect,
): readonly BilagFinding[] =>
  worstOf([
    findingsOverTime(86, input(86), previous, creatinineRules[dialect]),
    findingsOverTime(87, input(87), previous, filtrationRule),
  ]);
