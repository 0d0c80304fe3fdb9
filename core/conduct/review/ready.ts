import type { Participant } from '#core/conduct/participant.ts';
import type { Refusal } from '#core/conduct/refusal.ts';
import type { Study } from '#core/study/study.ts';
import { uncodedEvents } from './decide-coding.ts';
import { isUnsettled } from './review-state.ts';
import { casebookState } from './signature.ts';

/**
 * Why the data may not be locked yet: queries that are not settled, casebooks of those who took part that nobody signed or
 * that changed since, and adverse events without a code. `versionAt` is the study in force at a site, and `participants` are as the public log shows them, so that the answer
 * tells nothing of what is sealed.
 */
export const whyNotReady = (
  versionAt: (site: string | undefined) => Study,
  participants: readonly Participant[],
): Refusal | undefined => {
  const tookPart = participants.filter(({ allocated }) => allocated !== undefined);
  const casebooks = tookPart.map((person) => casebookState(versionAt(person.site), person).state);
  const queries = participants.flatMap(({ review }) => review.queries.filter(isUnsettled)).length;
  const unsigned = casebooks.filter((state) => state === 'none').length;
  const changed = casebooks.filter((state) => state === 'void').length;
  const uncoded = tookPart.flatMap(uncodedEvents).length;
  return queries + unsigned + changed + uncoded === 0
    ? undefined
    : { refused: 'data not ready', queries, unsigned, void: changed, uncoded };
};
