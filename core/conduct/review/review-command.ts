import type { QueryAbout, QueryRule, SignatureMeaning } from './review-event.ts';

/** What may be asked for the data of a participant. */
export type ReviewCommand =
  /** With a rule: what that edit check finds, and nothing else. */
  | {
      readonly type: 'raise query';
      readonly about: QueryAbout;
      readonly text: string;
      readonly rule?: QueryRule;
    }
  | { readonly type: 'answer query'; readonly query: string; readonly text: string }
  | { readonly type: 'close query'; readonly query: string }
  | { readonly type: 'reopen query'; readonly query: string; readonly reason: string }
  | { readonly type: 'withdraw query'; readonly query: string; readonly reason: string }
  | { readonly type: 'verify items'; readonly visit: string; readonly items: 'all' | readonly string[] }
  | {
      readonly type: 'unverify items';
      readonly visit: string;
      readonly items: 'all' | readonly string[];
      readonly reason: string;
    }
  /** With a reason where another code stands. */
  | {
      readonly type: 'code event';
      readonly record: string;
      /** With its version; absent for CTCAE v5.0. */
      readonly dictionary?: string;
      readonly term: string;
      readonly reason?: string;
    }
  | { readonly type: 'freeze visit'; readonly visit: string }
  | { readonly type: 'unfreeze visit'; readonly visit: string; readonly reason: string }
  | { readonly type: 'sign visit'; readonly visit: string; readonly meaning: SignatureMeaning }
  | { readonly type: 'sign casebook'; readonly meaning: SignatureMeaning };

/** All acts of the review. They stay possible when a participation has ended: data are reviewed to the lock. */
export const reviewActs = [
  'raise query',
  'answer query',
  'close query',
  'reopen query',
  'withdraw query',
  'verify items',
  'unverify items',
  'code event',
  'freeze visit',
  'unfreeze visit',
  'sign visit',
  'sign casebook',
] as const satisfies readonly ReviewCommand['type'][];

const acts: readonly string[] = reviewActs;

export const isReviewCommand = <C extends { readonly type: string }>(command: C): command is C & ReviewCommand =>
  acts.includes(command.type);
