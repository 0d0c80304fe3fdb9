import type { Participant } from '#core/conduct/participant.ts';
import type { Chart } from '#core/criteria/chart.ts';
import type { Proof } from '#core/criteria/proof.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import { or } from '#core/quantities/truth.ts';
import type { Endpoint, Study } from '#core/study/study.ts';
import type { Censoring, Outcome, TimeInterval } from './analysis-value.ts';
import type { AskedVisit } from './asked-visit.ts';
import { censoringOf } from './censoring.ts';
import { type DerivedOutcome, outcomeBy } from './derived-outcome.ts';

export type TimeEndpoint = Extract<Endpoint, { kind: 'time' }>;
export type TimeOutcome = Extract<Outcome, { kind: 'time' }>;

const visitsBetween = ({ time }: TimeEndpoint, study: Study): readonly string[] => {
  const order = study.definition.visits.map((visit) => visit.id);
  const [first, last] = [time.from, time.to].map((point) => (point.kind === 'named' ? order.indexOf(point.name) : -1));
  return order.slice(first, (last ?? 0) + 1);
};

/** The day of a visit counted from randomisation, which is day 0. */
const daysSince = (participant: Participant, chart: Chart, visit: string): number | undefined => {
  const [zero, day] = [participant.allocated && chart.dateOf('randomisation'), chart.dateOf(visit)];
  return zero === undefined || day === undefined ? undefined : day.last - zero.last;
};

/** Free of it after the visits that come before the first at which it may have been reached; day 0 where there is none. */
const intervalOf = (asked: readonly AskedVisit[]): TimeInterval => {
  const open = asked.findIndex(({ proof }) => proof.truth !== 'false');
  const free = open < 0 ? asked : asked.slice(0, open);
  return {
    after: free.findLast(({ day }) => day !== undefined)?.day ?? 0,
    by: asked.find(({ proof }) => proof.truth === 'true')?.day,
  };
};

const outcomeOf = (asked: readonly AskedVisit[], censored: Censoring | undefined): TimeOutcome => {
  const place = asked.findIndex(({ proof }) => proof.truth === 'true');
  const upTo = place < 0 ? asked : asked.slice(0, place + 1);
  const reached = or(upTo.map(({ proof }) => proof.truth));
  const by = asked[place];
  const isFirst = upTo.every(({ proof }) => proof.truth !== 'unknown');
  return {
    kind: 'time',
    reached,
    visit: isFirst ? by?.visit : undefined,
    day: isFirst ? by?.day : undefined,
    by: by?.visit,
    interval: intervalOf(asked),
    ...(reached === 'true' || censored === undefined ? {} : { censored }),
  };
};

const decidingProofs = (asked: readonly AskedVisit[]): readonly Proof[] => {
  const place = asked.findIndex(({ proof }) => proof.truth === 'true');
  const upTo = place < 0 ? asked : asked.slice(0, place + 1);
  const isFirst = upTo.every(({ proof }) => proof.truth !== 'unknown');
  return (place < 0 || !isFirst ? upTo : upTo.slice(-1)).map(({ proof }) => proof);
};

/**
 * A time that is seen only at visits: reached as soon as it holds at one; when it was first reached is known only if no
 * earlier visit is open. Days are counted from randomisation, which is day 0. With `until` only visits held before that
 * day are looked at. Where it was not reached, the censoring says up to when that is known, and why no further.
 */
export const deriveTime = (
  endpoint: TimeEndpoint,
  study: Study,
  participant: Participant,
  chart: Chart,
  until?: Day,
): DerivedOutcome => {
  const zero = readDay(participant.allocated?.on ?? '');
  const asked = visitsBetween(endpoint, study)
    .map((visit) => ({ visit, proof: endpoint.ask(chart, visit), day: daysSince(participant, chart, visit) }))
    .filter(({ day }) => until === undefined || (zero !== undefined && day !== undefined && zero + day < until));
  return outcomeBy(outcomeOf(asked, censoringOf(asked, participant)), decidingProofs(asked));
};
