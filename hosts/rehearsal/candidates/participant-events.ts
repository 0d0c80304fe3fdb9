import type { ItemEntry } from '#core/conduct/item-entry.ts';
import type { ParticipantEvent } from '#core/conduct/trial-event.ts';
import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { people } from './assumed-numbers.ts';
import type { Candidate } from './candidate.ts';
import { historyOf } from './candidate-history.ts';
import type { Answerer } from './form-answer.ts';
import type { PlannedScreening, ScreeningPlan } from './screening-plan.ts';

const daysOfYear = 365.25;
const sources = ['medication', 'condition', 'procedure', 'vaccination', 'adverse event'] as const;

/** A result may not have been done; a question that is asked gets its answer. */
const isResult = ({ item: { id, answer } }: Answerer): boolean =>
  id !== 'weight' && (answer.type === 'quantity' || (answer.type === 'level' && answer.levels.includes('negative')));

/** What one item of a form is answered with at a visit; a weight is always taken, since doses hang on it. */
export const answered = (
  answerer: Answerer,
  candidate: Candidate,
  visit: string,
  notDone: number = people.notDone.value,
): ItemEntry => {
  const item = answerer.item.id;
  const lost = isResult(answerer) && candidate.draws(`not done ${visit} ${item}`).chance(notDone);
  return lost ? { item, value: 'not done' } : answerer.answer(candidate);
};

const visitEvents = (candidate: Candidate, planned: PlannedScreening, firstDay: Day): readonly ParticipantEvent[] => {
  const { visit, day, sections, judgements } = planned;
  const { draws } = candidate;
  const recorded = sections.filter(({ id }) => !draws(`missing ${visit} ${id}`).chance(people.sectionMissing.value));
  const answers = judgements.map(({ text, chance }) => ({
    text,
    answer: draws(`judged ${text}`).chance(chance) ? ('yes' as const) : ('no' as const),
  }));
  return [
    { type: 'visit held', visit, on: writeDay(firstDay + day), inWindow: true },
    ...recorded.map(({ id: section, items }): ParticipantEvent => {
      const entries = items.map((answerer) => answered(answerer, candidate, visit));
      return { type: 'section recorded', visit, section, items: entries };
    }),
    ...(answers.length === 0 ? [] : [{ type: 'judgements recorded', visit, answers } as const]),
  ];
};

/** When a screening begins, and the day on which eligibility is assessed: that of its last visit. */
export const lastDayOf = ({ visits }: ScreeningPlan, firstDay: Day): Day => firstDay + (visits.at(-1)?.day ?? 0);

/**
 * What happens to a candidate from coming to the assessment, as the participant's stream would hold it: identification,
 * consent, description, visits with forms and judgements, histories with their signatures.
 */
export const participantEvents = (
  study: Study,
  plan: ScreeningPlan,
  candidate: Candidate,
  firstDay: Day,
): readonly ParticipantEvent[] => {
  const [on, through] = [writeDay(firstDay), writeDay(lastDayOf(plan, firstDay))];
  const born = writeDay(firstDay - Math.round(candidate.ageYears * daysOfYear));
  const records = historyOf(candidate, firstDay, study.lexicon.concepts);
  const signed = sources.filter(
    (source) => !candidate.draws(`unsigned ${source}`).chance(people.unsigned.value[source]),
  );
  return [
    { type: 'participant identified', participant: candidate.id, site: study.definition.sites[0]?.id ?? '' },
    { type: 'consent given', on, version: '1.0' },
    { type: 'participant described', born, sex: candidate.sex },
    ...plan.visits.flatMap((planned) => visitEvents(candidate, planned, firstDay)),
    { type: 'history recorded', records },
    ...signed.map((source): ParticipantEvent => ({ type: 'history completed', source, through })),
  ];
};
