import type { Range } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
import { oncePer } from '../once-per.ts';
import { type BilagFinding, type BilagSeverity, foundBy, mergeFindings, noFindings } from './finding.ts';
import type { BilagInput } from './inputs.ts';
import { type BilagAssessment, everyAnswer, itemState } from './item-state.ts';
import { bilagItem } from './items.ts';
import { type RuleChanges, representativePairs, representatives } from './representatives.ts';

/** The value of the assessment before: `first` when there was none, `blank` when it was not measured then. */
export type PreviousValue<T> = T | 'blank' | 'first';

/**
 * An item at the assessment before, as far as it is known. Not measured and not due to lupus are blank, for which the
 * rules have an answer; what was measured and cannot be read may be anything.
 */
export const previousInput = (item: number, previous: BilagAssessment | undefined): PreviousValue<Range> => {
  if (previous === undefined) return 'first';
  const state = itemState(bilagItem(item), previous.get(item));
  if (state.state === 'refused') return everyAnswer(bilagItem(item));
  return state.state === 'known' ? state.range : 'blank';
};

/** A rule on a value and the one before it, and what its severities are called, from 1 to 3. */
export interface RuleOverTime {
  readonly changes: RuleChanges;
  readonly branches: readonly [mild: string, moderate: string, severe: string];
  readonly severity: (now: Rational, before: PreviousValue<Rational>) => BilagSeverity;
}

/** Severities without a value to compare with: they follow from the value alone, and the same values come again. */
const severitiesAlone = oncePer(({ changes, severity }: RuleOverTime) => {
  const given = (before: 'blank' | 'first') =>
    oncePer((range: Range) => representatives(range, changes.current).map((now) => severity(now, before)));
  return { blank: given('blank'), first: given('first') };
});

/** What an item may come to by such a rule, over all that it and the value before it may be. */
export const findingsOverTime = (
  item: number,
  input: BilagInput,
  previous: BilagAssessment | undefined,
  rule: RuleOverTime,
): readonly BilagFinding[] => {
  if (typeof input === 'string') return noFindings;
  const before = previousInput(item, previous);
  const severities =
    typeof before === 'string'
      ? severitiesAlone(rule)[before](input)
      : representativePairs(input, before, rule.changes).map(([now, then]) => rule.severity(now, then));
  // Most results of most people make nothing.
  if (severities.every((severity) => severity === 0)) return noFindings;
  const names = ['', ...rule.branches] as const;
  return mergeFindings(severities.map((severity) => foundBy(severity, names[severity], [item])));
};
