import type { AdverseEventData } from '#core/reports/datasets/adverse-event-data.ts';
import type { ParticipantData } from '#core/reports/datasets/participant-data.ts';
import type { Figure, Table } from '#core/reports/figure.ts';
import { roundHalfAway } from '#core/reports/round.ts';
import { computePoissonRate } from '#core/statistics/intervals/poisson-rate.ts';
import type { Study } from '#core/study/study.ts';
import { type ArmGroup, armGroups } from './arm-groups.ts';
import { countCell } from './cells.ts';

/** The treated, by the arm received, and their events. */
interface Treated {
  readonly participants: readonly ParticipantData[];
  readonly events: readonly AdverseEventData[];
  readonly groups: readonly ArmGroup[];
}

type Holds = (event: AdverseEventData) => boolean;

/** Who is not known to be untreated: while masked it is not told who was treated. */
const treatedOf = (
  participants: readonly ParticipantData[],
  events: readonly AdverseEventData[],
  arms: readonly { readonly id: string }[],
): Treated => {
  const those = participants.filter(({ treated }) => treated !== false);
  const ids = new Set(those.map(({ participant }) => participant));
  return {
    participants: those,
    events: events.filter(({ participant }) => ids.has(participant)),
    groups: armGroups(arms),
  };
};

const rowOf = (id: string, label: string, { participants, events, groups }: Treated, holds: Holds) => ({
  label,
  cells: groups.map((group): Figure => {
    const people = participants.filter(({ armReceived }) => group.holds(armReceived));
    const own = events.filter((event) => group.holds(event.arm) && holds(event));
    return countCell(
      { id: `events/${id}/${group.id}`, label: `${label}, ${group.id}`, rests: own.map(({ record }) => record) },
      { events: new Set(own.map(({ participant }) => participant)).size, of: people.length },
      own.length,
    );
  }),
});

/** What began before treatment is history; what may have begun under it is counted. */
const isEmergent: Holds = ({ emergent }) => emergent !== 'false';

const yearDays = 365.25;

/** From the first dose to the day last seen, both included; of who had none, from allocation. In years. */
const personYears = (people: readonly ParticipantData[]): number =>
  people.reduce((sum, { firstDose = 0, lastSeen }) => sum + Math.max(0, lastSeen - firstDose + 1), 0) / yearDays;

const rateRow = ({ participants, events, groups }: Treated) => ({
  label: 'events per 100 person-years (exact 95%)',
  cells: groups.map((group): Figure => {
    const own = events.filter((event) => group.holds(event.arm) && isEmergent(event));
    const time = personYears(participants.filter(({ armReceived }) => group.holds(armReceived)));
    const name = { id: `events/rate/${group.id}`, label: `rate, ${group.id}`, rests: own.map(({ record }) => record) };
    const rate = computePoissonRate({ events: own.length, time: time / 100 });
    if ('notEstimable' in rate) return { ...name, value: `not estimable: ${rate.notEstimable}` };
    const { estimate, lower, upper } = rate;
    const [at, from, to] = [estimate, lower, upper].map((value) => roundHalfAway(value, 1));
    return {
      ...name,
      value: `${at} (${from} to ${to})`,
      numbers: { rate: estimate, lower, upper, years: time, events: own.length },
    };
  }),
});

const overview = (study: Study, treated: Treated): Table => {
  const interests = study.definition.safety?.['special interest'] ?? [];
  const count = (id: string, label: string, holds: Holds) =>
    rowOf(id, label, treated, (event) => isEmergent(event) && holds(event));
  return {
    id: 'adverse-events',
    title: 'Adverse events under treatment: participants, share, events',
    columns: treated.groups.map(({ id }) => id),
    rows: [
      count('any', 'any', () => true),
      count('serious', 'serious', ({ serious }) => serious),
      count('related', 'related, to the investigator or the sponsor', ({ related }) => related === true),
      count('unrelated', 'not related', ({ related }) => related === false),
      count('unsaid', 'not said whether related', ({ related }) => related === undefined),
      count('severe', 'grade 3 or more', ({ grade = 0 }) => grade >= 3),
      count('stopped', 'treatment stopped for it', ({ action }) => action === 'stopped'),
      count('fatal', 'fatal', ({ fatal }) => fatal),
      ...interests.map(({ id, title }) =>
        count(`interest/${id}`, `of special interest: ${title}`, ({ interest }) => interest.includes(id)),
      ),
      rateRow(treated),
      rowOf('before', 'began before treatment, not counted above', treated, (event) => !isEmergent(event)),
    ],
    notes: [
      'By the treatment received. A participant counts once in a row, each event once. Rates are exact after Garwood, over the time from the first dose to the day last seen.',
      ...(treated.events.some(({ emergent }) => emergent === 'unknown')
        ? ['Of some events it is not known whether they began under treatment; they are counted as if they had.']
        : []),
    ],
  };
};

const byTerm = (treated: Treated): Table => {
  const emergent = treated.events.filter(isEmergent);
  const peopleOf = (holds: Holds): number => new Set(emergent.filter(holds).map(({ participant }) => participant)).size;
  const ranked = (names: readonly string[], holds: (name: string) => Holds): readonly string[] =>
    [...new Set(names)].toSorted((a, b) => peopleOf(holds(b)) - peopleOf(holds(a)) || (a < b ? -1 : 1));
  const classes = ranked(
    emergent.map((event) => event.class),
    (name) => (event) => event.class === name,
  );
  return {
    id: 'adverse-event-terms',
    title: 'Adverse events under treatment by class and term: participants, share, events',
    columns: treated.groups.map(({ id }) => id),
    rows: classes.flatMap((name) => [
      rowOf(`class/${name}`, name, treated, (event) => isEmergent(event) && event.class === name),
      ...ranked(
        emergent.filter((event) => event.class === name).map(({ term }) => term),
        (term) => (event) => event.class === name && event.term === term,
      ).map((term) =>
        rowOf(
          `term/${name}/${term}`,
          `– ${term}`,
          treated,
          (event) => isEmergent(event) && event.class === name && event.term === term,
        ),
      ),
    ]),
  };
};

const grades = [1, 2, 3, 4, 5] as const;

/** Each participant once, by the worst of what was graded. */
const byGrade = ({ participants, events, groups }: Treated): Table => {
  const worst = new Map<string, number>();
  for (const event of events)
    if (isEmergent(event) && event.grade !== undefined)
      worst.set(event.participant, Math.max(worst.get(event.participant) ?? 0, event.grade));
  return {
    id: 'adverse-event-grades',
    title: 'Worst grade of a participant under treatment',
    columns: groups.map(({ id }) => id),
    rows: grades.map((grade) => ({
      label: `grade ${grade}`,
      cells: groups.map((group) => {
        const people = participants.filter(({ armReceived }) => group.holds(armReceived));
        const those = people.filter(({ participant }) => worst.get(participant) === grade);
        const ids = new Set(those.map(({ participant }) => participant));
        const rests = events.filter(
          (event) => ids.has(event.participant) && event.grade === grade && isEmergent(event),
        );
        return countCell(
          {
            id: `events/worst/${grade}/${group.id}`,
            label: `grade ${grade}, ${group.id}`,
            rests: rests.map(({ record }) => record),
          },
          { events: those.length, of: people.length },
        );
      }),
    })),
  };
};

/** The adverse events of the treated: in short, by class and term, and by worst grade; the last two where there were any. */
export const adverseEventTables = (
  study: Study,
  participants: readonly ParticipantData[],
  events: readonly AdverseEventData[],
  arms: readonly { readonly id: string }[],
): readonly Table[] => {
  const treated = treatedOf(participants, events, arms);
  return [overview(study, treated), ...(treated.events.some(isEmergent) ? [byTerm(treated), byGrade(treated)] : [])];
};
