import type { EventCode, QueryAbout, QueryRule, QueryStatus, ReviewEvent, SignatureMeaning } from './review-event.ts';

export interface Query {
  readonly id: string;
  readonly about: QueryAbout;
  readonly text: string;
  readonly rule: QueryRule | undefined;
  readonly status: QueryStatus;
  /** What was answered last. */
  readonly answer: string | undefined;
  /** Record of the event that raised it. */
  readonly record: string;
}

/** The latest signature of a visit or of a casebook. */
export interface Signature {
  readonly meaning: SignatureMeaning;
  readonly hash: string;
  readonly record: string;
  /** The first event after it that may have changed what was signed; whether it did, the hash tells. */
  readonly changedBy: string | undefined;
}

/** How far the review of one participant's data has come. */
export interface ReviewState {
  readonly queries: readonly Query[];
  /** Records of items that were verified: whatever replaces one of them was not. */
  readonly verified: ReadonlySet<string>;
  /** Codes by the record of the event that they code. */
  readonly codes: ReadonlyMap<string, EventCode>;
  readonly frozen: ReadonlySet<string>;
  readonly signatures: ReadonlyMap<string, Signature>;
  readonly casebook: Signature | undefined;
  /** For each record of a history that was corrected, the record that took its place. */
  readonly replaced: ReadonlyMap<string, string>;
}

export const noReview: ReviewState = {
  queries: [],
  verified: new Set(),
  codes: new Map(),
  frozen: new Set(),
  signatures: new Map(),
  casebook: undefined,
  replaced: new Map(),
};

type RecordNaming = (item: string) => string;

const withQuery = (
  { queries }: ReviewState,
  id: string,
  change: Pick<Query, 'status'> & Partial<Pick<Query, 'answer'>>,
): Partial<ReviewState> => ({ queries: queries.map((each) => (each.id === id ? { ...each, ...change } : each)) });

type QueryEvent = Extract<
  ReviewEvent,
  { type: 'query raised' | 'query answered' | 'query closed' | 'query reopened' | 'query withdrawn' }
>;

const isOnQuery = (event: ReviewEvent): event is QueryEvent => 'query' in event;

const changeQueries = (state: ReviewState, event: QueryEvent, record: RecordNaming): Partial<ReviewState> => {
  switch (event.type) {
    case 'query raised': {
      const { query: id, about, text, rule } = event;
      const raised: Query = { id, about, text, rule, status: 'open', answer: undefined, record: record(id) };
      return { queries: [...state.queries, raised] };
    }
    case 'query answered':
      return withQuery(state, event.query, { status: 'answered', answer: event.text });
    case 'query closed':
      return withQuery(state, event.query, { status: 'closed' });
    case 'query reopened':
      return withQuery(state, event.query, { status: 'open' });
    case 'query withdrawn':
      return withQuery(state, event.query, { status: 'withdrawn' });
    default:
      return event satisfies never;
  }
};

const signed = ({ meaning, hash }: Pick<Signature, 'meaning' | 'hash'>, record: string): Signature => ({
  meaning,
  hash,
  record,
  changedBy: undefined,
});

const changes = (state: ReviewState, event: ReviewEvent, record: RecordNaming): Partial<ReviewState> => {
  if (isOnQuery(event)) return changeQueries(state, event, record);
  switch (event.type) {
    case 'items verified':
      return { verified: state.verified.union(new Set(event.records)) };
    case 'verification withdrawn':
      return { verified: state.verified.difference(new Set(event.records)) };
    case 'event coded': {
      const { type: _, record: coded, ...code } = event;
      return { codes: new Map([...state.codes, [coded, code]]) };
    }
    case 'visit frozen':
      return { frozen: new Set([...state.frozen, event.visit]) };
    case 'visit unfrozen':
      return { frozen: state.frozen.difference(new Set([event.visit])) };
    case 'visit signed':
      return { signatures: new Map([...state.signatures, [event.visit, signed(event, record(event.visit))]]) };
    case 'casebook signed':
      return { casebook: signed(event, record('casebook')) };
    default:
      return event satisfies never;
  }
};

/** One more event of the review; `record` names what the event says. */
export const evolveReview = (state: ReviewState, event: ReviewEvent, record: RecordNaming): ReviewState => ({
  ...state,
  ...changes(state, event, record),
});

/** Whether somebody still has to do something about a query. */
export const isUnsettled = ({ status }: Query): boolean => status === 'open' || status === 'answered';
