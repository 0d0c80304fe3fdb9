import { isExact } from '#core/quantities/range.ts';
import type { Rational } from '#core/quantities/rational.ts';
import { type AnalysisValue, enteredOutcome } from '../analysis-value.ts';

/** A value as it enters analyses that is one number, exactly; undefined for what is still a range or no number. */
export const knownNumber = (value: AnalysisValue): Rational | undefined => {
  const outcome = enteredOutcome(value);
  return outcome.kind === 'number' && isExact(outcome.range) ? outcome.range.low : undefined;
};

/** The nearest double. */
export const asDouble = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator);
