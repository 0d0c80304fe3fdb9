import type { Range } from '#core/quantities/range.ts';
import { type BilagFinding, foundBy, mergeFindings } from './finding.ts';
import { dipstickMost } from './form.ts';
import { type BilagInput, levelsOf } from './inputs.ts';
import type { PreviousValue } from './previous.ts';

const items = [81];

const findingAt = (now: number, before: PreviousValue<number>): BilagFinding => {
  const isTwo = now >= 2;
  const rise = typeof before === 'number' ? now - before : 0;
  if (rise >= 2 || (before === 'first' && isTwo)) return foundBy(3, 'deteriorating proteinuria', items);
  if (rise === 1 && isTwo) return foundBy(2, 'rising protein on the dipstick', items);
  return foundBy(now > 0 ? 1 : 0, 'protein on the dipstick', items);
};

/**
 * Protein on the dipstick: A when it has risen by two, B when by one to at least ++, C from + on. At a first assessment
 * ++ is enough for the A; from a value that was not measured nothing has risen.
 *
 * @source yee2010; a first assessment and blanks as read in a port of the database program
 */
export const dipstickFindings = (input: BilagInput, previous: PreviousValue<Range>): readonly BilagFinding[] => {
  const before = typeof previous === 'string' ? [previous] : levelsOf(previous, dipstickMost);
  return mergeFindings(levelsOf(input, dipstickMost).flatMap((now) => before.map((then) => findingAt(now, then))));
};
