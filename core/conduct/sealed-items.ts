import type { Study } from '#core/study/study.ts';

/**
 * Whether an item would tell the arm at a visit: one of a measure that the study seals, from day 0 on. Before anything was
 * given it tells nothing, and eligibility may ask it.
 */
export const isSealedAt = ({ definition, lexicon }: Study, visit: string, item: string): boolean => {
  const day = definition.visits.find(({ id }) => id === visit)?.day ?? 0;
  const sealed = definition.masking?.['sealed measures'] ?? [];
  return (
    day > 0 &&
    sealed.some((measure) => lexicon.measures.get(measure)?.instrument?.items.some(({ id }) => id === item) === true)
  );
};
