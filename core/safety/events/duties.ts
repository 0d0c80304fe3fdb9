import type { Participant } from '#core/conduct/participant.ts';
import type { Moment } from '#core/record/envelope.ts';
import type { DutyState } from '#core/safety/clocks/reporting-clock.ts';
import type { Study } from '#core/study/study.ts';
import { eventDuties } from './event-duties.ts';
import { pregnancyDuties } from './pregnancy-duties.ts';
import type { SafetyDuty } from './safety-duty.ts';

/** A day ends after every hour of it; what has no day comes first, since nothing says how long is left. */
const orderOf = ({ due }: SafetyDuty): string => {
  if (due === undefined) return '';
  return due.by === 'instant' ? due.instant : `${due.date}T24`;
};

const isDone = (state: DutyState): boolean => state === 'done' || state === 'done late';

/**
 * What investigators and the safety physician have to do for adverse events and pregnancies by when, and what they have
 * done, sorted by until when: of every region, and of the regions that the study names as those of its sites.
 */
export const safetyDuties = (study: Study, participants: readonly Participant[], now: Moment): readonly SafetyDuty[] =>
  participants
    .flatMap((participant) =>
      [...eventDuties(study, participant, now), ...pregnancyDuties(study, participant, now)].map((found) => ({
        ...found,
        participant: participant.id ?? '',
        site: participant.site ?? '',
      })),
    )
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));

/** Those that are still to be done. */
export const stillToDo = (duties: readonly SafetyDuty[]): readonly SafetyDuty[] =>
  duties.filter(({ state }) => !isDone(state));
