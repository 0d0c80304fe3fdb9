/** Heights for texts that want these heights and need so much room each: moved apart, and kept between two ends. */
export const spreadLabels = (
  wanted: readonly number[],
  room: number,
  least: number,
  most: number,
): readonly number[] => {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at || a.index - b.index);
  const placed: number[] = [];
  for (const { at } of order) placed.push(Math.max(at, least, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + room));
  for (let index = placed.length - 1, end = most; index >= 0; index -= 1) {
    const at = Math.min(placed[index] ?? most, end);
    placed[index] = at;
    end = at - room;
  }
  const found: number[] = [...wanted];
  order.forEach(({ index }, rank) => {
    found[index] = placed[rank] ?? 0;
  });
  return found;
};
