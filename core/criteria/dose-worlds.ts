import type { Day } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';
import type { DatedCourse } from './dose-steps.ts';

/** Days between which the dose may change, and the courses that begin or end there, each once for each date. */
export interface DoseStretch {
  readonly first: Day;
  readonly last: Day;
  readonly edges: readonly Edge[];
}

/** The date on which a course begins or ends. */
export interface Edge {
  readonly record: HistoryRecord;
  /** The place of the course among the others, and which of its dates it is. */
  readonly key: string;
  readonly date: PartialDate;
  /** The first and last day on which the step may lie. */
  readonly first: Day;
  readonly last: Day;
}

/** A step lies on the first day of a course, or on the day after its last; where courses meet, on that last day. */
const edgesOf = (record: HistoryRecord, index: number): readonly Edge[] => {
  const { start, end } = record;
  const begin: Edge = { record, key: `${index} start`, date: start, first: start.first, last: start.last };
  if (end === 'ongoing') return [begin];
  if (end === 'single') return [{ ...begin, last: start.last + 1 }];
  return [begin, { record, key: `${index} end`, date: end, first: end.first, last: end.last + 1 }];
};

/** The dates that may concern each other, together; between two stretches it is known which courses are taken. */
export const stretchesOf = (courses: readonly HistoryRecord[]): readonly DoseStretch[] => {
  const stretches: { first: Day; last: Day; edges: Edge[] }[] = [];
  for (const edge of courses.flatMap(edgesOf).toSorted((a, b) => a.first - b.first)) {
    const before = stretches.at(-1);
    if (before === undefined || edge.first > before.last)
      stretches.push({ first: edge.first, last: edge.last, edges: [edge] });
    else {
      before.last = Math.max(before.last, edge.last);
      before.edges.push(edge);
    }
  }
  return stretches;
};

const isPartial = ({ date }: Edge): boolean => date.first !== date.last;

/** Comparisons of course with course, in all the ways together. */
const mostWork = 60_000;

/**
 * The days that an uncertain date is tried on: its ends, and those near a day on which something else begins or ends.
 * So near that any order of the uncertain dates, with a free day or without, is among them.
 */
const daysTried = ({ date }: Edge, edges: readonly Edge[]): readonly Day[] => {
  const reach = 2 * Math.max(1, edges.filter(isPartial).length - 1);
  const offsets = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  const near = edges.flatMap((other) => offsets.flatMap((by) => [other.date.first + by, other.date.last + by]));
  return [...new Set(near)].filter((day) => date.first <= day && day <= date.last);
};

/** The day taken for each date, by the key of its edge. */
type Days = ReadonlyMap<string, Day>;

const dated = (record: HistoryRecord, index: number, days: Days): DatedCourse => {
  const { start, end } = record;
  const first = days.get(`${index} start`) ?? start.first;
  if (end === 'ongoing') return { record, first, last: undefined };
  return { record, first, last: end === 'single' ? first : (days.get(`${index} end`) ?? end.last) };
};

const isInOrder = ({ first, last, record }: DatedCourse): boolean =>
  last === undefined || first <= last || typeof record.end === 'string' || record.start.first > record.end.last;

type World = readonly DatedCourse[];

/** With and without each of the courses that may belong to another drug. */
const withAndWithout = (world: World, perhaps: readonly HistoryRecord[]): readonly World[] =>
  world.reduce<readonly World[]>(
    (all, course) => [
      ...(perhaps.some((record) => record === course.record) ? all : []),
      ...all.map((others) => [...others, course]),
    ],
    [[]],
  );

const lastDay = ({ start, end }: HistoryRecord): Day => {
  if (end === 'ongoing') return Number.POSITIVE_INFINITY;
  return end === 'single' ? start.last : end.last;
};

/**
 * The courses with each date of a stretch on one of its days, in every way that matters, and with and without those that
 * perhaps belong to them; undefined where the ways are too many. Courses that are over by then, or have not begun, are
 * left out.
 */
export const worldsOf = (
  courses: readonly HistoryRecord[],
  { first, last, edges }: DoseStretch,
  perhaps: readonly HistoryRecord[],
): readonly World[] | undefined => {
  const open = edges.filter(isPartial).map((edge) => ({ key: edge.key, days: daysTried(edge, edges) }));
  const doubtful = perhaps.filter((record) => record.start.first <= last && lastDay(record) >= first - 1);
  const count = open.reduce((ways, { days }) => ways * days.length, 2 ** doubtful.length);
  if (count * edges.length ** 2 > mostWork) return undefined;
  const ways = open.reduce<readonly Days[]>(
    (all, { key, days }) => all.flatMap((taken) => days.map((day) => new Map([...taken, [key, day]]))),
    [new Map()],
  );
  return ways
    .map((days) => courses.map((record, index) => dated(record, index, days)))
    .filter((world) => world.every(isInOrder))
    .map((world) => world.filter((each) => each.first <= last && (each.last === undefined || each.last >= first - 1)))
    .flatMap((world) => withAndWithout(world, doubtful));
};
