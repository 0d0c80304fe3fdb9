import type { StudyDefinition } from '#core/study/schema.ts';

type ScheduleVisit = StudyDefinition['visits'][number];

/** Something observed on a day, counted from day 0: at a visit of the schedule, or at none of them. */
export interface DatedObservation {
  readonly visit: string | undefined;
  readonly day: number;
}

/** How observations come to the visits of analyses. */
export interface MappingRule<T extends DatedObservation> {
  readonly outOfWindow: 'nearest day' | 'as recorded';
  /** Of two visits whose days are as near. */
  readonly tie: 'earlier' | 'later';
  /** Of several observations that come to one visit; a function says whether the first is worse than the second. */
  readonly several: 'nearest' | 'latest' | ((a: T, b: T) => boolean);
}

/** An observation, the visit that it comes to, whether it is the one that counts there, and why. */
export interface MappedObservation<T extends DatedObservation> {
  readonly observation: T;
  readonly to: string | undefined;
  readonly counts: boolean;
  /** `as recorded`: at its own visit, in the window of that; `out of window`: at its own, or, unscheduled, at none. */
  readonly how: 'as recorded' | 'out of window' | 'nearest day';
  readonly because: string;
}

/** After day 0; what was seen up to then is the baseline, which no window takes. */
const targetsIn = (visits: readonly ScheduleVisit[]): readonly ScheduleVisit[] =>
  visits.filter(({ day }) => day > 0).toSorted((a, b) => a.day - b.day);

const away = (day: number, visit: ScheduleVisit): number => Math.abs(day - visit.day);

/** Half of the days to the neighbours; at either end of the schedule as far outwards as inwards. */
const isInReach = (day: number, visit: ScheduleVisit, targets: readonly ScheduleVisit[]): boolean => {
  const index = targets.indexOf(visit);
  const gaps = [targets[index - 1], targets[index + 1]].flatMap((each) => (each ? [away(each.day, visit)] : []));
  return 2 * away(day, visit) <= Math.max(...gaps, 2 * (visit.latest - visit.earliest));
};

const nearestTo = (
  day: number,
  targets: readonly ScheduleVisit[],
  tie: 'earlier' | 'later',
): ScheduleVisit | undefined =>
  targets.reduce<ScheduleVisit | undefined>((near, each) => {
    if (near === undefined) return each;
    const [a, b] = [away(day, each), away(day, near)];
    return a < b || (a === b && tie === 'later') ? each : near;
  }, undefined);

type Assigned<T extends DatedObservation> = Pick<MappedObservation<T>, 'observation' | 'to' | 'how' | 'because'>;

const assigned = <T extends DatedObservation>(
  observation: T,
  visits: readonly ScheduleVisit[],
  rule: MappingRule<T>,
): Assigned<T> => {
  const { visit, day } = observation;
  const own = visits.find(({ id }) => id === visit);
  const to = own?.id;
  if (own !== undefined && own.day <= 0)
    return { observation, to, how: 'as recorded', because: `recorded at ${own.id}` };
  const at = own === undefined ? `unscheduled, on day ${day}` : `recorded at ${own.id} on day ${day}`;
  if (own !== undefined && day >= own.earliest && day <= own.latest)
    return { observation, to, how: 'as recorded', because: `${at}, in its window` };
  const out = own === undefined ? at : `${at}, out of its window`;
  if (own !== undefined && rule.outOfWindow === 'as recorded')
    return { observation, to, how: 'out of window', because: out };
  const targets = targetsIn(visits);
  const near = day <= 0 ? undefined : nearestTo(day, targets, rule.tie);
  return near === undefined || !isInReach(day, near, targets)
    ? { observation, to, how: 'out of window', because: `${out} and near no visit` }
    : { observation, to: near.id, how: 'nearest day', because: `${out}, nearest to ${near.id} (day ${near.day})` };
};

const isOwn = ({ visit, day }: DatedObservation, plan: ScheduleVisit): boolean =>
  visit === plan.id && day >= plan.earliest && day <= plan.latest;

/** Whether the second of two that come to one visit takes the place of the first. */
const takesPlace = <T extends DatedObservation>(
  a: T,
  b: T,
  plan: ScheduleVisit,
  { several }: MappingRule<T>,
): boolean => {
  if (typeof several === 'function') return several(b, a);
  if (several === 'latest') return b.day >= a.day;
  if (isOwn(a, plan) !== isOwn(b, plan)) return isOwn(b, plan);
  return away(b.day, plan) < away(a.day, plan) || (away(b.day, plan) === away(a.day, plan) && b.day >= a.day);
};

/**
 * Brings observations to the visits of analyses. One belongs to the visit at which it was recorded as long as that was
 * held in its window; one out of its window, or at no visit of the schedule, comes to the visit after day 0 whose day is
 * nearest, if it lies within half of the days to the next visit. Of several at one visit the one counts that the rule
 * says: `nearest` prefers what was recorded there in its window, then fewer days away, then the later. Each says why.
 */
export const mapObservations = <T extends DatedObservation>(
  observations: readonly T[],
  visits: readonly ScheduleVisit[],
  rule: MappingRule<T>,
): readonly MappedObservation<T>[] => {
  const mapped = observations.map((each) => assigned(each, visits, rule));
  const chosen = new Map<string, T>();
  for (const { observation, to } of mapped) {
    const plan = visits.find(({ id }) => id === to);
    const before = plan && chosen.get(plan.id);
    if (plan !== undefined && (before === undefined || takesPlace(before, observation, plan, rule)))
      chosen.set(plan.id, observation);
  }
  return mapped.map((each) => {
    const counts = each.to !== undefined && chosen.get(each.to) === each.observation;
    const because = counts || each.to === undefined ? each.because : `${each.because}; another counts there`;
    return { ...each, counts, because };
  });
};
