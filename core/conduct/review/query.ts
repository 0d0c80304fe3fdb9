import { itemAt, type Participant, type StandingItem, type StandingRecord } from '#core/conduct/participant.ts';
import { isSealedRecord } from '#core/conduct/trial-event.ts';
import type { QueryAbout, QueryRule } from './review-event.ts';
import { isUnsettled, type Query } from './review-state.ts';

/** What stands now where a query points. */
export interface QueryStanding {
  /** Undefined for a visit, and for a record that was struck. */
  readonly stands: StandingItem | StandingRecord | undefined;
  /** Whether that is another record than the one that the query is about. */
  readonly isChanged: boolean;
}

const standingRecord = (participant: Participant, record: string): StandingRecord | undefined => {
  const next = participant.review.replaced.get(record);
  return next === undefined
    ? participant.history.find((entry) => entry.record === record)
    : standingRecord(participant, next);
};

/** A query keeps pointing to the record that it was raised about, and this says what stands in its place. */
export const standingOf = (participant: Participant, { about }: Query): QueryStanding => {
  switch (about.kind) {
    case 'item': {
      const stands = itemAt(participant, about.visit, about.item);
      return { stands, isChanged: stands?.record !== about.record };
    }
    case 'history': {
      const stands = standingRecord(participant, about.record);
      return { stands, isChanged: stands?.record !== about.record };
    }
    case 'visit':
      return { stands: undefined, isChanged: false };
    default:
      return about satisfies never;
  }
};

/** The visit that a query is about; none for one about a history. */
export const visitOf = ({ about }: Query): string | undefined => (about.kind === 'history' ? undefined : about.visit);

/** Ids of the queries about a visit that are not settled. */
export const unsettledAt = ({ review }: Participant, visit: string): readonly string[] =>
  review.queries.filter((query) => isUnsettled(query) && visitOf(query) === visit).map(({ id }) => id);

const placeOf = (about: QueryAbout): string => (about.kind === 'visit' ? `visit ${about.visit}` : about.record);

/** What a rule and a record have one query for. */
export const queryKey = (rule: QueryRule, about: QueryAbout): string => `${rule}: ${placeOf(about)}`;

/** Whether what a query would ask about is there for those who see only the public log. */
export const isThere = (participant: Participant, about: QueryAbout): boolean => {
  switch (about.kind) {
    case 'item':
      return itemAt(participant, about.visit, about.item)?.record === about.record && !isSealedRecord(about.record);
    case 'history':
      return participant.history.some(({ record }) => record === about.record) && !isSealedRecord(about.record);
    case 'visit':
      return participant.visits.has(about.visit);
    default:
      return about satisfies never;
  }
};
