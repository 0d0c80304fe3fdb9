import { foldStudy } from '#core/conduct/fold.ts';
import type { TrialEvent } from '#core/conduct/trial-event.ts';
import type { Envelope } from '#core/record/envelope.ts';
import { type Cover, openQuestions } from '#core/reports/cover.ts';
import type { Study } from '#core/study/study.ts';

const rehearsed =
  'The participants are virtual: drawn from assumed numbers, and driven through the same decisions as people would be.';

/** What stands in front of the report of a log: all of it follows from the events and the study. */
export const coverOf = (study: Study, events: readonly Envelope<TrialEvent>[]): Cover => {
  const state = foldStudy(events);
  const { id, title, version, design } = study.definition;
  const last = events.at(-1);
  return {
    trial: id,
    title,
    version,
    study: study.hash,
    kind: design.masking === 'open' || state.unblindedOn !== undefined ? 'final' : 'masked',
    cut: { events: events.length, head: last?.hash ?? '', through: last?.at.date },
    virtual: state.openFor === 'rehearsal' ? rehearsed : undefined,
    questions: openQuestions(study),
  };
};
