import { referencesOf } from '#core/criteria/check.ts';
import type { Condition, Formula } from '#core/criteria/syntax.ts';
import { everyFormula } from '#core/criteria/walk.ts';
import type { PlacedSentence, SentenceFault } from './placed-sentence.ts';

const reachedFrom = (id: string, definitions: ReadonlyMap<string, Condition>): ReadonlySet<string> => {
  const reached = new Set<string>();
  const follow = (condition: Condition | undefined): void => {
    for (const next of condition === undefined ? [] : referencesOf(condition)) {
      if (reached.has(next)) continue;
      reached.add(next);
      follow(definitions.get(next));
    }
  };
  follow(definitions.get(id));
  return reached;
};

/** Definitions that reach themselves, each a fault. */
export const circles = (
  placed: readonly PlacedSentence<Condition>[],
  definitions: ReadonlyMap<string, Condition>,
): readonly SentenceFault[] =>
  placed
    .filter(({ id }) => reachedFrom(id, definitions).has(id))
    .map(({ id, path }) => ({
      path,
      offset: 0,
      what: `"${id}" refers to itself`,
      expected: ['definitions that do not go in a circle'],
    }));

/** Far above any protocol; what two references to the same definition double over and over is soon above it. */
const mostConditions = 2000;

/** How many conditions a sentence comes to when every reference is written out. Each definition is counted once. */
const sizesIn = (definitions: ReadonlyMap<string, Condition>): ((formula: Formula) => number) => {
  const known = new Map<string, number>();
  const sizeOf = (formula: Formula): number =>
    everyFormula(formula).reduce(
      (sum, each) => sum + 1 + (each.kind === 'reference' ? defined(each.definition) : 0),
      0,
    );
  const defined = (id: string): number => {
    const condition = definitions.get(id);
    if (condition === undefined) return 0;
    const counted = known.get(id);
    if (counted !== undefined) return counted;
    // Where definitions go in a circle the count ends; the circle is a fault of its own.
    known.set(id, 0);
    const size = sizeOf(condition);
    known.set(id, size);
    return size;
  };
  return sizeOf;
};

/**
 * Sentences that would grow beyond 2,000 conditions with all that they refer to. Only the first of those that refer to
 * one another is told: the others grow by it. Counts without writing anything out, so it comes before what does.
 */
export const overgrown = (
  placed: readonly PlacedSentence[],
  definitions: ReadonlyMap<string, Condition>,
): readonly SentenceFault[] => {
  const sizeOf = sizesIn(definitions);
  const isOver = (formula: Formula | undefined): boolean => formula !== undefined && sizeOf(formula) > mostConditions;
  return placed
    .filter(({ formula }) => isOver(formula))
    .filter(({ formula }) =>
      everyFormula(formula).every((each) => each.kind !== 'reference' || !isOver(definitions.get(each.definition))),
    )
    .map(({ path }) => ({
      path,
      offset: 0,
      what: `more than ${mostConditions} conditions with all that it refers to`,
      expected: ['fewer references to long definitions'],
    }));
};
