/** From a number of the data to a place on the page. */
export type Scale = (value: number) => number;

/** A straight scale; where both ends of the data are the same, everything lies in the middle. */
export const linear =
  (from: number, to: number, start: number, end: number): Scale =>
  (value) =>
    to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);

/** The smallest of 1, 2, 5 times a power of ten that is not below. */
const niceStep = (step: number): number => {
  const power = 10 ** Math.floor(Math.log10(step));
  return [1, 2, 5, 10].map((times) => times * power).find((nice) => nice >= step * (1 - 1e-9)) ?? 10 * power;
};

const multiples = (from: number, to: number, step: number): readonly number[] => {
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const tick = (first + index) * step;
    // 3 × 0.1 is no decimal: the tick is the number that its text says.
    return Number(tick.toPrecision(12));
  });
};

/** Round numbers between two ends, at most so many steps apart. */
export const niceTicks = (from: number, to: number, steps: number): readonly number[] =>
  to <= from ? [from] : multiples(from, to, niceStep((to - from) / steps));

const dayStepsOfPlans = [1, 2, 7, 14, 28, 56, 84, 168, 364, 728, 1820, 3640];

/** Days in whole weeks, from day 0, at most so many steps. */
export const dayTicks = (from: number, to: number, steps: number): readonly number[] => {
  const step = dayStepsOfPlans.find((each) => (to - from) / each <= steps) ?? niceStep((to - from) / steps);
  return to <= from ? [from] : multiples(from, to, step);
};

const roundedOut = ([least, most]: readonly [number, number], steps: number): readonly [number, number] => {
  const step = niceStep((most - least) / steps);
  return [
    Number((Math.floor(least / step + 1e-9) * step).toPrecision(12)),
    Number((Math.ceil(most / step - 1e-9) * step).toPrecision(12)),
  ];
};

/** The ends of an axis that holds all of these numbers and begins and ends at a tick of `niceTicks` with as many steps. */
export const niceEnds = (values: readonly number[], steps: number): readonly [number, number] => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1];
  if (least === most) return least === 0 ? [0, 1] : [Math.min(0, least), Math.max(0, most)];
  // Rounding out may ask for a wider step, and that for other ends.
  const [once, twice] = [roundedOut([least, most], steps), 2];
  return Array.from({ length: twice }).reduce<readonly [number, number]>((ends) => roundedOut(ends, steps), once);
};

/** Of texts at places, those that stand free of one another: the first and the last, and those between with room. */
export const standingFree = (
  places: readonly { readonly at: number; readonly width: number }[],
  gap = 6,
): readonly boolean[] => {
  const free = places.map(() => false);
  const last = places.length - 1;
  const end = places[last];
  let edge = Number.NEGATIVE_INFINITY;
  places.forEach(({ at, width }, index) => {
    const [left, right] = [at - width / 2, at + width / 2];
    const isClear = left >= edge + gap;
    const leavesEnd = index === last || end === undefined || right + gap <= end.at - end.width / 2;
    if (!isClear || (!leavesEnd && index !== 0)) return;
    free[index] = true;
    edge = right;
  });
  return free;
};
