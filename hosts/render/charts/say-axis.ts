import type { Axis } from '#core/reports/chart.ts';
import { sayNumber3 } from '#core/reports/charts/said.ts';
import { roundHalfAway, writePercent } from '#core/reports/round.ts';

/** How many decimals these round numbers need. */
const placesOf = (ticks: readonly number[]): number =>
  Math.min(6, Math.max(0, ...ticks.map((tick) => (String(Math.abs(tick)).split('.')[1] ?? '').length)));

/** The texts of the ticks of an axis, all with as many decimals. */
export const sayTicks = (axis: Axis, ticks: readonly number[]): readonly string[] => {
  if (axis.isShare === true) {
    const percents = ticks.map((tick) => Number((tick * 100).toPrecision(10)));
    return percents.map((percent) => `${roundHalfAway(percent, placesOf(percents))}%`);
  }
  return ticks.map((tick) => `${roundHalfAway(tick, placesOf(ticks))}${axis.unit === '%' ? '%' : ''}`);
};

/** A number of an axis for a sentence. */
export const sayValue = (axis: Axis, value: number): string => {
  if (axis.isShare === true) return writePercent(value);
  const said = sayNumber3(value);
  return axis.unit === undefined ? said : axis.unit === '%' ? `${said}%` : `${said} ${axis.unit}`;
};

/** "UPCR, g/g": what stands at an axis. */
export const sayAxis = ({ label, unit, isShare }: Axis): string =>
  unit === undefined || isShare === true || unit === '%' || unit === 'd' ? label : `${label}, ${unit}`;
