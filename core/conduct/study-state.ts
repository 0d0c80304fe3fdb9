import type { PausedActs, StudyEvent } from './study-event.ts';

/** What the events of the study say. */
export interface StudyState {
  /** A version that waits for approval. */
  readonly drafted: { readonly hash: string; readonly by: string } | undefined;
  /** The version that was approved last. */
  readonly approved: string | undefined;
  /** Every approved version, oldest first. */
  readonly versions: readonly string[];
  /** Those of them after which whoever takes part consents again. */
  readonly asksConsentAgain: readonly string[];
  readonly sealed: { readonly commitment: string; readonly slots: number } | undefined;
  /** Commitments to the lists of kits, oldest first. */
  readonly kitLists: readonly string[];
  readonly openFor: 'recruitment' | 'rehearsal' | undefined;
  readonly paused: { readonly on: string; readonly what: PausedActs } | undefined;
  readonly closedOn: string | undefined;
  readonly cuts: readonly { readonly on: string; readonly events: number; readonly head: string }[];
  /** Visits that the lock for the primary analysis holds fast. */
  readonly lockedVisits: readonly string[];
  readonly lockedOn: string | undefined;
  readonly unblindedOn: string | undefined;
}

export const noStudy: StudyState = {
  drafted: undefined,
  approved: undefined,
  versions: [],
  asksConsentAgain: [],
  sealed: undefined,
  kitLists: [],
  openFor: undefined,
  paused: undefined,
  closedOn: undefined,
  cuts: [],
  lockedVisits: [],
  lockedOn: undefined,
  unblindedOn: undefined,
};

const approve = (state: StudyState, hash: string): Partial<StudyState> => ({
  drafted: undefined,
  approved: hash,
  versions: [...state.versions, hash],
});

const changes = (state: StudyState, event: StudyEvent): Partial<StudyState> => {
  switch (event.type) {
    case 'study drafted':
      return { drafted: { hash: event.hash, by: event.by } };
    case 'study approved':
      return approve(state, event.hash);
    case 'amendment approved': {
      const again = event.asksConsentAgain ? [event.hash] : [];
      return { ...approve(state, event.hash), asksConsentAgain: [...state.asksConsentAgain, ...again] };
    }
    case 'allocation list sealed':
      return { sealed: { commitment: event.commitment, slots: event.slots } };
    case 'kit list sealed':
      return { kitLists: [...state.kitLists, event.commitment] };
    case 'study opened':
      return { openFor: event.purpose };
    case 'study paused':
      return { paused: { on: event.on, what: event.what } };
    case 'study resumed':
      return { paused: undefined };
    case 'recruitment closed':
      return { closedOn: event.on };
    case 'data cut':
      return { cuts: [...state.cuts, { on: event.on, events: event.events, head: event.head }] };
    case 'primary analysis locked':
      return { lockedVisits: event.visits };
    case 'data locked':
      return { lockedOn: event.on };
    case 'data unlocked':
      return { lockedOn: undefined };
    case 'study unblinded':
      return { unblindedOn: event.on };
    default:
      return event satisfies never;
  }
};

/** One more event of the study's stream. */
export const evolveStudy = (state: StudyState, event: StudyEvent): StudyState => ({
  ...state,
  ...changes(state, event),
});
