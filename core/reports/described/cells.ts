import type { Figure } from '#core/reports/figure.ts';
import { roundHalfAway, writePercent } from '#core/reports/round.ts';
import { summariseValues } from '#core/statistics/descriptive/summary.ts';

/** What a cell is called and rests on. */
export interface CellName {
  readonly id: string;
  readonly label: string;
  readonly rests: readonly string[];
}

/** People of a whole, and events where somebody may have several: "3 of 20 (15.0%)", "3 (15.0%), 5 events". */
export const countCell = (
  name: CellName,
  { events: people, of }: { readonly events: number; readonly of: number },
  times?: number,
): Figure => {
  const share = of === 0 ? '' : ` (${writePercent(people / of)})`;
  const repeated = times === undefined ? '' : `, ${times} ${times === 1 ? 'event' : 'events'}`;
  return {
    ...name,
    value: times === undefined ? `${people} of ${of}${share}` : people === 0 ? '0' : `${people}${share}${repeated}`,
    numbers: {
      people,
      of,
      ...(of === 0 ? {} : { share: people / of }),
      ...(times === undefined ? {} : { events: times }),
    },
  };
};

const two = (value: number): string => roundHalfAway(value, 2);

/** Mean with standard deviation, and of how many it is known. */
export const meanCell = (name: CellName, values: readonly number[]): Figure => {
  const summary = summariseValues(values);
  if ('notEstimable' in summary) return { ...name, value: '– (n 0)', numbers: { n: 0 } };
  const { n, mean, spread } = summary;
  const deviation = spread === undefined ? '' : `SD ${two(spread.standardDeviation)}, `;
  return {
    ...name,
    value: `${two(mean)} (${deviation}n ${n})`,
    numbers: { mean, ...(spread === undefined ? {} : { sd: spread.standardDeviation }), n },
  };
};

/** Median with quartiles (type 2 of Hyndman and Fan). */
export const medianCell = (name: CellName, values: readonly number[]): Figure => {
  const summary = summariseValues(values);
  if ('notEstimable' in summary) return { ...name, value: '–' };
  const { median, lowerQuartile: q1, upperQuartile: q3 } = summary;
  return { ...name, value: `${two(median)} (${two(q1)} to ${two(q3)})`, numbers: { median, q1, q3 } };
};

/** A number by itself. */
export const numberCell = (name: CellName, quantity: string, value: number, places: number): Figure => ({
  ...name,
  value: roundHalfAway(value, places),
  numbers: { [quantity]: value },
});

/** Words, or nothing. */
export const wordCell = (name: CellName, value: string): Figure => ({ ...name, value });
