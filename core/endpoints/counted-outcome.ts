import type { Participant } from '#core/conduct/participant.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import { rationalOf, readDecimal } from '#core/quantities/decimal.ts';
import { exactly } from '#core/quantities/range.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { Outcome } from './analysis-value.ts';
import { levelReached } from './derive-outcome.ts';
import { pointVisit } from './endpoint-point.ts';
import type { EventOccurrence } from './event-occurrence.ts';
import { noResponse } from './ordered-response.ts';

const countedNumber = (counts: string): Outcome => {
  const decimal = readDecimal(counts);
  if (decimal === undefined) throw new Error(`a checked composite counts as "${counts}"`);
  return { kind: 'number', range: exactly(rationalOf(decimal)) };
};

/** Never reached, and so seen to the last day of the plan; or reached by the event itself, on its day. */
const countedTime = (isMet: boolean, eventDay: Day | undefined, last: Day, record: string | undefined): Outcome => {
  const none = { kind: 'time', visit: undefined, by: undefined } as const;
  if (!isMet)
    return {
      ...none,
      reached: 'false',
      day: undefined,
      interval: { after: last, by: undefined },
      censored: { day: last, why: 'intercurrent event', record },
    };
  const interval = { after: eventDay === undefined ? 0 : Math.max(0, eventDay - 1), by: eventDay };
  return { ...none, reached: 'true', day: eventDay, interval };
};

/**
 * What a composite strategy makes of an endpoint once its event has happened: what the study says it counts as, or, where
 * it says nothing, no response, not met, and never reached.
 */
export const countedOutcome = (
  { of, on, records }: EventOccurrence,
  endpoint: Endpoint,
  study: Study,
  { allocated }: Participant,
): Outcome => {
  const counts = of['counts as'];
  switch (endpoint.kind) {
    case 'response': {
      const level = counts ?? noResponse;
      return { kind: 'level', worst: level, best: level, reached: levelReached(endpoint, level, level) };
    }
    case 'condition':
      return { kind: 'claim', reached: counts === 'met' ? 'true' : 'false' };
    case 'value':
      return countedNumber(counts ?? '');
    case 'class':
      return { kind: 'class', possible: [counts ?? ''] };
    case 'time': {
      const zero = readDay(allocated?.on ?? '') ?? 0;
      const last = study.definition.visits.find(({ id }) => id === pointVisit(endpoint))?.day ?? 0;
      return countedTime(counts === 'met', on && on.last - zero, last, records[0]);
    }
    default:
      return endpoint satisfies never;
  }
};
