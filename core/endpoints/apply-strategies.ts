import { sayMissing } from '#core/criteria/explain.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import type { Outcome, ValuePolicy } from './analysis-value.ts';
import { countedOutcome } from './counted-outcome.ts';
import { deriveOutcome } from './derive-outcome.ts';
import { deriveTime, type TimeEndpoint } from './derive-time.ts';
import type { DerivedOutcome } from './derived-outcome.ts';
import type { EventOccurrence } from './event-occurrence.ts';
import { otherVisits } from './other-visits.ts';
import { eitherOutcome, isOpen, unknownOutcome } from './outcome-kinds.ts';
import type { ValueAsked } from './value-asked.ts';

/** An outcome after the strategies for intercurrent events. */
export interface SettledOutcome extends DerivedOutcome {
  readonly policy: ValuePolicy;
  readonly decidedBy?: EventOccurrence;
}

/** What a time looks like up to an event: not reached while that is known, and censored by the event. */
const timeUntil = (
  endpoint: TimeEndpoint,
  until: Day | undefined,
  event: EventOccurrence,
  asked: ValueAsked,
): Outcome => {
  const { study, participant, chart } = asked;
  const { outcome } = deriveTime(endpoint, study, participant, chart, until ?? Number.NEGATIVE_INFINITY);
  if (outcome.kind !== 'time' || outcome.censored === undefined) return outcome;
  const reached = event.of.strategy === 'while on treatment' ? outcome.reached : 'unknown';
  const [record] = event.records;
  return { ...outcome, reached, censored: { ...outcome.censored, why: 'intercurrent event', record } };
};

/** The last value before an event at a visit at which the endpoint is asked. */
const lastBefore = (event: EventOccurrence, asked: ValueAsked): Outcome => {
  const { endpoint, study, participant, chart } = asked;
  const before = otherVisits(asked, event.on?.first ?? Number.NEGATIVE_INFINITY)
    .map((visit) => deriveOutcome(endpoint, study, participant, chart, visit).outcome)
    .findLast((outcome) => !isOpen(outcome));
  return before ?? unknownOutcome(endpoint);
};

const settledBy = (event: EventOccurrence, asked: ValueAsked): { outcome: Outcome; policy: ValuePolicy } => {
  const { endpoint, study, participant } = asked;
  const { strategy } = event.of;
  switch (strategy) {
    case 'treatment policy':
      return { outcome: unknownOutcome(endpoint), policy: 'observed' };
    case 'composite':
      return { outcome: countedOutcome(event, endpoint, study, participant), policy: strategy };
    case 'hypothetical':
    case 'while on treatment': {
      if (endpoint.kind === 'time')
        return { outcome: timeUntil(endpoint, event.on?.first, event, asked), policy: strategy };
      const outcome = strategy === 'hypothetical' ? unknownOutcome(endpoint) : lastBefore(event, asked);
      return { outcome, policy: strategy };
    }
    case 'principal stratum':
      return { outcome: unknownOutcome(endpoint), policy: strategy };
    default:
      return strategy satisfies never;
  }
};

/** A time that was reached before an event is what it is. */
const bearsOn = ({ on, of }: EventOccurrence, observed: Outcome, { participant }: ValueAsked): boolean => {
  if (of.strategy === 'treatment policy') return false;
  if (observed.kind !== 'time' || observed.interval?.by === undefined || on === undefined) return true;
  return on.first < (readDay(participant.allocated?.on ?? '') ?? 0) + observed.interval.by;
};

/** What a composite counts as where the study does not say it. */
const usualCounts = {
  response: 'no response',
  condition: 'not met',
  time: 'never reached',
  value: 'nothing that is said',
  class: 'nothing that is said',
} as const satisfies Record<ValueAsked['endpoint']['kind'], string>;

const consequenceOf = ({ of }: EventOccurrence, { endpoint }: ValueAsked): string => {
  switch (of.strategy) {
    case 'composite':
      return `counts as ${of['counts as'] ?? usualCounts[endpoint.kind]}`;
    case 'hypothetical':
      return 'what was seen after it is set aside';
    case 'while on treatment':
      return 'the last value before it counts';
    case 'principal stratum':
      return 'left out, since those without it are looked at';
    case 'treatment policy':
      return 'changes nothing';
    default:
      return of.strategy satisfies never;
  }
};

/** "hypothetical, treatment discontinued (own wish) on 2026-06-10: what was seen after it is set aside". */
const sayDecided = (event: EventOccurrence, asked: ValueAsked): string => {
  const { of, what, on, happened, missing } = event;
  const when = on === undefined ? '' : ` on ${on.written}`;
  const lacks = [...new Set(missing.map(sayMissing))].join('; ');
  const open = happened === 'unknown' ? ` (not known whether it happened before: ${lacks})` : '';
  return `${of.strategy}, ${what}${when}${open}: ${consequenceOf(event, asked)}`;
};

/** The same outcome with an event that may have happened: one of two, and nobody knows which. */
const perhaps = (found: SettledOutcome, event: EventOccurrence, asked: ValueAsked): SettledOutcome => {
  const settled = settledBy(event, asked);
  const outcome = eitherOutcome(found.outcome, settled.outcome, asked.endpoint);
  if (JSON.stringify(outcome, plainly) === JSON.stringify(found.outcome, plainly)) return found;
  return {
    ...found,
    outcome,
    policy: found.policy === 'observed' ? settled.policy : found.policy,
    decidedBy: found.decidedBy ?? event,
    because: [...found.because, sayDecided(event, asked)],
    records: [...new Set([...found.records, ...event.records])],
    missing: [...found.missing, ...event.missing],
  };
};

/** Exact numbers hold big integers, of which JSON knows nothing. */
const plainly = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/**
 * Applies the strategies of an estimand (ICH E9(R1)) to what was observed. Of several events that happened the earliest
 * decides. `treatment policy` changes nothing; `composite` reports what the event counts as; `hypothetical` sets aside
 * what was seen after it; `while on treatment` takes the last value before it; a `principal stratum`, which the check lets
 * through only where there is one treatment, leaves out who had it. An event that may have happened leaves both possible.
 */
export const applyStrategies = (
  observed: DerivedOutcome,
  events: readonly EventOccurrence[],
  asked: ValueAsked,
): SettledOutcome => {
  const bearing = events.filter((event) => bearsOn(event, observed.outcome, asked));
  const decidedBy = bearing.find(({ happened }) => happened === 'true');
  const isEarlier = ({ on }: EventOccurrence): boolean =>
    decidedBy?.on === undefined || on === undefined || on.first < decidedBy.on.first;
  const uncertain = bearing.filter((event) => event.happened === 'unknown' && isEarlier(event));
  const settled: SettledOutcome =
    decidedBy === undefined
      ? { ...observed, policy: 'observed' }
      : {
          ...settledBy(decidedBy, asked),
          decidedBy,
          because: [...observed.because, sayDecided(decidedBy, asked)],
          records: [...new Set([...observed.records, ...decidedBy.records])],
          missing: decidedBy.of.strategy === 'composite' ? [] : observed.missing,
        };
  return uncertain.reduce((found, event) => perhaps(found, event, asked), settled);
};
