import type { Refusal } from '#core/conduct/refusal.ts';

const reasons = ['frozen', 'not frozen', 'queries open', 'query stands otherwise', 'data not ready'] as const;

/** What keeps data from being reviewed further, or changed. */
export type ReviewRefusal = Extract<Refusal, { readonly refused: (typeof reasons)[number] }>;

export const isReviewRefusal = (refusal: Refusal): refusal is ReviewRefusal =>
  reasons.some((reason) => reason === refusal.refused);

type NotReady = Extract<ReviewRefusal, { refused: 'data not ready' }>;

const counted = (count: number, one: string, many: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

const sayNotReady = ({ queries, unsigned, void: changed, uncoded }: NotReady): string =>
  [
    ...counted(queries, 'query is not settled', 'queries are not settled'),
    ...counted(unsigned, 'casebook is not signed', 'casebooks are not signed'),
    ...counted(changed, 'casebook changed since it was signed', 'casebooks changed since they were signed'),
    ...counted(uncoded, 'adverse event has no code', 'adverse events have no code'),
  ].join(', ');

/** A refusal about the review of data as an English sentence. */
export const sayReviewRefusal = (refusal: ReviewRefusal): string => {
  switch (refusal.refused) {
    case 'frozen':
      return `${refusal.visit} is frozen; a data manager may unfreeze it, with a reason`;
    case 'not frozen':
      return `${refusal.visit} is not frozen`;
    case 'queries open':
      return `settle first: ${refusal.queries.join(', ')}`;
    case 'query stands otherwise':
      return `${refusal.query} is ${refusal.stands}`;
    case 'data not ready':
      return sayNotReady(refusal);
    default:
      return refusal satisfies never;
  }
};
