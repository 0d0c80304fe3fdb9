import type { Participant } from '#core/conduct/participant.ts';
import { readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';
import { type DataSet, dataSet, dayColumn, textColumn, yesNoColumn } from './data-set.ts';

/** One visit of somebody who was allocated, as it was recorded. */
export interface VisitData {
  readonly participant: string;
  readonly arm: string | undefined;
  readonly visit: string;
  readonly isHeld: boolean;
  /** From allocation. */
  readonly day: number | undefined;
  readonly isOutside: boolean;
}

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Whether a visit lay outside its window. Windows are counted from allocation; what was held before it, or is planned
 * before it, has none.
 */
const outside = ({ definition }: Study, visit: string, day: number | undefined): boolean => {
  const plan = definition.visits.find(({ id }) => id === visit);
  if (plan === undefined || day === undefined || day < 0 || plan.day < 0) return false;
  return day < plan.earliest || day > plan.latest;
};

const visitsOf = ({ id = '', arm, visits, allocated }: Participant, study: Study): readonly VisitData[] => {
  const zero = readDay(allocated?.on ?? '');
  return [...visits].map(([visit, { on }]) => {
    const held = on === undefined ? undefined : readDay(on);
    const day = held === undefined || zero === undefined ? undefined : held - zero;
    return { participant: id, arm, visit, isHeld: on !== undefined, day, isOutside: outside(study, visit, day) };
  });
};

/** Every visit of everybody who was allocated. */
export const visitData = (study: Study, participants: readonly Participant[]): readonly VisitData[] =>
  participants
    .filter(({ allocated }) => allocated !== undefined)
    .toSorted(({ id: a = '' }, { id: b = '' }) => before(a, b))
    .flatMap((participant) => visitsOf(participant, study));

/** The same as a table. */
export const visitSet = (rows: readonly VisitData[]): DataSet =>
  dataSet<VisitData>(
    'visits',
    'Visits that were held or missed',
    [
      textColumn('participant', 'code', (row) => row.participant, 'code'),
      textColumn('arm', 'arm of the allocation', (row) => row.arm),
      textColumn('visit', 'visit', (row) => row.visit),
      yesNoColumn('held', 'held, or missed', (row) => row.isHeld),
      dayColumn('day', 'day', (row) => row.day),
      yesNoColumn('outside', 'outside the window of the plan', (row) => row.isOutside),
    ],
    rows,
  );
