/** Edit distance with transpositions (optimal string alignment), for saying "did you mean". */
export const editDistance = (from: string, to: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, (before[column - 2] ?? 0) + 1);
      now.push(best);
    }
    before = last;
    last = now;
  }
  return last[to.length] ?? 0;
};

/**
 * The known name that a person most likely meant, or undefined when none is near (more than a third of the letters
 * would change). Of several readings of what was written (one word of it, two, …) the one that is nearest to a name
 * counts. Case is ignored; the first of equally near names wins, so the answer does not depend on the locale.
 */
export const nearestName = (written: string | readonly string[], known: Iterable<string>): string | undefined => {
  const readings = (typeof written === 'string' ? [written] : written).map((text) => text.slice(0, 60).toLowerCase());
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = Math.min(...readings.map((reading) => editDistance(reading, name.toLowerCase())));
    const near = distance <= Math.max(1, Math.floor(name.length / 3));
    if (near && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
};
