import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { contactGaps, longestGap } from './contact-gaps.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, type FindDeviations, mustBeDay } from './dossier.ts';
import { inDays } from './in-days.ts';
import { treatmentActs } from './treatment-acts.ts';

const noContact = (dossier: Dossier): readonly FoundDeviation[] => {
  const most = longestGap(dossier);
  return contactGaps(dossier).map(({ since, until, record, due }) => ({
    kind: 'no contact',
    on: writeDay(since + most + 1),
    record,
    says: `From ${writeDay(since)} to ${writeDay(until)} there was no contact, ${inDays(until - since)} where one missed visit explains at most ${inDays(most)}; due were ${due.map(({ id }) => id).join(', ')}.`,
  }));
};

/** What bears a later day than the end of participation. */
const afterTheEnd = (dossier: Dossier): readonly FoundDeviation[] => {
  const { endedOn, held, participant } = dossier;
  if (endedOn === undefined) return [];
  const end = `after participation ended on ${writeDay(endedOn)} (${participant.ended?.how})`;
  const visits = held.filter(({ on }) => on > endedOn);
  const treated = treatmentActs(dossier).filter(({ on }) => on > endedOn);
  return [
    ...visits.map(({ plan: { id }, on, record }) => ({
      kind: 'visit after the end' as const,
      visit: id,
      on: writeDay(on),
      record,
      says: `Visit ${id} bears the day ${writeDay(on)}, ${inDays(on - endedOn)} ${end}.`,
    })),
    ...treated.map(({ what, dose, on, record }) => ({
      kind: 'dose after the end' as const,
      dose,
      on: writeDay(on),
      record,
      says: `${what} on ${writeDay(on)}, ${inDays(on - endedOn)} ${end}.`,
    })),
  ];
};

/** Visits that somebody who is called lost had missed by then. */
const missedBy = ({ participant, visits, dayZero = 0 }: Dossier, day: Day): number =>
  visits.filter(({ id, latest }) => dayZero + latest < day && participant.visits.get(id)?.on === undefined).length;

const endKind = (dossier: Dossier, how: string, endedOn: Day): Pick<FoundDeviation, 'kind' | 'says'> | undefined => {
  const { held, visits, limits } = dossier;
  const last = visits.at(-1);
  const day = writeDay(endedOn);
  if (how === 'completed' && last !== undefined && !held.some(({ plan }) => plan.id === last.id))
    return {
      kind: 'completed without the last visit',
      says: `Participation ended as completed on ${day}, and visit ${last.id} was not held.`,
    };
  const latest = held.toSorted((a, b) => a.on - b.on).findLast(({ on }) => on <= endedOn);
  const away = latest === undefined ? undefined : endedOn - latest.on;
  if (how === 'withdrawn' && (away === undefined || away > limits.daysToLastVisit))
    return {
      kind: 'withdrawn without a last visit',
      says: `Somebody withdrew on ${day}; the last visit was ${latest?.plan.id ?? 'none'}${away === undefined ? '' : `, ${inDays(away)} before`}.`,
    };
  const missed = missedBy(dossier, endedOn);
  if (how === 'lost to follow-up' && missed < limits.missedBeforeLost)
    return {
      kind: 'lost without missed visits',
      says: `Somebody was called lost to follow-up on ${day}, with ${missed} of at least ${limits.missedBeforeLost} visits missed.`,
    };
  return undefined;
};

/** How participation ended, of people who had been allocated. */
const howItEnded = (dossier: Dossier): readonly FoundDeviation[] => {
  const { ended, acts, allocated } = dossier.participant;
  if (ended === undefined || allocated === undefined) return [];
  const found = endKind(dossier, ended.how, mustBeDay(ended.on));
  return found === undefined ? [] : [{ ...found, on: ended.on, record: acts.get('participation ended') ?? '' }];
};

const notEnded = ({ dayZero, visits, limits, asOf, endedOn, participant }: Dossier): readonly FoundDeviation[] => {
  const last = visits.at(-1);
  if (dayZero === undefined || endedOn !== undefined || last === undefined) return [];
  const due = dayZero + last.latest + limits.daysToEnd;
  if (asOf <= due) return [];
  return [
    {
      kind: 'participation not ended',
      on: writeDay(due + 1),
      record: participant.allocated?.record ?? '',
      says: `The window of visit ${last.id} closed on ${writeDay(dayZero + last.latest)}, ${inDays(asOf - dayZero - last.latest)} ago, and the end of participation is not recorded.`,
    },
  ];
};

/**
 * Contact after allocation, and how participation ended. Telephone calls are no events, so that a gap is one of what the
 * record shows; a visit at an early end is not in the schedule, so that any visit close to it counts as one.
 */
export const findFollowUpDeviations: FindDeviations = (dossier) => [
  ...noContact(dossier),
  ...afterTheEnd(dossier),
  ...howItEnded(dossier),
  ...notEnded(dossier),
];
