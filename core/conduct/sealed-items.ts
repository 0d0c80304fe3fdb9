import { oncePer } from '#core/measures/once-per.ts';
import type { Study } from '#core/study/study.ts';

const sealedItems = oncePer(
  ({ definition, lexicon }: Study): ReadonlySet<string> =>
    new Set(
      (definition.masking?.['sealed measures'] ?? [])
        .flatMap((measure) => lexicon.measures.get(measure)?.instrument?.items ?? [])
        .map(({ id }) => id),
    ),
);

const daysOfVisits = oncePer(
  ({ definition }: Study): ReadonlyMap<string, number> => new Map(definition.visits.map(({ id, day }) => [id, day])),
);

/**
 * Whether an item would tell the arm at a visit: one of a measure that the study seals, from day 0 on. Before anything was
 * given it tells nothing, and eligibility may ask it.
 */
export const isSealedAt = (study: Study, visit: string, item: string): boolean =>
  sealedItems(study).has(item) && (daysOfVisits(study).get(visit) ?? 0) > 0;
