import { type Day, writeDay } from '#core/quantities/civil-date.ts';
import { contactGaps } from './contact-gaps.ts';
import type { FoundDeviation } from './deviation.ts';
import { type Dossier, type FindDeviations, type HeldVisit, isDue, type ScheduledVisit } from './dossier.ts';
import { fromTo, inDays } from './in-days.ts';
import { isPrimaryVisit } from './primary-visits.ts';

const outsideWindow = (
  { study }: Dossier,
  dayZero: Day,
  { plan, on, record }: HeldVisit,
): readonly FoundDeviation[] => {
  const [first, last] = [dayZero + plan.earliest, dayZero + plan.latest];
  if (plan.day < 0 || (on >= first && on <= last)) return [];
  const isEarly = on < first;
  const kind = isEarly ? 'visit before its window' : 'visit after its window';
  const away = isEarly ? `${inDays(first - on)} before` : `${inDays(on - last)} after`;
  return [
    {
      kind: isPrimaryVisit(study, plan.id) ? 'primary visit outside its window' : kind,
      visit: plan.id,
      on: writeDay(on),
      record,
      says: `Visit ${plan.id} was held on ${writeDay(on)}, ${away} its window ${fromTo(first, last)}.`,
    },
  ];
};

/** Visits entered as missed, of people who were enrolled: those who never were are asked nothing more. */
const missed = (dossier: Dossier): readonly FoundDeviation[] =>
  dossier.visits.flatMap((plan) => {
    const entered = dossier.participant.visits.get(plan.id);
    if (entered === undefined || entered.on !== undefined || dossier.participant.enrolledOn === undefined) return [];
    const said = dossier.enteredOn(entered.record) ?? dossier.asOf;
    const due = dossier.dayZero === undefined ? said : Math.min(said, dossier.dayZero + plan.latest);
    return [
      {
        kind: isPrimaryVisit(dossier.study, plan.id) ? 'primary visit missed' : 'visit missed',
        visit: plan.id,
        on: writeDay(due),
        record: entered.record,
        says: `Visit ${plan.id} was entered as missed.`,
      },
    ];
  });

/** Visits after day 0 whose window closed, with the time to enter it, and of which nothing was said. */
export const overdueVisits = (dossier: Dossier): readonly ScheduledVisit[] => {
  const { dayZero, endedOn, participant, visits } = dossier;
  if (dayZero === undefined) return [];
  return visits.filter(({ id, day, latest }) => {
    const closed = dayZero + latest;
    return day >= 0 && !participant.visits.has(id) && isDue(dossier, closed) && (endedOn ?? closed + 1) > closed;
  });
};

/** Those that fall in a stretch without any contact are said with it. */
const overdue = (dossier: Dossier): readonly FoundDeviation[] => {
  const { dayZero, participant } = dossier;
  if (dayZero === undefined) return [];
  const gaps = contactGaps(dossier);
  const isSaid = (closed: Day): boolean => gaps.some(({ since, until }) => closed > since && closed <= until);
  return overdueVisits(dossier)
    .filter(({ latest }) => !isSaid(dayZero + latest))
    .map(({ id, earliest, latest }) => ({
      kind: 'visit overdue',
      visit: id,
      on: writeDay(dayZero + latest + 1),
      record: participant.allocated?.record ?? '',
      says: `Visit ${id}, due ${fromTo(dayZero + earliest, dayZero + latest)}, was neither held nor entered as missed.`,
    }));
};

/** From day 0 on: a screening that comes too late is said as such. */
const disordered = ({ held: all }: Dossier): readonly FoundDeviation[] => {
  const held = all.filter(({ plan }) => plan.day >= 0);
  return held.flatMap(({ plan, on, record }, index) => {
    const before = held.slice(0, index).toSorted((a, b) => b.on - a.on)[0];
    if (before === undefined || before.on < on) return [];
    const day = writeDay(on);
    const says =
      before.on === on
        ? `Visits ${before.plan.id} and ${plan.id} were both held on ${day}.`
        : `Visit ${plan.id} was held on ${day}, ${inDays(before.on - on)} before visit ${before.plan.id} on ${writeDay(before.on)}.`;
    return [
      {
        kind: before.on === on ? 'two visits on one day' : 'visits out of order',
        visit: plan.id,
        on: day,
        record,
        says,
      },
    ];
  });
};

/**
 * Visits against the schedule, of which the days count from allocation. Screening has rules of its own, and so has the
 * visit at which the primary endpoint is asked.
 */
export const findVisitDeviations: FindDeviations = (dossier) => {
  const { dayZero, held } = dossier;
  return [
    ...(dayZero === undefined ? [] : held.flatMap((visit) => outsideWindow(dossier, dayZero, visit))),
    ...missed(dossier),
    ...overdue(dossier),
    ...disordered(dossier),
  ];
};
