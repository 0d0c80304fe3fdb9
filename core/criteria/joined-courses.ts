import type { HistoryRecord } from './chart.ts';
import type { RecordCondition } from './syntax.ts';

/** What is asked beside the length of a course; undefined where the length stands under an `or` or a `not`. */
export const besidesLength = (where: RecordCondition): readonly RecordCondition[] | undefined => {
  if (where.kind === 'lasting') return [];
  if (where.kind !== 'and') return undefined;
  const others = where.terms.filter((term) => term.kind !== 'lasting');
  return others.length < where.terms.length ? others : undefined;
};

type Ended = HistoryRecord & { readonly end: Exclude<HistoryRecord['end'], 'single'> };

const hasEnd = (record: HistoryRecord): record is Ended => record.end !== 'single';

/** Whether the second certainly begins on the day after the first, or before. */
const follows = (first: Ended, second: Ended): boolean =>
  first.end === 'ongoing' || second.start.last <= first.end.first + 1;

const laterEnd = (a: Ended['end'], b: Ended['end']): Ended['end'] => {
  if (a === 'ongoing' || b === 'ongoing') return 'ongoing';
  return a.last < b.last ? b : a;
};

/** One course, and the records of which it consists. */
export interface JoinedCourse {
  readonly whole: HistoryRecord;
  readonly parts: readonly HistoryRecord[];
}

const joinAll = (courses: readonly Ended[]): readonly JoinedCourse[] => {
  const joined: { whole: Ended; parts: readonly HistoryRecord[] }[] = [];
  for (const next of courses.toSorted((a, b) => a.start.first - b.start.first)) {
    const last = joined.at(-1);
    if (last === undefined || !follows(last.whole, next)) joined.push({ whole: next, parts: [next] });
    else {
      last.parts = [...last.parts, next];
      last.whole = { ...last.whole, end: laterEnd(last.whole.end, next.end) };
    }
  }
  return joined;
};

/**
 * Courses of one medicine without a free day between them last as one: a medicine that is written anew each month was
 * not taken for a month. Only those that certainly meet whatever else is asked are joined.
 */
export const joinCourses = (
  records: readonly HistoryRecord[],
  meets: (record: HistoryRecord) => boolean,
): readonly JoinedCourse[] => {
  const courses = records.filter(hasEnd).filter(meets);
  const alone = records.filter((record) => !courses.some((course) => course === record));
  const byConcept = [...Map.groupBy(courses, ({ concept }) => concept).values()];
  return [...byConcept.flatMap(joinAll), ...alone.map((record) => ({ whole: record, parts: [record] }))];
};
