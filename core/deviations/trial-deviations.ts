import { foldParticipants } from '#core/conduct/fold.ts';
import { participantStream, type TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import type { Study } from '#core/study/study.ts';
import type { Deviation } from './deviation.ts';
import { findDeviations } from './find-deviations.ts';

/** The deviations of everybody in a log, in the order in which people came, as of the day of its last event. */
export const trialDeviations = (study: Study, envelopes: readonly Envelope<TrialEvent>[]): readonly Deviation[] => {
  const streams = Map.groupBy(envelopes, ({ stream }) => stream);
  const asOf = envelopes.at(-1)?.at.date ?? '';
  return foldParticipants(envelopes).flatMap((person) =>
    findDeviations(study, person, streams.get(participantStream(person.id ?? '')) ?? [], asOf),
  );
};
