import type { Decide } from '#core/conduct/decision.ts';
import { unless } from '#core/conduct/first-refusal.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';
import type { Signature } from './review-state.ts';
import { casebookHash, visitHash } from './signed-matter.ts';

/** A signature holds as long as what stands is what was signed; otherwise it is void since the event that changed it. */
export type SignatureState =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; readonly signature: Signature }
  | { readonly state: 'void'; readonly signature: Signature; readonly since: string };

const stateOf = (signature: Signature | undefined, hash: () => string): SignatureState => {
  if (signature === undefined) return { state: 'none' };
  if (signature.hash === hash()) return { state: 'valid', signature };
  // Without such an event another version of the study covers something else: what was signed does not stand as signed.
  return { state: 'void', signature, since: signature.changedBy ?? signature.record };
};

/** The state of the latest signature of a visit. */
export const signatureState = (study: Study, participant: Participant, visit: string): SignatureState =>
  stateOf(participant.review.signatures.get(visit), () => visitHash(study, participant, visit));

/** The same of the casebook as a whole. */
export const casebookState = (study: Study, participant: Participant): SignatureState =>
  stateOf(participant.review.casebook, () => casebookHash(study, participant));

/** Signed already, and nothing has changed; with another meaning the same may be signed again. */
const isSignedAs = (state: SignatureState, meaning: Signature['meaning']): boolean =>
  state.state === 'valid' && state.signature.meaning === meaning;

export const decideVisitSignature: Decide<'sign visit'> = ({ visit, meaning }, participant, { study }) =>
  unless(
    [
      participant.visits.get(visit)?.on === undefined && { refused: 'visit not held', visit },
      isSignedAs(signatureState(study, participant, visit), meaning) && {
        refused: 'done already',
        what: `signature of ${visit}`,
      },
    ],
    () => [{ type: 'visit signed', visit, meaning, hash: visitHash(study, participant, visit) }],
  );

/** A casebook is signed when nothing more is to come: not of somebody who is still followed. */
export const decideCasebookSignature: Decide<'sign casebook'> = ({ meaning }, participant, { study }) => {
  const { id = '', consentedOn, allocated, ended } = participant;
  return unless(
    [
      consentedOn === undefined && { refused: 'consent missing' },
      allocated !== undefined && ended === undefined && { refused: 'participants still followed', participants: [id] },
      isSignedAs(casebookState(study, participant), meaning) && {
        refused: 'done already',
        what: 'signature of the casebook',
      },
    ],
    () => [{ type: 'casebook signed', meaning, hash: casebookHash(study, participant) }],
  );
};
