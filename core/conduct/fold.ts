import type { Envelope } from '#core/record/envelope.ts';
import { evolveParticipant } from './evolve-participant.ts';
import { nobody, type Participant } from './participant.ts';
import { isStudyEvent } from './study-event.ts';
import { evolveStudy, noStudy, type StudyState } from './study-state.ts';
import { isParticipantEvent, type TrialEvent } from './trial-event.ts';

/** Folds the participant streams of a log, in the order in which people were identified. */
export const foldParticipants = (envelopes: readonly Envelope<TrialEvent>[]): readonly Participant[] => {
  const people = new Map<string, Participant>();
  for (const { stream, event } of envelopes)
    if (isParticipantEvent(event)) people.set(stream, evolveParticipant(people.get(stream) ?? nobody, event));
  return [...people.values()];
};

export const foldStudy = (envelopes: readonly Envelope<TrialEvent>[]): StudyState =>
  envelopes.reduce((state, { event }) => (isStudyEvent(event) ? evolveStudy(state, event) : state), noStudy);
