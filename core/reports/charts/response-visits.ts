import { withNeeds } from '#core/criteria/lexicon.ts';
import type { Formula } from '#core/criteria/syntax.ts';
import { everyFormula, measuresAsked } from '#core/criteria/walk.ts';
import { askedHere, visitsAsked } from '#core/study/asked-at.ts';
import { isScheduledIn } from '#core/study/check-schedule.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import { visitsFromBaseline } from './chart-scene.ts';

export type ShownResponse = Extract<Endpoint, { kind: 'response' }>;

/** The response of a trial that its pictures mark: that of the first primary endpoint, or else the first there is. */
export const mainResponse = ({ endpoints }: Study): ShownResponse | undefined => {
  const responses = endpoints.flatMap((each) => (each.kind === 'response' ? [each] : []));
  return responses.find(({ of }) => of.role === 'primary') ?? responses[0];
};

/** The sentences of each level of a response, and of what they refer to where they are asked. */
export const sentencesByLevel = (
  { response }: ShownResponse,
  { definitions }: Study,
): readonly { readonly level: string; readonly sentences: readonly Formula[] }[] =>
  response.levels.map(({ id }) => {
    const level = definitions.get(id);
    return { level: id, sentences: level === undefined ? [] : askedHere(level, definitions).flatMap(everyFormula) };
  });

/** The sentences of all levels. */
export const sentencesOfLevels = (response: ShownResponse, study: Study): readonly Formula[] =>
  sentencesByLevel(response, study).flatMap(({ sentences }) => sentences);

/** Whether everything that these sentences ask at a visit is measured and judged there. */
const isAnswerable = (sentences: readonly Formula[], study: Study) => {
  const { definition, lexicon, judgements } = study;
  const isScheduled = isScheduledIn(definition, lexicon);
  const measures = sentences
    .flatMap(measuresAsked)
    .filter(({ measure, point }) => point.kind === 'here' && lexicon.measures.get(measure)?.instrument !== undefined)
    .flatMap(({ measure }) => withNeeds(measure, lexicon));
  const texts = sentences.flatMap((each) =>
    each.kind === 'judgement' && each.point.kind === 'here' ? [each.text] : [],
  );
  return (visit: string): boolean =>
    measures.every((measure) => isScheduled(measure, visit)) &&
    texts.every((text) => judgements.some((each) => each.text === text && each.visits.includes(visit)));
};

/**
 * The visits at which a response or condition can be shown, in the order of time: those at which the study asks it, or,
 * of a response that is asked once, every visit after allocation at which all that it needs is measured and judged.
 */
export const visitsShown = (endpoint: Endpoint, study: Study): readonly string[] => {
  const asked = visitsAsked(endpoint.of);
  const plan = visitsFromBaseline(study).filter(({ day }) => day > 0);
  const inPlan = plan.map(({ id }) => id);
  if (endpoint.kind !== 'response' || asked.length > 1) return inPlan.filter((id) => asked.includes(id));
  const answerable = isAnswerable(sentencesOfLevels(endpoint, study), study);
  return inPlan.filter((id) => asked.includes(id) || answerable(id));
};
