import { safetyEvents } from '#core/conduct/safety-file/safety-event.ts';
import { isSealedRecord, type ParticipantEvent } from '#core/conduct/trial-event.ts';
import type { ReviewEvent } from './review-event.ts';
import type { ReviewState, Signature } from './review-state.ts';

type Entered = Exclude<ParticipantEvent, ReviewEvent>;

/** What a visit's signature is about, with the item by which its record is named. */
const changedAt = (event: Entered): { readonly visit: string; readonly item: string } | undefined => {
  switch (event.type) {
    case 'section recorded':
      return { visit: event.visit, item: event.items[0]?.item ?? event.section };
    case 'item corrected':
      return { visit: event.visit, item: event.entry.item };
    case 'judgements recorded':
      return { visit: event.visit, item: event.answers[0]?.text ?? event.type };
    default:
      return undefined;
  }
};

/** What is no part of any signature: it tells an arm, or of safety, and changes nothing that was entered. */
const besides: readonly string[] = [
  'code broken',
  'assignment disclosed',
  'dose prepared',
  'dose discarded',
  'transfer asked',
  'transfer withdrawn',
  ...safetyEvents,
];

const noted = (signature: Signature, record: string): Signature =>
  signature.changedBy === undefined ? { ...signature, changedBy: record } : signature;

const onSignatures = (state: ReviewState, event: Entered, record: (item: string) => string): ReviewState => {
  const at = changedAt(event);
  const name = record(at?.item ?? event.type);
  // What is sealed is no part of what is signed in public.
  if (isSealedRecord(name) || besides.includes(event.type)) return state;
  const visit = at && state.signatures.get(at.visit);
  const casebook = state.casebook && noted(state.casebook, name);
  if (at === undefined || visit === undefined) return casebook === state.casebook ? state : { ...state, casebook };
  return { ...state, casebook, signatures: new Map([...state.signatures, [at.visit, noted(visit, name)]]) };
};

/**
 * Follows what was entered after it was reviewed: which signature it may have voided, and where a record of a history
 * went that was corrected.
 */
export const noteChange = (state: ReviewState, event: Entered, record: (item: string) => string): ReviewState => {
  const now = onSignatures(state, event, record);
  if (event.type !== 'history corrected') return now;
  const place = record(`${event.entry.concept}.1`);
  return { ...now, replaced: new Map([...now.replaced, [event.replaces, place]]) };
};
