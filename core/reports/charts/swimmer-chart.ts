import { readDay } from '#core/quantities/civil-date.ts';
import type { SwimmerChart } from '../chart.ts';
import { allParticipants, armNames, armNotes, type ChartScene, type ScenePerson } from './chart-scene.ts';
import { recordsOfEvents } from './read-measure.ts';
import { type SeenLevel, seenLevels, spansOf } from './response-spans.ts';
import { sayPeople } from './said.ts';

type SwimmerLane = SwimmerChart['lanes'][number];
type LaneMark = SwimmerLane['marks'][number];

const dayOn = ({ zero }: ScenePerson, on: string | undefined): number | undefined => {
  const day = on === undefined ? undefined : readDay(on);
  return day === undefined ? undefined : day - zero;
};

const mark = (
  kind: LaneMark['kind'],
  day: number | undefined,
  label: string,
  record: string | undefined,
): readonly LaneMark[] =>
  day === undefined ? [] : [{ kind, day, label, rests: record === undefined ? [] : [record] }];

/** An administration, or medicine for the home that was handed out. */
const doseMarks = (person: ScenePerson): readonly LaneMark[] => {
  const { doses, dispensed } = person.participant;
  return [
    ...doses.flatMap(({ dose, number, on, record }) => mark('dose', dayOn(person, on), `${dose} ${number}`, record)),
    ...dispensed.flatMap(({ dose, on, record }) => mark('dose', dayOn(person, on), `${dose} handed out`, record)),
  ];
};

/** Serious events from allocation on, at their first possible day. */
const seriousMarks = ({ chart, zero }: ScenePerson): readonly LaneMark[] =>
  chart
    .records('adverse event')
    .filter(({ attributes, start }) => attributes.serious === true && start.last >= zero)
    .flatMap(({ concept, start, record }) =>
      mark('serious event', Math.max(0, start.first - zero), `serious: ${concept}`, record),
    );

const endMarks = (person: ScenePerson, to: number): readonly LaneMark[] => {
  const { discontinued, ended, acts } = person.participant;
  const record = acts.get('participation ended');
  const stopped =
    discontinued === undefined
      ? []
      : mark(
          'discontinued',
          dayOn(person, discontinued.on),
          `treatment discontinued: ${discontinued.why}`,
          acts.get('treatment discontinued'),
        );
  if (ended === undefined) return [...stopped, ...mark('goes on', to, 'goes on', undefined)];
  if (ended.how === 'completed') return stopped;
  return [...stopped, ...mark(ended.how === 'died' ? 'died' : 'left', dayOn(person, ended.on), ended.how, record)];
};

const responseMarks = (seen: readonly SeenLevel[]): readonly LaneMark[] => {
  const first = seen.find(({ level }) => level !== undefined);
  if (first === undefined) return [];
  const rests = recordsOfEvents(first.records);
  return [{ kind: 'response', day: first.day, label: `first response: ${first.level}`, rests }];
};

/** The last day on which somebody was seen: the end of participation, or the last visit or dose. */
const lastDayOf = (person: ScenePerson): number => {
  const { ended, visits, doses } = person.participant;
  const days = [...visits.values(), ...doses].flatMap(({ on }) => dayOn(person, on) ?? []);
  return Math.max(0, dayOn(person, ended?.on) ?? Math.max(0, ...days));
};

const laneOf = (person: ScenePerson, seen: readonly SeenLevel[]): SwimmerLane => {
  const to = lastDayOf(person);
  const marks = [...doseMarks(person), ...responseMarks(seen), ...seriousMarks(person), ...endMarks(person, to)];
  return {
    participant: person.id,
    arm: person.arm === allParticipants ? undefined : person.arm,
    from: 0,
    to,
    marks: marks.toSorted((a, b) => a.day - b.day),
    spans: spansOf(seen),
  };
};

const sayLanes = (label: string, lanes: readonly SwimmerLane[]): string => {
  const withMark = (kind: LaneMark['kind']): number =>
    lanes.filter(({ marks }) => marks.some((each) => each.kind === kind)).length;
  const days = lanes.map(({ to }) => to).toSorted((a, b) => a - b);
  const said = [
    `${withMark('response')} responded at some visit`,
    `${withMark('serious event')} had a serious event`,
    `${withMark('discontinued')} discontinued treatment`,
    `${withMark('died')} died`,
    `${withMark('left')} left`,
    `${withMark('goes on')} go on`,
  ];
  return `${label}: ${sayPeople(lanes.length)} followed for ${days[0] ?? 0} to ${days.at(-1) ?? 0} days; ${said.join(', ')}.`;
};

/** The course of each participant who was allocated, arm by arm, the longest followed first. */
export const swimmerCharts = (scene: ChartScene): readonly SwimmerChart[] => {
  const { arms, people } = scene;
  if (people.length === 0) return [];
  const seenBy = seenLevels(scene);
  const lanesOf = (arm: string): readonly SwimmerLane[] =>
    people
      .filter((person) => person.arm === arm)
      .map((person) => laneOf(person, seenBy(person)))
      .toSorted((a, b) => b.to - a.to);
  const groups = arms.map(({ id }) => ({ id, lanes: lanesOf(id) })).filter(({ lanes }) => lanes.length > 0);
  const lanes = groups.flatMap((group) => group.lanes);
  return [
    {
      kind: 'swimmer',
      id: 'chart/swimmer',
      title: 'The course of each participant',
      said: groups.map((group) => sayLanes(group.id, group.lanes)).join(' '),
      arms: armNames(scene),
      notes: [
        'From allocation to the end of participation, or to the last visit or dose. A response lasts from the visit at which it was first seen to the last one in a row.',
        ...armNotes(scene),
      ],
      x: { label: 'days from allocation', unit: 'd', from: 0, to: Math.max(1, ...lanes.map(({ to }) => to)) },
      lanes,
    },
  ];
};
