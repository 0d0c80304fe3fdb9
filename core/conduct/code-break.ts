import { forecastCodeBreak } from '#core/randomisation/code-break-forecast.ts';
import { processOf } from '#core/randomisation/report-scheme.ts';
import type { Study } from '#core/study/study.ts';
import { isDrawnMethod, methodOf } from './allocation-design.ts';
import type { AllocationState } from './allocation-state.ts';

/** What breaking a code would tell of another participant: how well the arm can be guessed, before and after. */
export interface ToldOfParticipant {
  readonly participant: string;
  readonly before: number;
  readonly expected: number;
  readonly atMost: number;
}

/**
 * What breaking the code of one participant would tell of the others in the stratum, whose codes were not broken: for who
 * knows the method of allocation. Nothing of other strata is told. Undefined where allocation is by no list of ours.
 */
export const tellsOfOthers = (
  study: Study,
  { design, given }: AllocationState,
  opened: string,
  broken: ReadonlySet<string>,
): readonly ToldOfParticipant[] | undefined => {
  const method = methodOf(study, study.definition.design.participants);
  const own = given.find(({ participant }) => participant === opened);
  if (own === undefined || method === undefined || !isDrawnMethod(method) || design === undefined) return undefined;
  const stratum = given.filter((each) => each.stratum === own.stratum).toSorted((a, b) => a.slot - b.slot);
  const places = new Map(method.arms.map(({ id }, place) => [id, place]));
  const known = stratum.map(({ participant, arm }) => (broken.has(participant) ? places.get(arm) : undefined));
  const forecast = forecastCodeBreak(processOf(method), method.arms.length, known, stratum.indexOf(own));
  return forecast.map(({ slot, ...told }) => ({ participant: stratum[slot]?.participant ?? '', ...told }));
};
