import type { Participant } from '#core/conduct/participant.ts';
import { chartOf } from '#core/conduct/participant-chart.ts';
import type { Chart as PersonChart } from '#core/criteria/chart.ts';
import type { ValuesOf } from '#core/endpoints/derived-values.ts';
import { mapVisits } from '#core/endpoints/mapped-visits.ts';
import { type Day, readDay } from '#core/quantities/civil-date.ts';
import type { Study } from '#core/study/study.ts';

/** One participant who was allocated, with the visits as analyses see them. */
export interface ScenePerson {
  readonly id: string;
  readonly arm: string;
  readonly participant: Participant;
  readonly chart: PersonChart;
  /** The day of allocation, from which a chart counts. */
  readonly zero: Day;
}

/** Everything that the charts of a trial are made of. */
export interface ChartScene {
  readonly study: Study;
  /** Whether nobody may see arms: all are one group then. */
  readonly isPooled: boolean;
  readonly arms: readonly { readonly id: string; readonly title: string }[];
  /** In the order of their ids, so that no chart hangs on the order in which people are given. */
  readonly people: readonly ScenePerson[];
  readonly valuesOf: ValuesOf;
}

/** The one group of a trial of which the arms are not told. */
export const allParticipants = 'all participants';

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Values under the group that the scene shows, in the order of participants. */
const shownValues =
  (valuesOf: ValuesOf, isPooled: boolean): ValuesOf =>
  (...asked) => {
    const values = valuesOf(...asked).toSorted((a, b) => before(a.participant, b.participant));
    return isPooled ? values.map((value) => ({ ...value, arm: allParticipants })) : values;
  };

/**
 * The scene of a trial: those who were allocated, by their arms. As soon as the arm of one of them is not told, as in a
 * masked trial before its unblinding, no arm appears and all are one group: a code break of one must not part the others.
 */
export const chartScene = (study: Study, participants: readonly Participant[], valuesOf: ValuesOf): ChartScene => {
  const allocated = participants.filter((each) => each.allocated !== undefined);
  const isPooled = allocated.some(({ arm }) => arm === undefined);
  const people = allocated.flatMap((each): readonly ScenePerson[] => {
    const zero = readDay(each.allocated?.on ?? '');
    const { participant } = mapVisits(study, each);
    const arm = isPooled ? allParticipants : (each.arm ?? allParticipants);
    return zero === undefined
      ? []
      : [{ id: each.id ?? '', arm, participant, chart: chartOf(study, participant), zero }];
  });
  return {
    study,
    isPooled,
    arms: isPooled
      ? [{ id: allParticipants, title: 'all participants, arms not told' }]
      : study.definition.arms.map(({ id, title }) => ({ id, title })),
    people: people.toSorted((a, b) => before(a.id, b.id)),
    valuesOf: shownValues(valuesOf, isPooled),
  };
};

/** The arms as charts name them. */
export const armNames = ({ isPooled, arms }: ChartScene): readonly string[] =>
  isPooled ? [] : arms.map(({ id }) => id);

/** What the arms are, where their ids do not say it. */
export const armNotes = ({ isPooled, arms }: ChartScene): readonly string[] => {
  if (isPooled) return ['The arms are not told: all participants are one group.'];
  const named = arms.filter(({ id, title }) => id !== title).map(({ id, title }) => `${id}: ${title}`);
  return named.length === 0 ? [] : [`${named.join('; ')}.`];
};

/** The people of one arm. */
export const peopleOf = ({ people }: ChartScene, arm: string): readonly ScenePerson[] =>
  people.filter((person) => person.arm === arm);

/** The day on which somebody was at a visit, counted from allocation; undefined where the visit was not held. */
export const dayAt = ({ chart, zero }: ScenePerson, visit: string): number | undefined => {
  const held = chart.dateOf(visit);
  return held === undefined ? undefined : held.last - zero;
};

/** The visits of the plan from the day of allocation on. */
export const visitsFromBaseline = ({ definition }: Study): Study['definition']['visits'] =>
  definition.visits.filter(({ day }) => day >= 0).toSorted((a, b) => a.day - b.day);

/** Whether somebody's course has come as far as a visit: it or a later one was entered, or participation has ended. */
export const hasCome = ({ participant: { visits, ended } }: ScenePerson, visit: string, study: Study): boolean => {
  const plan = study.definition.visits;
  const due = plan.find(({ id }) => id === visit)?.day ?? 0;
  return ended !== undefined || plan.some(({ id, day }) => day >= due && visits.has(id));
};
