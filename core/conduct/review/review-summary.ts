import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';
import { uncodedEvents } from './decide-coding.ts';
import { isVerified, publicItems } from './decide-verification.ts';
import type { QueryStatus } from './review-event.ts';
import { casebookState, type SignatureState, signatureState } from './signature.ts';

/** How far the review of data has come; counts alone. */
export interface ReviewSummary {
  readonly queries: Readonly<Record<QueryStatus, number>>;
  readonly items: { readonly verified: number; readonly total: number };
  readonly visits: VisitsReviewed;
  /** Of those who were allocated. */
  readonly casebooks: SignedCounts & { readonly total: number };
  /** Adverse events without a code. */
  readonly uncoded: number;
}

interface SignedCounts {
  readonly signed: number;
  /** Signed, and changed since. */
  readonly void: number;
}

interface VisitsReviewed extends SignedCounts {
  readonly held: number;
  readonly frozen: number;
}

const sum = <T>(list: readonly T[], count: (each: T) => number): number =>
  list.reduce((total, each) => total + count(each), 0);

const heldVisits = ({ visits }: Participant): readonly string[] =>
  [...visits].filter(([, { on }]) => on !== undefined).map(([visit]) => visit);

const countSigned = (states: readonly SignatureState[]): SignedCounts => ({
  signed: states.filter(({ state }) => state === 'valid').length,
  void: states.filter(({ state }) => state === 'void').length,
});

const countVisits = (study: Study, participants: readonly Participant[]): VisitsReviewed => {
  const held = participants.flatMap((person) => heldVisits(person).map((visit) => ({ person, visit })));
  return {
    held: held.length,
    frozen: sum(participants, ({ review }) => review.frozen.size),
    ...countSigned(held.map(({ person, visit }) => signatureState(study, person, visit))),
  };
};

const countItems = (participants: readonly Participant[]): ReviewSummary['items'] => {
  const items = participants.flatMap((person) =>
    [...person.items.keys()].flatMap((visit) => publicItems(person, visit).map((item) => isVerified(person, item))),
  );
  return { verified: items.filter((each) => each).length, total: items.length };
};

/** The standing of the review of these participants. */
export const reviewSummary = (study: Study, participants: readonly Participant[]): ReviewSummary => {
  const queries = participants.flatMap(({ review }) => review.queries);
  const count = (status: QueryStatus): number => queries.filter((query) => query.status === status).length;
  const allocated = participants.filter((person) => person.allocated !== undefined);
  return {
    queries: {
      open: count('open'),
      answered: count('answered'),
      closed: count('closed'),
      withdrawn: count('withdrawn'),
    },
    items: countItems(participants),
    visits: countVisits(study, participants),
    casebooks: { ...countSigned(allocated.map((person) => casebookState(study, person))), total: allocated.length },
    uncoded: sum(participants, (person) => uncodedEvents(person).length),
  };
};
