import type { Point } from './syntax.ts';

/** The name of a point; one that was left open is the point at which the sentence is asked. */
export const pointName = (point: Point, here: string | undefined): string => {
  if (point.kind === 'named') return point.name;
  if (here === undefined) throw new Error('a sentence without a point was asked without one');
  return here;
};
