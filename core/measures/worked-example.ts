import { readDay } from '#core/quantities/civil-date.ts';
import type { WorkedExample } from './guide.ts';
import type { Measure, Sitting } from './measure.ts';
import { sayNumber } from './say.ts';
import { isFaulty } from './written-fault.ts';
import { writtenSitting } from './written-sitting.ts';

const sumOver = (measure: Measure, sitting: Sitting, [first, last]: readonly [string, string]): string => {
  const [from, to] = [readDay(first), readDay(last)];
  if (measure.accumulate === undefined || from === undefined || to === undefined)
    throw new Error(`${measure.id} has no sum from ${first} to ${last}`);
  return `${sayNumber(measure.accumulate(sitting, from, to))} mg from ${first} to ${last}`;
};

/**
 * What a measure says of an example: its own sentence, or for a daily rate that is added up "3780 mg from 2026-01-01 to
 * 2026-06-17". Throws for an example that could not be entered.
 */
export const workExample = (measure: Measure, example: WorkedExample): string => {
  const { answers, over, born, sex, date, normal, medication, earlier } = example;
  const written = writtenSitting(measure, { items: answers, born, sex, date, normal, medication, earlier });
  if (isFaulty(written)) throw new Error(`${measure.id} ${example.id}: ${JSON.stringify(written.faults)}`);
  return over === undefined ? measure.explain(measure.compute(written.read)) : sumOver(measure, written.read, over);
};
