/** What a query asks about: an item by the record that stood when it was raised, a record of a history, or a visit. */
export type QueryAbout =
  | { readonly kind: 'item'; readonly visit: string; readonly item: string; readonly record: string }
  | { readonly kind: 'history'; readonly record: string }
  | { readonly kind: 'visit'; readonly visit: string };

/** The edit checks, by what they find. */
export type QueryRule =
  | 'value not plausible'
  | 'value far from the visit before'
  | 'unit other than usual'
  | 'item missing'
  | 'section missing'
  | 'end before start'
  | 'day not known'
  | 'event without end';

export type QueryStatus = 'open' | 'answered' | 'closed' | 'withdrawn';

/** What a signature means to whoever gives it. */
export type SignatureMeaning = 'author' | 'reviewer' | 'approver';

/** A term of a dictionary, with the class that it belongs to. */
export interface EventCode {
  /** With its version: "CTCAE v5.0". */
  readonly dictionary: string;
  readonly term: string;
  readonly code: string;
  readonly class: string;
}

/** What happens to the data of a participant once they are entered: asked about, verified, coded, frozen, signed. */
export type ReviewEvent =
  | {
      readonly type: 'query raised';
      readonly query: string;
      readonly about: QueryAbout;
      readonly text: string;
      /** Absent where a person asks. */
      readonly rule?: QueryRule;
    }
  | { readonly type: 'query answered'; readonly query: string; readonly text: string }
  | { readonly type: 'query closed'; readonly query: string }
  | { readonly type: 'query reopened'; readonly query: string }
  | { readonly type: 'query withdrawn'; readonly query: string }
  /** `records` are those of the items as they stood. */
  | { readonly type: 'items verified'; readonly visit: string; readonly records: readonly string[] }
  | { readonly type: 'verification withdrawn'; readonly visit: string; readonly records: readonly string[] }
  | ({ readonly type: 'event coded'; readonly record: string } & EventCode)
  | { readonly type: 'visit frozen'; readonly visit: string }
  | { readonly type: 'visit unfrozen'; readonly visit: string }
  /** `hash` is that of everything that was signed, as it stood. */
  | {
      readonly type: 'visit signed';
      readonly visit: string;
      readonly meaning: SignatureMeaning;
      readonly hash: string;
    }
  | { readonly type: 'casebook signed'; readonly meaning: SignatureMeaning; readonly hash: string };

const reviewEvents: readonly string[] = [
  'query raised',
  'query answered',
  'query closed',
  'query reopened',
  'query withdrawn',
  'items verified',
  'verification withdrawn',
  'event coded',
  'visit frozen',
  'visit unfrozen',
  'visit signed',
  'casebook signed',
] satisfies readonly ReviewEvent['type'][];

/** Tells what was done with data from what was done to the participant. */
export const isReviewEvent = <E extends { readonly type: string }>(event: E): event is E & ReviewEvent =>
  reviewEvents.includes(event.type);
