import { add, compare, one, rational } from '#core/quantities/rational.ts';
import { type BilagFinding, everyChoice, foundBy, mergeFindings, noFindings } from './finding.ts';
import type { BilagInput } from './inputs.ts';
import type { BilagAssessment } from './item-state.ts';
import { findingsOverTime, type RuleOverTime } from './previous.ts';

/** High above the limit, and risen by at least so much. */
const highAndRisen = (limit: number, rise: number): RuleOverTime => {
  const [high, least] = [rational(limit), rational(rise)];
  return {
    changes: { current: [high], previous: [], borders: [{ slope: one, rise: least }] },
    branches: ['', '', ''],
    severity: (now, before) =>
      typeof before !== 'string' && compare(now, high) > 0 && compare(now, add(before, least)) >= 0 ? 1 : 0,
  };
};

const systolicRule = highAndRisen(140, 30);
const diastolicRule = highAndRisen(90, 15);

/**
 * Rising blood pressure, a C: systolic above 140 and risen by 30 mmHg or more, and diastolic above 90 and risen by 15 or
 * more. Without values to compare with it has not risen.
 *
 * @source yee2010
 */
export const pressureFindings = (
  input: (item: number) => BilagInput,
  previous: BilagAssessment | undefined,
): readonly BilagFinding[] => {
  const systolic = findingsOverTime(78, input(78), previous, systolicRule);
  const diastolic = findingsOverTime(79, input(79), previous, diastolicRule);
  if (systolic === noFindings || diastolic === noFindings) return noFindings;
  const both = everyChoice([systolic, diastolic]).map((parts) => parts.every(({ severity }) => severity === 1));
  return mergeFindings(both.map((isRising) => foundBy(isRising ? 1 : 0, 'rising blood pressure', [78, 79])));
};
