import type { Formula } from '#core/criteria/syntax.ts';
import { everyFormula, pointsNamed } from '#core/criteria/walk.ts';
import type { PlacedSentence, SentenceFault } from './placed-sentence.ts';
import type { StudyDefinition } from './schema.ts';

/** Sentences that count from the first dose, which somebody of an arm without doses never has. */
export const checkFirstDose = (
  { arms }: StudyDefinition,
  placed: readonly PlacedSentence<Formula>[],
): readonly SentenceFault[] => {
  const without = arms.filter(({ doses }) => doses.length === 0).map(({ id }) => id);
  if (without.length === 0) return [];
  return placed.flatMap(({ path, formula }) => {
    const asking = everyFormula(formula).find((each) => pointsNamed(each).includes('first dose'));
    const what = `first dose never comes in ${without.join(', ')}: nothing is known there`;
    const expected = ['a visit that every participant has, such as baseline'];
    return asking === undefined
      ? []
      : [{ path, offset: asking.span.start, what, expected, severity: 'warning' as const }];
  });
};
