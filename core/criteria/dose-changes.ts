import type { Missing } from '#core/measures/measured.ts';
import { type Day, dayOf, writeDay } from '#core/quantities/civil-date.ts';
import { onDay, type PartialDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import { type DoseStep, doseSteps } from './dose-steps.ts';
import { type DoseStretch, type Edge, stretchesOf, worldsOf } from './dose-worlds.ts';
import type { RecordVerb } from './syntax.ts';

/** The verbs that ask for changes of dose, each with the changes that it means. */
const asked = {
  'changed dose of': { doses: ['reduced', 'raised', 'changed'], ends: ['started', 'stopped'] },
  'reduced dose of': { doses: ['reduced', 'changed'], ends: ['stopped'] },
  'raised dose of': { doses: ['raised', 'changed'], ends: ['started'] },
} as const satisfies Partial<Record<RecordVerb, { doses: readonly string[]; ends: readonly string[] }>>;

type DoseVerb = keyof typeof asked;

export const isDoseChange = (verb: RecordVerb): verb is DoseVerb => Object.hasOwn(asked, verb);

/** The changes that a verb asks for. A stop is a reduction and a start a rise, where they count. */
const askedBy = (verb: DoseVerb, counting: boolean): readonly string[] => [
  ...asked[verb].doses,
  ...(counting ? asked[verb].ends : []),
];

/** Is a change, whichever of its ways it went, what a verb asks for? */
export const isAskedChange = ({ what, either }: DoseChange, verb: DoseVerb, counting: boolean): boolean =>
  (either ?? [what]).every((each) => askedBy(verb, counting).includes(each));

/** A day on which the dose of one drug changed; `certain` is false when doses or dates do not say whether it did. */
export interface DoseChange {
  readonly record: HistoryRecord;
  readonly on: PartialDate;
  readonly what: DoseStep['what'];
  readonly certain: boolean;
  /** Of a change that certainly was one of several, which: a higher dose with or without a free day before it. */
  readonly either: readonly DoseStep['what'][] | undefined;
  /** It may lie on any day from `on` on: the last day of `on` stands for none. */
  readonly goesOn: boolean;
  /** What would have to be known to say whether, or what, it was. */
  readonly missing: readonly Missing[];
}

const nameOf = ({ concept, start }: HistoryRecord): string => `${concept} of ${start.written}`;

const datesOpen = ({ edges }: DoseStretch): readonly Missing[] =>
  edges
    .filter(({ date }) => date.first !== date.last)
    .map(({ record, date }) => ({ kind: 'date', of: nameOf(record), written: date.written }));

const doseOpen = (steps: readonly DoseStep[]): readonly Missing[] =>
  steps
    .filter(({ certain }) => !certain)
    .slice(0, 1)
    .map(({ record }) => ({ kind: 'item', item: `${nameOf(record)}: dose`, point: '', why: 'not recorded' }));

/** The days from one to another, as the record writes them where it does. */
const daysFrom = (first: Day, last: Day, { start, end }: HistoryRecord): PartialDate => {
  const dates = typeof end === 'string' ? [start] : [start, end];
  const same = dates.find((date) => date.first === first && date.last === last);
  if (same !== undefined) return same;
  return first === last ? onDay(first) : { first, last, written: `${writeDay(first)} to ${writeDay(last)}` };
};

const hullOf = (steps: readonly DoseStep[], record: HistoryRecord): PartialDate => {
  const days = steps.map(({ on }) => on);
  return daysFrom(Math.min(...days), Math.max(...days), record);
};

/** The steps of one stretch in each of its worlds. */
interface Tried {
  readonly stretch: DoseStretch;
  readonly worlds: readonly (readonly DoseStep[])[];
  readonly courses: readonly HistoryRecord[];
}

/** The same step in every world is certain, on one of the days on which it lies in them. */
const sameInEach = ({ stretch, worlds, courses }: Tried): readonly DoseChange[] => {
  const same = Map.groupBy(worlds.flat(), ({ what, record, at }) => `${what} ${at} ${courses.indexOf(record)}`);
  return [...same.values()].flatMap((steps): readonly DoseChange[] => {
    const [one] = steps;
    if (one === undefined) return [];
    const { what, record } = one;
    const certain = steps.length === worlds.length && steps.every((step) => step.certain);
    const missing = certain ? [] : [...datesOpen(stretch), ...doseOpen(steps)];
    return [{ record, on: hullOf(steps, record), what, certain, either: undefined, goesOn: false, missing }];
  });
};

const verbs = ['reduced dose of', 'raised dose of', 'changed dose of'] as const;
const askings = [false, true].flatMap((counting) => verbs.map((verb) => askedBy(verb, counting)));

const isWithin = (inner: PartialDate, outer: PartialDate): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/** The shortest stretches of days in which every world has one of its days. */
const sharedDays = (worlds: readonly (readonly Day[])[], record: HistoryRecord): readonly PartialDate[] => {
  const spans = [...new Set(worlds.flat())].flatMap((first) => {
    const last = Math.max(...worlds.map((days) => Math.min(...days.filter((day) => day >= first))));
    return Number.isFinite(last) ? [daysFrom(first, last, record)] : [];
  });
  return spans.filter((span) => !spans.some((other) => other !== span && isWithin(other, span)));
};

/** Where every world has a change that is asked for, there certainly was one, though it is not known which. */
const oneOfSeveral = ({ worlds }: Tried, wanted: readonly string[]): readonly DoseChange[] => {
  const fitting = worlds.map((world) => world.filter(({ what, certain }) => certain && wanted.includes(what)));
  const steps = fitting.flat();
  const [some] = steps;
  if (some === undefined) return [];
  return sharedDays(
    fitting.map((world) => world.map(({ on }) => on)),
    some.record,
  ).map((on) => {
    const here = steps.filter((step) => on.first <= step.on && step.on <= on.last);
    const { record } = here.find((step) => step.on === on.first) ?? some;
    const either = [...new Set(here.map(({ what }) => what))];
    return { record, on, what: 'changed', certain: true, either, goesOn: false, missing: [] };
  });
};

const says = (said: DoseChange, { on, either }: DoseChange): boolean =>
  said.certain && isWithin(said.on, on) && (said.either ?? [said.what]).every((each) => either?.includes(each));

/** Every change of a stretch; one of several only where nothing says as much with fewer ways or days. */
const changesTried = (tried: Tried): readonly DoseChange[] => {
  const found = [...sameInEach(tried)];
  for (const change of askings.flatMap((wanted) => oneOfSeveral(tried, wanted)))
    if (!found.some((said) => says(said, change))) found.push(change);
  return found;
};

/** Where the dates leave too much open to try it: whatever a beginning or an end may be. */
const anythingAt = ({ record, key, date, last }: Edge, missing: readonly Missing[]): readonly DoseChange[] => {
  const begins = key.endsWith('start');
  const ends = !begins || record.end === 'single';
  const change = { record, certain: false, either: undefined, goesOn: false, missing };
  return [
    { ...change, what: 'changed', on: daysFrom(date.first, last, record) },
    ...(begins ? [{ ...change, what: 'started', on: date } as const] : []),
    ...(ends ? [{ ...change, what: 'stopped', on: date } as const] : []),
  ];
};

const changesIn = (
  stretch: DoseStretch,
  courses: readonly HistoryRecord[],
  perhaps: readonly HistoryRecord[],
): readonly DoseChange[] => {
  const worlds = worldsOf(courses, stretch, perhaps)?.map((world) =>
    doseSteps(world).filter(({ day }) => stretch.first <= day && day <= stretch.last),
  );
  if (worlds === undefined) return stretch.edges.flatMap((edge) => anythingAt(edge, datesOpen(stretch)));
  return changesTried({ stretch, worlds, courses });
};

/** Later than any day of a study, and so early that the longest window after it has a date. */
const farDay = dayOf(9000, 12, 31) ?? 0;

/** A taper reduces the dose on some day after its first. How far one that goes on has come is not known. */
const withinTaper = (record: HistoryRecord): readonly DoseChange[] => {
  const { kind, start, end } = record;
  if (kind !== 'taper' || end === 'single') return [];
  const goesOn = end === 'ongoing';
  const [first, last] = [start.first + 1, goesOn ? farDay : end.last];
  if (first > last) return [];
  const written = `${start.written} to ${goesOn ? 'now' : end.written}`;
  const certain = !goesOn && start.last < end.first;
  const missing: readonly Missing[] = certain ? [] : [{ kind: 'date', of: `the taper of ${nameOf(record)}`, written }];
  return [{ record, on: { first, last, written }, what: 'reduced', certain, either: undefined, goesOn, missing }];
};

/** The order in which the records were written says nothing. */
const inOrder = (a: HistoryRecord, b: HistoryRecord): number =>
  a.start.first - b.start.first || a.start.last - b.start.last || (a.record < b.record ? -1 : 1);

/**
 * All changes of the dose of one drug, by what is taken in a day of all its courses together, in order of time. Starts
 * and stops are told apart from changes. A pulse beside a lasting course raises the dose and reduces it again; a taper
 * reduces it on a day that is not known. A change is certain when it is one on whatever days the partial dates stand for,
 * and whether or not the courses that are `perhaps` of the drug are.
 */
export const doseChanges = (
  courses: readonly HistoryRecord[],
  perhaps: readonly HistoryRecord[] = [],
): readonly DoseChange[] => {
  const all = [...courses, ...perhaps].toSorted(inOrder);
  const tapers = all.flatMap((record) =>
    withinTaper(record).map((each) => ({
      ...each,
      certain: each.certain && !perhaps.some((other) => other === record),
    })),
  );
  const changes = stretchesOf(all).flatMap((stretch) => changesIn(stretch, all, perhaps));
  return [...changes, ...tapers].toSorted((a, b) => a.on.first - b.on.first);
};
