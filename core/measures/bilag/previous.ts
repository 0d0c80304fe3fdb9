import type { Range } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
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

/** What an item may come to by such a rule, over all that it and the value before it may be. */
export const findingsOverTime = (
  item: number,
  input: BilagInput,
  previous: BilagAssessment | undefined,
  { changes, branches, severity }: RuleOverTime,
): readonly BilagFinding[] => {
  if (typeof input === 'string') return noFindings;
  const names = ['', ...branches] as const;
  const findingAt = (now: Rational, before: PreviousValue<Rational>): BilagFinding => {
    const found = severity(now, before);
    return foundBy(found, names[found], [item]);
  };
  const before = previousInput(item, previous);
  if (typeof before === 'string')
    return mergeFindings(representatives(input, changes.current).map((now) => findingAt(now, before)));
  return mergeFindings(representativePairs(input, before, changes).map(([now, then]) => findingAt(now, then)));
};
