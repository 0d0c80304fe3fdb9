import { windowOf } from '#core/conduct/decide-screening.ts';
import type { Participant } from '#core/conduct/participant.ts';
import type { Study } from '#core/study/study.ts';
import { placeOf, wordOf } from './participant-flow.ts';

/** Where one participant stands: what a list of participants shows in a line. */
export interface ParticipantStanding {
  readonly participant: string;
  readonly site: string;
  readonly place: string;
  /** Undefined before it is told. */
  readonly arm: string | undefined;
  readonly lastVisit: { readonly visit: string; readonly on: string; readonly record: string } | undefined;
  /** The next visit of the plan; its window only once day 0 is known. */
  readonly nextVisit: NextVisit | undefined;
  readonly doses: number;
  readonly ended: { readonly on: string; readonly how: string } | undefined;
}

interface NextVisit {
  readonly visit: string;
  readonly earliest: string | undefined;
  readonly latest: string | undefined;
}

const lastVisit = ({ visits }: Participant): ParticipantStanding['lastVisit'] =>
  [...visits]
    .flatMap(([visit, { on, record }]) => (on === undefined ? [] : [{ visit, on, record }]))
    .reduce<ParticipantStanding['lastVisit']>(
      (last, each) => (last !== undefined && last.on > each.on ? last : each),
      undefined,
    );

/** Those of whom the plan asks nothing more. */
const isOver = (participant: Participant): boolean => {
  const place = placeOf(participant);
  return participant.ended !== undefined || place === 'declined' || place === 'not eligible';
};

/** After the latest visit of the plan of which anything was entered: an earlier one without entry is not asked again. */
const nextVisit = (study: Study, participant: Participant): NextVisit | undefined => {
  if (isOver(participant)) return undefined;
  const plan = study.definition.visits.toSorted((a, b) => a.day - b.day);
  const next = plan[plan.findLastIndex(({ id }) => participant.visits.has(id)) + 1];
  if (next === undefined) return undefined;
  const window = participant.allocated && windowOf(study, next.id, participant.allocated.on);
  return { visit: next.id, earliest: window?.earliest, latest: window?.latest };
};

/** Where a participant stands in the study, as their events say it. */
export const standingOf = (study: Study, participant: Participant): ParticipantStanding => ({
  participant: participant.id ?? '',
  site: participant.site ?? '',
  place: placeOf(participant).replace('allocated', wordOf(study)),
  arm: participant.arm,
  lastVisit: lastVisit(participant),
  nextVisit: nextVisit(study, participant),
  doses: participant.doses.length,
  ended: participant.ended,
});
