import type { Day } from '#core/quantities/civil-date.ts';
import type { PartialDate } from '#core/quantities/partial-date.ts';
import type { HistoryRecord } from './chart.ts';

/** A day on which the dose of one drug changed; `certain` is false when the doses do not say whether it did. */
export interface DoseChange {
  readonly record: HistoryRecord;
  readonly on: PartialDate;
  readonly what: 'changed' | 'started' | 'stopped';
  readonly certain: boolean;
}

const lastDay = (record: HistoryRecord): Day | undefined => {
  if (record.end === 'ongoing') return undefined;
  return record.end === 'single' ? record.start.last : record.end.last;
};

const rate = (dose: HistoryRecord['dose']): string | undefined =>
  dose === undefined ? undefined : `${dose.amount} ${dose.unit} ${dose.everyDays} ${dose.timesADay}`;

/** A course that begins no later than the day after the last one ended continues it. */
const continues = (before: HistoryRecord, next: HistoryRecord): boolean => {
  const end = lastDay(before);
  return end === undefined || next.start.first <= end + 1;
};

const stopOf = (record: HistoryRecord): DoseChange | undefined => {
  if (record.end === 'ongoing') return undefined;
  return { record, on: record.end === 'single' ? record.start : record.end, what: 'stopped', certain: true };
};

/** All dose changes in the courses of one drug, in order of time. Starts and stops are told apart from changes. */
export const doseChanges = (courses: readonly HistoryRecord[]): readonly DoseChange[] => {
  const ordered = courses.toSorted((a, b) => a.start.first - b.start.first);
  return ordered.flatMap((record, index) => {
    const before = ordered[index - 1];
    const next = ordered[index + 1];
    const changes: DoseChange[] = [];
    if (before === undefined || !continues(before, record)) changes.push({ record, on: record.start, what: 'started', certain: true });
    else {
      const [old, now] = [rate(before.dose), rate(record.dose)];
      const known = old !== undefined && now !== undefined;
      if (!known || old !== now) changes.push({ record, on: record.start, what: 'changed', certain: known });
    }
    const stopped = next === undefined || !continues(record, next) ? stopOf(record) : undefined;
    return stopped === undefined ? changes : [...changes, stopped];
  });
};
