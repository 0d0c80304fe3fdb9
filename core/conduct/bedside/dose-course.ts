import type { Objection } from '#core/conduct/first-refusal.ts';
import { minutesBetween, readClockTime } from './clock-time.ts';

/** When an administration was halted, and why. */
export interface Interruption {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** How an administration that takes time went, by the clock of the site; it may end after midnight. */
export interface DoseCourse {
  readonly started: string;
  readonly stopped: string;
  readonly stoppedOn?: string;
  readonly interruptions?: readonly Interruption[];
  /** Why not all of it was given; absent where all was. */
  readonly incomplete?: string;
}

const notAccepted = (item: string, value: string, accepted: string): Objection => ({
  refused: 'value not accepted',
  item,
  value,
  accepted,
});

const notTime = (item: string, value: string): Objection =>
  readClockTime(value) === undefined && notAccepted(item, value, 'a time such as 09:05');

/** Each interruption lies within the administration and after the one before, and says why. */
const interruptionObjections = (course: DoseCourse, on: string): readonly Objection[] => {
  const length = minutesBetween({ on, at: course.started }, { on: course.stoppedOn ?? on, at: course.stopped }) ?? 0;
  let reached = 0;
  return (course.interruptions ?? []).flatMap(({ from, to, why }) => {
    const [begins, ends] = [from, to].map((at) => {
      const sameDay = minutesBetween({ on, at: course.started }, { on, at }) ?? Number.NaN;
      return sameDay < 0 && course.stoppedOn !== undefined ? sameDay + 1440 : sameDay;
    });
    const isInside = begins !== undefined && ends !== undefined && begins >= reached && ends > begins && ends <= length;
    reached = ends ?? reached;
    return [
      !isInside && notAccepted('interruption', `${from} to ${to}`, 'a span within the administration, after the last'),
      why.trim() === '' && ({ refused: 'reason missing' } as const),
    ];
  });
};

/** What stands against the times of an administration on a day. */
export const courseObjections = (course: DoseCourse | undefined, on: string): readonly Objection[] => {
  if (course === undefined) return [];
  const { started, stopped, stoppedOn = on, incomplete } = course;
  const length = minutesBetween({ on, at: started }, { on: stoppedOn, at: stopped });
  const times = [notTime('started', started), notTime('stopped', stopped)];
  if (times.some((each) => each !== false)) return times;
  return [
    (length === undefined || length <= 0 || length > 2 * 1440) &&
      notAccepted('stopped', `${stoppedOn} ${stopped}`, `a time after ${started}, within two days`),
    ...(length === undefined || length <= 0 ? [] : interruptionObjections(course, on)),
    incomplete !== undefined && incomplete.trim() === '' && { refused: 'reason missing' },
  ];
};
