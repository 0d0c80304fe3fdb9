/**
 * Where a predicate turns from true to false between `low`, where it holds, and `high`, where it does not: halved until
 * no double lies between. Always the same answer for the same question, and no tolerance to choose.
 * Where the predicate turns more than once, one of the turns.
 */
export const turningPoint = (low: number, high: number, holds: (x: number) => boolean): number => {
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return below;
    if (holds(middle)) below = middle;
    else above = middle;
  }
};
