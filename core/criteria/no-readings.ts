import type { Chart } from './chart.ts';

const refused = (measure: string): never => {
  throw new Error(`${measure} was asked from day to day of someone who is known at points only`);
};

/** The part of a chart that asks windows of readings and missed visits, for people who are known at points only. */
export const noReadings: Pick<Chart, 'measuredAt' | 'onDay' | 'accumulated' | 'normalRange' | 'dueOn'> = {
  measuredAt: () => [],
  onDay: refused,
  accumulated: refused,
  normalRange: () => undefined,
  dueOn: () => undefined,
};
