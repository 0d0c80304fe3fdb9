import type { Participant } from '#core/conduct/participant.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { Censoring, CensoringReason } from './analysis-value.ts';
import type { AskedVisit } from './asked-visit.ts';

type Ending = 'withdrawn' | 'lost to follow-up' | 'excluded' | 'died';

const endings: readonly Ending[] = ['withdrawn', 'lost to follow-up', 'excluded', 'died'];

const endingOf = ({ ended }: Participant): Ending | undefined => endings.find((each) => each === ended?.how);

/** Why nobody saw further: the first of these that holds. */
const whyOf = (asked: readonly AskedVisit[], participant: Participant): CensoringReason => {
  const last = asked.at(-1);
  if (last !== undefined && last.proof.truth === 'false') return 'end of the plan';
  const ending = endingOf(participant);
  if (ending !== undefined) return ending;
  const isOver = participant.ended !== undefined || (last !== undefined && participant.visits.has(last.visit));
  return isOver ? 'not seen again' : 'data cut';
};

/**
 * Up to when it is known that something was not reached, and why no further: the day of the last visit at which it did
 * not hold, day 0 where there is none; of who died the day of death, which competes with it. A visit in between at which
 * it is not known is passed over, as estimates by Kaplan and Meier do; the interval does not pass over it. Undefined for
 * who was not allocated.
 */
export const censoringOf = (asked: readonly AskedVisit[], participant: Participant): Censoring | undefined => {
  const { allocated, ended, acts } = participant;
  const zero = readDay(allocated?.on ?? '');
  if (zero === undefined || allocated === undefined) return undefined;
  const why = whyOf(asked, participant);
  const died = why === 'died' ? readDay(ended?.on ?? '') : undefined;
  if (died !== undefined) return { day: died - zero, why, record: acts.get('participation ended') };
  const free = asked.findLast(({ proof, day }) => proof.truth === 'false' && day !== undefined);
  const left = endings.some((each) => each === why) ? acts.get('participation ended') : undefined;
  const seen = free === undefined ? allocated.record : participant.visits.get(free.visit)?.record;
  return { day: free?.day ?? 0, why, record: left ?? seen };
};
