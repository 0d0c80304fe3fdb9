import type { Evidence, Missing } from '#core/measures/measured.ts';
import type { SystemGrade } from './grade-bilag.ts';
import type { ReadAssessment } from './read-assessment.ts';

/** The items that the reasons of a system's grades name. */
export const itemsUsed = ({ possible }: SystemGrade): readonly number[] => {
  const used: number[] = [];
  for (const { reasons } of possible) for (const { items } of reasons) used.push(...items);
  return used;
};

const inOrder = (items: readonly number[]): readonly number[] =>
  items.length < 2
    ? items
    : items.toSorted((a, b) => a - b).filter((item, place, sorted) => item !== sorted[place - 1]);

/** What was recorded for these items, in the order of the form; nothing for an item that is still open. */
export const evidenceFor = (read: ReadAssessment, items: readonly number[]): readonly Evidence[] => {
  if (items.length === 0) return [];
  const found: Evidence[] = [];
  for (const item of inOrder(items)) {
    const evidence = read.evidence.get(item);
    if (evidence !== undefined) found.push(evidence);
  }
  return found;
};

/** What would have to be known of the items of a system. */
export const wantingAnswers = (read: ReadAssessment, { wanting }: SystemGrade): readonly Missing[] =>
  wanting.length === 0
    ? []
    : [...read.missing].filter(([number]) => wanting.some(({ item }) => item === number)).map(([, missing]) => missing);
