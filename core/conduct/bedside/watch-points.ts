import { visibleName } from '#core/conduct/visible-doses.ts';
import type { StudyDefinition } from '#core/study/schema.ts';
import type { WatchDefinition } from '#core/study/schema-watch.ts';

/** A moment at which something is measured around an administration. */
export interface WatchPoint {
  /** `before`, `15 minutes from start`, `120 minutes from end`. */
  readonly id: string;
  readonly from: 'before' | 'start' | 'end';
  readonly minutes: number;
}

/** The moments of a watch, in the order in which they come. */
export const watchPoints = (watch: WatchDefinition): readonly WatchPoint[] => {
  const pointsFrom = (from: 'start' | 'end'): readonly WatchPoint[] =>
    (watch[`minutes from ${from}`] ?? []).map((minutes) => ({ id: `${minutes} minutes from ${from}`, from, minutes }));
  const before: readonly WatchPoint[] = watch.before === false ? [] : [{ id: 'before', from: 'before', minutes: 0 }];
  return [...before, ...pointsFrom('start'), ...pointsFrom('end')];
};

/**
 * How a dose is watched, by the name under which everybody knows it: a placebo is watched as what it looks like, so that
 * the watch tells nothing.
 */
export const watchOf = ({ arms, safety }: StudyDefinition, dose: string): WatchDefinition | undefined => {
  const names = new Set([
    dose,
    ...arms.flatMap(({ doses }) => doses.filter((each) => visibleName(each) === dose).map(({ id }) => id)),
  ]);
  return safety?.watch?.find((each) => each.doses.some((name) => names.has(name)));
};
