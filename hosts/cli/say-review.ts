import type { ReviewSummary } from '#core/conduct/review/review-summary.ts';

const of = (count: number, total: number, what: string): string => `${count} of ${total} ${what}`;

const changed = (count: number): string => (count === 0 ? '' : `, ${count} changed since`);

const sayQueries = ({ queries: { open, answered, closed, withdrawn } }: ReviewSummary): string => {
  const gone = withdrawn === 0 ? '' : `, ${withdrawn} withdrawn`;
  return `Queries: ${open} open, ${answered} answered, ${closed} closed${gone}`;
};

/** How far the review of the data has come, in a few lines for the screen. */
export const sayReview = (summary: ReviewSummary): readonly string[] => {
  const { items, visits, casebooks, uncoded } = summary;
  return [
    sayQueries(summary),
    `Verified against the source: ${of(items.verified, items.total, 'items')}`,
    `Visits: ${of(visits.frozen, visits.held, 'frozen')}, ${visits.signed} signed${changed(visits.void)}`,
    `Casebooks: ${of(casebooks.signed, casebooks.total, 'signed')}${changed(casebooks.void)}`,
    `Adverse events without a code: ${uncoded}`,
  ];
};
